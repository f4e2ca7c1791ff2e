-- Why: what is wrong with something that was handed over is a fact, told once, answered once and,
-- where money is handed back, paid back once. What people write of it can be erased beside it.

CREATE TABLE order_problem (
  id TEXT PRIMARY KEY,
  line_id TEXT NOT NULL UNIQUE REFERENCES order_line (id),
  order_id TEXT NOT NULL REFERENCES customer_order (id),
  enterprise_id TEXT NOT NULL REFERENCES enterprise (id),
  kind TEXT NOT NULL CONSTRAINT order_problem_kind_known
    CHECK (kind IN ('missing', 'damaged', 'wrong', 'other')),
  quantity_milli INTEGER NOT NULL CONSTRAINT order_problem_quantity_positive
    CHECK (quantity_milli > 0),
  at INTEGER NOT NULL CONSTRAINT order_problem_at_instant CHECK (at >= 0),
  actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX order_problem_by_order ON order_problem (order_id);
CREATE INDEX order_problem_by_producer ON order_problem (enterprise_id, id);
CREATE TRIGGER order_problem_fits BEFORE INSERT ON order_problem BEGIN
  -- INSERT OR REPLACE fires no delete trigger.
  SELECT raise(abort, 'refused:problem-reported') WHERE EXISTS (
    SELECT 1 FROM order_problem WHERE id = NEW.id OR line_id = NEW.line_id
  );
  SELECT raise(abort, 'refused:problem-misfit') WHERE NOT EXISTS (
    SELECT 1 FROM order_line AS line
    JOIN customer_order AS placed ON placed.id = line.order_id
    WHERE line.id = NEW.line_id AND line.order_id = NEW.order_id
      AND line.enterprise_id = NEW.enterprise_id AND placed.handed_out_at <= NEW.at
  );
END;
CREATE TRIGGER order_problem_stays BEFORE UPDATE ON order_problem BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER order_problem_remains BEFORE DELETE ON order_problem BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- What who reports says, and what is said to them: it may name somebody, and goes with them.
CREATE TABLE order_problem_words (
  problem_id TEXT NOT NULL REFERENCES order_problem (id),
  voice TEXT NOT NULL CONSTRAINT order_problem_words_voice_known
    CHECK (voice IN ('buyer', 'network')),
  words TEXT NOT NULL CONSTRAINT order_problem_words_sized
    CHECK (length(words) BETWEEN 1 AND 500),
  PRIMARY KEY (problem_id, voice)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_problem_answer (
  problem_id TEXT PRIMARY KEY REFERENCES order_problem (id),
  verdict TEXT NOT NULL CONSTRAINT order_problem_answer_verdict_known
    CHECK (verdict IN ('accepted', 'declined')),
  refund_cents INTEGER NOT NULL,
  -- To the wallet or the card that paid, or by hand to whoever paid otherwise.
  way TEXT CONSTRAINT order_problem_answer_way_known CHECK (way IN ('wallet', 'card', 'by-hand')),
  borne_by TEXT CONSTRAINT order_problem_answer_bearer_known
    CHECK (borne_by IN ('producer', 'network')),
  at INTEGER NOT NULL CONSTRAINT order_problem_answer_at_instant CHECK (at >= 0),
  actor TEXT NOT NULL,
  CONSTRAINT order_problem_answer_whole CHECK (
    CASE verdict WHEN 'accepted' THEN refund_cents > 0 AND way IS NOT NULL AND borne_by IS NOT NULL
    ELSE refund_cents = 0 AND way IS NULL AND borne_by IS NULL END
  )
) STRICT, WITHOUT ROWID;
CREATE TRIGGER order_problem_answer_once BEFORE INSERT ON order_problem_answer BEGIN
  SELECT raise(abort, 'refused:problem-answered') WHERE EXISTS (
    SELECT 1 FROM order_problem_answer WHERE problem_id = NEW.problem_id
  );
END;
CREATE TRIGGER order_problem_answer_stays BEFORE UPDATE ON order_problem_answer BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER order_problem_answer_remains BEFORE DELETE ON order_problem_answer BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- What goes back to a card: asked of who took it, then given, or refused and owed by hand. A no may
-- be tried again, which no other refund of the order may have used up meanwhile.
CREATE TABLE card_refund (
  problem_id TEXT PRIMARY KEY REFERENCES order_problem_answer (problem_id),
  order_id TEXT NOT NULL REFERENCES customer_order (id),
  hold_id TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CONSTRAINT card_refund_amount_positive CHECK (amount_cents > 0),
  asked_at INTEGER NOT NULL CONSTRAINT card_refund_asked_instant CHECK (asked_at >= 0),
  done_at INTEGER,
  refused_at INTEGER,
  reason TEXT,
  effect_id INTEGER REFERENCES outbox (id),
  CONSTRAINT card_refund_ends_one_way CHECK (done_at IS NULL OR refused_at IS NULL),
  CONSTRAINT card_refund_refused_whole CHECK (
    (refused_at IS NULL) = (reason IS NULL) AND (refused_at IS NULL) = (effect_id IS NULL)
  )
) STRICT, WITHOUT ROWID;
CREATE INDEX card_refund_by_order ON card_refund (order_id);
CREATE INDEX card_refund_by_effect ON card_refund (effect_id) WHERE effect_id IS NOT NULL;
CREATE VIEW card_left AS
  -- What a card paid and did not get back: what was captured, without what was paid otherwise.
  SELECT id AS order_id, hold_id, CASE WHEN payment = 'card' AND hold_id IS NOT NULL THEN
      coalesce(captured_cents, 0)
      - (SELECT coalesce(sum(amount_cents), 0) FROM payment_due
        WHERE order_id = customer_order.id AND ending = 'paid')
      - (SELECT coalesce(sum(amount_cents), 0) FROM card_refund
        WHERE order_id = customer_order.id AND refused_at IS NULL)
    ELSE 0 END AS left_cents
  FROM customer_order;
CREATE TRIGGER card_refund_fits BEFORE INSERT ON card_refund BEGIN
  SELECT raise(abort, 'refused:history-fixed') WHERE EXISTS (
    SELECT 1 FROM card_refund WHERE problem_id = NEW.problem_id
  );
  SELECT raise(abort, 'refused:card-refund-misfit') WHERE NOT EXISTS (
    SELECT 1 FROM order_problem AS q JOIN order_problem_answer AS a ON a.problem_id = q.id
    JOIN card_left AS card ON card.order_id = q.order_id
    WHERE q.id = NEW.problem_id AND q.order_id = NEW.order_id AND a.way = 'card'
      AND a.refund_cents = NEW.amount_cents AND card.hold_id = NEW.hold_id
  );
  SELECT raise(abort, 'refused:card-refund-too-high') WHERE NEW.amount_cents > (
    SELECT left_cents FROM card_left WHERE order_id = NEW.order_id
  );
END;
CREATE TRIGGER card_refund_ends BEFORE UPDATE ON card_refund BEGIN
  SELECT raise(abort, 'refused:history-fixed') WHERE OLD.done_at IS NOT NULL
    OR NEW.problem_id <> OLD.problem_id OR NEW.order_id <> OLD.order_id
    OR NEW.hold_id <> OLD.hold_id OR NEW.amount_cents <> OLD.amount_cents
    OR NEW.asked_at <> OLD.asked_at OR (OLD.refused_at IS NOT NULL AND NEW.done_at IS NOT NULL);
  SELECT raise(abort, 'refused:card-refund-overtaken') WHERE OLD.refused_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM order_problem_payback WHERE problem_id = OLD.problem_id);
  SELECT raise(abort, 'refused:card-refund-too-high') WHERE OLD.refused_at IS NOT NULL
    AND NEW.refused_at IS NULL AND NEW.amount_cents > (
      SELECT left_cents FROM card_left WHERE order_id = NEW.order_id
    );
END;
CREATE TRIGGER card_refund_remains BEFORE DELETE ON card_refund BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- That money which goes back by hand, or that its card refused, was handed back.
CREATE TABLE order_problem_payback (
  problem_id TEXT PRIMARY KEY REFERENCES order_problem_answer (problem_id),
  source TEXT NOT NULL CONSTRAINT order_problem_payback_source_known
    CHECK (source IN ('cash', 'bank')),
  at INTEGER NOT NULL CONSTRAINT order_problem_payback_at_instant CHECK (at >= 0),
  actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER order_problem_payback_owed BEFORE INSERT ON order_problem_payback BEGIN
  SELECT raise(abort, 'refused:nothing-to-pay-back') WHERE NOT EXISTS (
    SELECT 1 FROM order_problem_answer WHERE problem_id = NEW.problem_id AND way = 'by-hand'
    UNION ALL
    SELECT 1 FROM card_refund WHERE problem_id = NEW.problem_id AND refused_at IS NOT NULL
  ) OR EXISTS (SELECT 1 FROM order_problem_payback WHERE problem_id = NEW.problem_id);
END;
CREATE TRIGGER order_problem_payback_stays BEFORE UPDATE ON order_problem_payback BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER order_problem_payback_remains BEFORE DELETE ON order_problem_payback BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
