-- Why: every cent is a balanced posting. One INSERT into ledger_tx is the only way in: triggers
-- check its legs, write the entries and keep the balances; nothing can be changed or repeated.
-- Amounts are positive on the debit side, negative on the credit side.

CREATE TABLE ledger_account (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CONSTRAINT ledger_account_code_sized
    CHECK (length(code) BETWEEN 1 AND 120),
  type TEXT NOT NULL CONSTRAINT ledger_account_type_known
    CHECK (type IN ('asset', 'liability', 'equity', 'income', 'expense', 'memo')),
  opened_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER ledger_account_once BEFORE INSERT ON ledger_account BEGIN
  SELECT raise(ignore) WHERE EXISTS (
    SELECT 1 FROM ledger_account WHERE code = NEW.code OR id = NEW.id
  );
END;
CREATE TRIGGER ledger_account_stays BEFORE UPDATE ON ledger_account BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;
CREATE TRIGGER ledger_account_remains BEFORE DELETE ON ledger_account BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;

-- Legs: [[account code, cents, most?], …]. `most` is the highest posted balance (debit positive)
-- that the account may show afterwards: a wallet's floor, as the rule in force says.
CREATE TABLE ledger_tx (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE CONSTRAINT ledger_tx_ref_sized CHECK (length(ref) BETWEEN 1 AND 200),
  kind TEXT NOT NULL,
  business_date TEXT NOT NULL CONSTRAINT ledger_tx_business_date_is_day
    CHECK (business_date IS date(business_date)),
  posted_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  cycle_id TEXT,
  order_id TEXT,
  resolves TEXT,
  reverses TEXT,
  rules TEXT NOT NULL CONSTRAINT ledger_tx_rules_json CHECK (json_valid(rules)),
  legs TEXT NOT NULL CONSTRAINT ledger_tx_legs_json
    CHECK (json_valid(legs) AND json_array_length(legs) BETWEEN 2 AND 200),
  digest TEXT NOT NULL
    CONSTRAINT ledger_tx_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE INDEX ledger_tx_by_cycle ON ledger_tx (cycle_id) WHERE cycle_id IS NOT NULL;
CREATE INDEX ledger_tx_by_order ON ledger_tx (order_id) WHERE order_id IS NOT NULL;
-- Most postings end nothing, and a UNIQUE column would index each of their NULLs.
CREATE UNIQUE INDEX ledger_tx_resolves_once ON ledger_tx (resolves) WHERE resolves IS NOT NULL;
CREATE UNIQUE INDEX ledger_tx_reverses_once ON ledger_tx (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE ledger_entry (
  tx_id INTEGER NOT NULL REFERENCES ledger_tx (id),
  leg INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES ledger_account (id),
  amount_cents INTEGER NOT NULL CONSTRAINT ledger_entry_amount_moves_something CHECK (
    amount_cents <> 0 AND amount_cents BETWEEN -9007199254740991 AND 9007199254740991
  ),
  PRIMARY KEY (tx_id, leg)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_entry_by_account ON ledger_entry (account_id, tx_id);

-- The journal cut into stretches: postings that follow one another, of the same business day and
-- the same hour. They find a period, and the books as they were at a day or an instant, without an
-- index that every posting would have to write, and whatever order days and instants came in.
CREATE TABLE ledger_stretch (
  first_id INTEGER PRIMARY KEY REFERENCES ledger_tx (id),
  business_date TEXT NOT NULL CONSTRAINT ledger_stretch_business_date_is_day
    CHECK (business_date IS date(business_date)),
  hour INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_stretch_by_day ON ledger_stretch (business_date);
CREATE INDEX ledger_stretch_by_hour ON ledger_stretch (hour);

CREATE TABLE ledger_balance (
  account_id INTEGER PRIMARY KEY REFERENCES ledger_account (id),
  posted_cents INTEGER NOT NULL CONSTRAINT ledger_balance_in_range
    CHECK (posted_cents BETWEEN -9007199254740991 AND 9007199254740991),
  tx_id INTEGER NOT NULL
) STRICT;

-- What a person wrote about a posting. It may name somebody, so it stands outside the books and
-- can be erased.
CREATE TABLE posting_note (
  ref TEXT PRIMARY KEY REFERENCES ledger_tx (ref),
  note TEXT NOT NULL CONSTRAINT posting_note_said CHECK (length(note) BETWEEN 1 AND 300)
) STRICT, WITHOUT ROWID;

-- What an order's card did not pay: it is owed in another way, or the card is tried again. The
-- after-effect is the capture that was refused; none where the hold was too small for the sum.
CREATE TABLE payment_due (
  order_id TEXT NOT NULL REFERENCES customer_order (id),
  number INTEGER NOT NULL CONSTRAINT payment_due_counts_from_one CHECK (number >= 1),
  amount_cents INTEGER NOT NULL CONSTRAINT payment_due_amount_positive CHECK (amount_cents > 0),
  effect_id INTEGER REFERENCES outbox (id),
  reason TEXT NOT NULL,
  since INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by TEXT,
  ending TEXT CONSTRAINT payment_due_ending_known CHECK (ending IN ('tried-again', 'paid')),
  CONSTRAINT payment_due_ended_whole
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ending IS NULL)),
  PRIMARY KEY (order_id, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX payment_due_one_open ON payment_due (order_id) WHERE ended_at IS NULL;
CREATE INDEX payment_due_waiting ON payment_due (since, order_id) WHERE ended_at IS NULL;
-- Of two who end it (paid over the counter, tried on the card again) the second is refused.
CREATE TRIGGER payment_due_ends_once BEFORE UPDATE ON payment_due
  WHEN OLD.ended_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:due-ended');
END;
CREATE INDEX outbox_failed ON outbox (id) WHERE dead_at IS NOT NULL;

CREATE TABLE fiscal_period (
  year INTEGER PRIMARY KEY CONSTRAINT fiscal_period_year_sane CHECK (year BETWEEN 2000 AND 9999),
  closed_at INTEGER NOT NULL,
  closed_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER fiscal_period_once BEFORE INSERT ON fiscal_period BEGIN
  SELECT raise(abort, 'refused:ledger-fixed') WHERE EXISTS (
    SELECT 1 FROM fiscal_period WHERE year = NEW.year
  );
END;
CREATE TRIGGER fiscal_period_stays BEFORE UPDATE ON fiscal_period BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;
CREATE TRIGGER fiscal_period_remains BEFORE DELETE ON fiscal_period BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;

-- Each leg is checked here, before anything is written: the words OR IGNORE and OR FAIL in front of
-- an INSERT turn a failing CHECK further down into a leg that is left out. Legs are read by their
-- path: json_each would write every leg out as a text of its own, to be parsed again.
CREATE TRIGGER ledger_tx_checked BEFORE INSERT ON ledger_tx BEGIN
  SELECT raise(abort, 'refused:posting-repeated')
    WHERE EXISTS (SELECT 1 FROM ledger_tx WHERE ref = NEW.ref)
      OR EXISTS (SELECT 1 FROM ledger_tx WHERE id = NEW.id);
  SELECT raise(abort, 'refused:posting-resolved-twice') WHERE NEW.resolves IS NOT NULL
    AND EXISTS (SELECT 1 FROM ledger_tx WHERE resolves = NEW.resolves);
  SELECT raise(abort, 'refused:posting-reversed-twice') WHERE NEW.reverses IS NOT NULL
    AND EXISTS (SELECT 1 FROM ledger_tx WHERE reverses = NEW.reverses);
  SELECT raise(abort, 'refused:posting-legs') WHERE json_type(NEW.legs) <> 'array' OR EXISTS (
    SELECT 1 FROM json_each(NEW.legs) AS leg
    WHERE leg.type <> 'array'
      OR json_array_length(NEW.legs, leg.fullkey) NOT BETWEEN 2 AND 3
      OR json_type(NEW.legs, leg.fullkey || '[0]') IS NOT 'text'
      OR json_type(NEW.legs, leg.fullkey || '[1]') IS NOT 'integer'
      OR json_extract(NEW.legs, leg.fullkey || '[1]') = 0
      OR json_extract(NEW.legs, leg.fullkey || '[1]')
        NOT BETWEEN -9007199254740991 AND 9007199254740991
      OR coalesce(json_type(NEW.legs, leg.fullkey || '[2]'), 'integer') <> 'integer'
  );
  SELECT raise(abort, 'refused:period-closed') WHERE EXISTS (
    SELECT 1 FROM fiscal_period WHERE year = CAST(substr(NEW.business_date, 1, 4) AS INTEGER)
  );
END;
-- What the legs came to as entries: each is there, and they balance. (An account that comes twice
-- is refused where its balance would move twice.)
CREATE TRIGGER ledger_tx_posts AFTER INSERT ON ledger_tx BEGIN
  SELECT raise(abort, 'refused:posting-gap') WHERE NEW.id < 1
    OR (NEW.id > 1 AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE id = NEW.id - 1));
  INSERT INTO ledger_stretch (first_id, business_date, hour)
    SELECT NEW.id, NEW.business_date, NEW.posted_at / 3600000 WHERE NOT EXISTS (
      SELECT 1 FROM ledger_tx WHERE id = NEW.id - 1 AND business_date = NEW.business_date
        AND posted_at / 3600000 = NEW.posted_at / 3600000
    );
  INSERT INTO ledger_entry (tx_id, leg, account_id, amount_cents)
    SELECT NEW.id, leg.key, account.id, json_extract(NEW.legs, leg.fullkey || '[1]')
    FROM json_each(NEW.legs) AS leg CROSS JOIN ledger_account AS account
      ON account.code = json_extract(NEW.legs, leg.fullkey || '[0]');
  SELECT CASE
    WHEN entries <> json_array_length(NEW.legs) THEN raise(abort, 'refused:posting-account')
    WHEN total <> 0 THEN raise(abort, 'refused:posting-unbalanced')
  END FROM (
    SELECT count(*) AS entries, sum(amount_cents) AS total FROM ledger_entry WHERE tx_id = NEW.id
  );
  SELECT raise(abort, 'refused:account-limit') WHERE EXISTS (
    SELECT 1 FROM ledger_entry AS entry CROSS JOIN ledger_balance AS balance
      ON balance.account_id = entry.account_id
    WHERE entry.tx_id = NEW.id
      AND balance.posted_cents > json_extract(NEW.legs, '$[' || entry.leg || '][2]')
  );
END;
CREATE TRIGGER ledger_tx_stays BEFORE UPDATE ON ledger_tx BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;
CREATE TRIGGER ledger_tx_remains BEFORE DELETE ON ledger_tx BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;

-- A posting that is written has an entry for each of its legs: none can be put beside them, and
-- none put in their place.
CREATE TRIGGER ledger_entry_checked BEFORE INSERT ON ledger_entry BEGIN
  SELECT raise(abort, 'refused:ledger-fixed') WHERE NEW.leg < 0
    OR EXISTS (SELECT 1 FROM ledger_entry WHERE tx_id = NEW.tx_id AND leg = NEW.leg)
    OR NOT EXISTS (
      SELECT 1 FROM ledger_tx WHERE id = NEW.tx_id AND NEW.leg < json_array_length(legs)
    );
END;
CREATE TRIGGER ledger_entry_posts AFTER INSERT ON ledger_entry BEGIN
  INSERT INTO ledger_balance (account_id, posted_cents, tx_id)
    VALUES (NEW.account_id, NEW.amount_cents, NEW.tx_id)
    ON CONFLICT (account_id) DO UPDATE SET
      posted_cents = posted_cents + excluded.posted_cents, tx_id = excluded.tx_id;
END;
CREATE TRIGGER ledger_entry_stays BEFORE UPDATE ON ledger_entry BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;
CREATE TRIGGER ledger_entry_remains BEFORE DELETE ON ledger_entry BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;

-- A stretch begins where a posting is of another day or hour than the one before, nowhere twice.
CREATE TRIGGER ledger_stretch_begins BEFORE INSERT ON ledger_stretch BEGIN
  SELECT raise(abort, 'refused:ledger-fixed') WHERE EXISTS (
    SELECT 1 FROM ledger_stretch WHERE first_id = NEW.first_id
  ) OR NOT EXISTS (
    SELECT 1 FROM ledger_tx WHERE id = NEW.first_id AND business_date = NEW.business_date
      AND posted_at / 3600000 = NEW.hour
  ) OR EXISTS (
    SELECT 1 FROM ledger_tx WHERE id = NEW.first_id - 1 AND business_date = NEW.business_date
      AND posted_at / 3600000 = NEW.hour
  );
END;
CREATE TRIGGER ledger_stretch_stays BEFORE UPDATE ON ledger_stretch BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;
CREATE TRIGGER ledger_stretch_remains BEFORE DELETE ON ledger_stretch BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;

-- A balance moves only by the entry of a posting newer than its last one.
CREATE TRIGGER ledger_balance_opens BEFORE INSERT ON ledger_balance BEGIN
  SELECT raise(abort, 'refused:ledger-fixed') WHERE NOT EXISTS (
    SELECT 1 FROM ledger_entry
    WHERE tx_id = NEW.tx_id AND account_id = NEW.account_id AND amount_cents = NEW.posted_cents
  ) OR EXISTS (
    SELECT 1 FROM ledger_balance WHERE account_id = NEW.account_id AND tx_id >= NEW.tx_id
  );
END;
CREATE TRIGGER ledger_balance_moves BEFORE UPDATE ON ledger_balance BEGIN
  SELECT raise(abort, 'refused:ledger-fixed') WHERE NEW.account_id <> OLD.account_id
    OR NEW.tx_id <= OLD.tx_id OR NOT EXISTS (
      SELECT 1 FROM ledger_entry
      WHERE tx_id = NEW.tx_id AND account_id = NEW.account_id
        AND amount_cents = NEW.posted_cents - OLD.posted_cents
    );
END;
CREATE TRIGGER ledger_balance_remains BEFORE DELETE ON ledger_balance BEGIN
  SELECT raise(abort, 'refused:ledger-fixed');
END;

-- What the network says in public of its own trade is read from a row a cycle and a row a producer
-- and month, written when a cycle's books are settled: no page adds up past orders.

-- What a settled cycle came to, as its postings and its orders said at that moment. A buyer is a
-- household or a person; all guests together count as one more, for who they are is not known.
CREATE TABLE cycle_figure (
  cycle_id TEXT PRIMARY KEY REFERENCES cycle (id),
  -- The month of its last settling posting, on the calendar of Rome.
  month TEXT NOT NULL CONSTRAINT cycle_figure_month_is_month
    CHECK (month || '-01' IS date(month || '-01')),
  buyers INTEGER NOT NULL CONSTRAINT cycle_figure_buyers_positive CHECK (buyers >= 0),
  -- Households and persons, and pickup points, that no published cycle of the month had before.
  new_buyers INTEGER NOT NULL CONSTRAINT cycle_figure_new_among_buyers
    CHECK (new_buyers BETWEEN 0 AND buyers),
  new_points INTEGER NOT NULL CONSTRAINT cycle_figure_points_positive CHECK (new_points >= 0),
  orders INTEGER NOT NULL,
  home_orders INTEGER NOT NULL CONSTRAINT cycle_figure_home_among_orders
    CHECK (home_orders BETWEEN 0 AND orders),
  goods_cents INTEGER NOT NULL,
  to_producers_cents INTEGER NOT NULL,
  network_fee_cents INTEGER NOT NULL,
  vat_cents INTEGER NOT NULL,
  delivery_cents INTEGER NOT NULL,
  deposits_cents INTEGER NOT NULL,
  CONSTRAINT cycle_figure_divides_goods
    CHECK (goods_cents = to_producers_cents + network_fee_cents)
) STRICT, WITHOUT ROWID;
CREATE INDEX cycle_figure_by_month ON cycle_figure (month);

-- What producers sold in a month, in cycles that are published. The row of '' holds those who sold
-- to too few to stand alone.
CREATE TABLE producer_figure (
  month TEXT NOT NULL CONSTRAINT producer_figure_month_is_month
    CHECK (month || '-01' IS date(month || '-01')),
  enterprise_id TEXT NOT NULL,
  goods_cents INTEGER NOT NULL CONSTRAINT producer_figure_goods_positive CHECK (goods_cents >= 0),
  to_producers_cents INTEGER NOT NULL,
  network_fee_cents INTEGER NOT NULL,
  CONSTRAINT producer_figure_divides_goods
    CHECK (goods_cents = to_producers_cents + network_fee_cents),
  PRIMARY KEY (month, enterprise_id)
) STRICT, WITHOUT ROWID;
