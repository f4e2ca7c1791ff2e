-- Why: one sales cycle from its opening to its books. Facts are appended (cycle_event,
-- line_event) and projected by triggers onto one current row each, with the totals that pages
-- and reports read, so that nothing ever scans history.

CREATE TABLE cycle (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CONSTRAINT cycle_code_sized CHECK (length(code) BETWEEN 1 AND 40),
  hub_id TEXT NOT NULL REFERENCES enterprise (id),
  opens_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL CONSTRAINT cycle_closes_after_it_opens CHECK (closes_at > opens_at),
  delivery_day TEXT NOT NULL CONSTRAINT cycle_delivery_day_is_day
    CHECK (delivery_day IS date(delivery_day)),
  state TEXT NOT NULL DEFAULT 'draft' CONSTRAINT cycle_state_known CHECK (state IN (
    'draft', 'published', 'closed', 'completing', 'allocated', 'sent', 'receiving', 'delivered',
    'settled', 'cancelled'
  )),
  version INTEGER NOT NULL DEFAULT 0 CONSTRAINT cycle_version_counts CHECK (version >= 0),
  offers_version INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cycle_by_state ON cycle (state, closes_at);

CREATE TABLE cycle_event (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  number INTEGER NOT NULL CONSTRAINT cycle_event_counts_from_one CHECK (number >= 1),
  kind TEXT NOT NULL CONSTRAINT cycle_event_kind_known CHECK (kind IN (
    'published', 'rescheduled', 'closed', 'reopened', 'completing', 'allocated', 'sent',
    'receiving', 'delivered', 'settled', 'cancelled'
  )),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  closes_at INTEGER,
  PRIMARY KEY (cycle_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER cycle_event_follows BEFORE INSERT ON cycle_event BEGIN
  SELECT raise(abort, 'refused:cycle-changed') WHERE NOT EXISTS (
    SELECT 1 FROM cycle WHERE id = NEW.cycle_id AND version = NEW.number - 1
  );
  -- Which act follows which state, as the domain's cycle-state says.
  SELECT raise(abort, 'refused:cycle-state') WHERE NOT EXISTS (
    SELECT 1 FROM cycle WHERE id = NEW.cycle_id AND CASE NEW.kind
      WHEN 'published' THEN state = 'draft'
      WHEN 'rescheduled' THEN state IN ('draft', 'published')
      WHEN 'closed' THEN state IN ('published', 'completing')
      WHEN 'allocated' THEN state = 'closed'
      WHEN 'reopened' THEN state IN ('published', 'completing', 'closed', 'allocated')
      WHEN 'completing' THEN state IN ('published', 'completing', 'closed', 'allocated')
      WHEN 'sent' THEN state = 'allocated'
      WHEN 'receiving' THEN state = 'sent'
      WHEN 'delivered' THEN state IN ('sent', 'receiving')
      WHEN 'settled' THEN state = 'delivered'
      WHEN 'cancelled' THEN state IN ('draft', 'published', 'completing', 'closed', 'allocated')
    END
  );
END;
CREATE TRIGGER cycle_event_projects AFTER INSERT ON cycle_event BEGIN
  UPDATE cycle SET
    version = NEW.number,
    closes_at = coalesce(NEW.closes_at, closes_at),
    state = CASE NEW.kind
      WHEN 'rescheduled' THEN state
      WHEN 'reopened' THEN 'published'
      ELSE NEW.kind END
  WHERE id = NEW.cycle_id;
END;
CREATE TRIGGER cycle_event_stays BEFORE UPDATE ON cycle_event BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER cycle_event_remains BEFORE DELETE ON cycle_event BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- A cycle that several groups share (interGAS); households without a group need no row.
CREATE TABLE cycle_group (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  group_id TEXT NOT NULL REFERENCES buying_group (id),
  joined_at INTEGER NOT NULL CONSTRAINT cycle_group_joined_at_instant CHECK (joined_at >= 0),
  PRIMARY KEY (cycle_id, group_id)
) STRICT, WITHOUT ROWID;

-- A variant as sold in one cycle: everything that sets its price is frozen here.
CREATE TABLE offer (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  variant_id TEXT NOT NULL REFERENCES variant (id),
  product_id TEXT NOT NULL REFERENCES product (id),
  enterprise_id TEXT NOT NULL REFERENCES enterprise (id),
  category_id TEXT NOT NULL REFERENCES category (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CONSTRAINT offer_kind_known CHECK (kind IN ('piece', 'kg', 'variable')),
  price_cents INTEGER NOT NULL CONSTRAINT offer_price_positive CHECK (price_cents >= 0),
  vat_basis_points INTEGER NOT NULL CONSTRAINT offer_vat_sane
    CHECK (vat_basis_points BETWEEN 0 AND 10000),
  box_units INTEGER NOT NULL CONSTRAINT offer_box_whole CHECK (box_units >= 1),
  step_milli INTEGER NOT NULL CONSTRAINT offer_step_positive CHECK (step_milli >= 1),
  least_milli INTEGER NOT NULL CONSTRAINT offer_least_is_steps
    CHECK (least_milli >= step_milli AND least_milli % step_milli = 0),
  nominal_grams INTEGER CONSTRAINT offer_nominal_positive CHECK (nominal_grams > 0),
  net_grams INTEGER,
  net_ml INTEGER,
  deposit_cents INTEGER NOT NULL CONSTRAINT offer_deposit_positive CHECK (deposit_cents >= 0),
  pool_id TEXT REFERENCES stock_pool (id),
  pool_milli_per_unit INTEGER NOT NULL CONSTRAINT offer_draws_from_pool
    CHECK (pool_milli_per_unit >= 1),
  withdrawn_at INTEGER,
  CONSTRAINT offer_nominal_for_variable CHECK ((kind = 'variable') = (nominal_grams IS NOT NULL)),
  UNIQUE (cycle_id, variant_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_on_the_shelf ON offer (cycle_id, position);
CREATE INDEX offer_by_category ON offer (cycle_id, category_id, position);
CREATE INDEX offer_by_producer ON offer (cycle_id, enterprise_id, position);
CREATE INDEX offer_by_product ON offer (cycle_id, product_id);

CREATE TABLE offer_total (
  offer_id TEXT PRIMARY KEY REFERENCES offer (id),
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  enterprise_id TEXT NOT NULL REFERENCES enterprise (id),
  lines INTEGER NOT NULL DEFAULT 0 CONSTRAINT offer_total_lines_positive CHECK (lines >= 0),
  demand_milli INTEGER NOT NULL DEFAULT 0,
  tolerance_milli INTEGER NOT NULL DEFAULT 0,
  estimated_cents INTEGER NOT NULL DEFAULT 0,
  boxes INTEGER,
  ordered_milli INTEGER,
  delivered_milli INTEGER NOT NULL DEFAULT 0,
  final_cents INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_total_by_cycle ON offer_total (cycle_id, enterprise_id);

-- What was wanted more of an offer while its box was completed. Each rise begins where the one
-- before it ended: of two that were decided on the same rest of a box the second is refused.
CREATE TABLE completion_rise (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  round INTEGER NOT NULL CONSTRAINT completion_rise_round_counts CHECK (round >= 1),
  offer_id TEXT NOT NULL REFERENCES offer (id),
  from_milli INTEGER NOT NULL CONSTRAINT completion_rise_from_positive CHECK (from_milli >= 0),
  to_milli INTEGER NOT NULL,
  at INTEGER NOT NULL,
  CONSTRAINT completion_rise_rises CHECK (to_milli > from_milli),
  PRIMARY KEY (cycle_id, round, offer_id, from_milli)
) STRICT, WITHOUT ROWID;

CREATE TABLE producer_total (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  enterprise_id TEXT NOT NULL REFERENCES enterprise (id),
  lines INTEGER NOT NULL DEFAULT 0 CONSTRAINT producer_total_lines_positive CHECK (lines >= 0),
  estimated_cents INTEGER NOT NULL DEFAULT 0,
  final_cents INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (cycle_id, enterprise_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE place_total (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  place TEXT NOT NULL,
  orders INTEGER NOT NULL DEFAULT 0 CONSTRAINT place_total_orders_positive CHECK (orders >= 0),
  lines INTEGER NOT NULL DEFAULT 0,
  load_grams INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (cycle_id, place)
) STRICT, WITHOUT ROWID;

-- How many offers each filter value has, counted when the offers are frozen.
CREATE TABLE offer_facet (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  facet TEXT NOT NULL CONSTRAINT offer_facet_known
    CHECK (facet IN ('category', 'producer', 'scheme', 'all')),
  value TEXT NOT NULL,
  offers INTEGER NOT NULL,
  PRIMARY KEY (cycle_id, facet, value)
) STRICT, WITHOUT ROWID;

-- An offer that is withdrawn is on no shelf, so no filter counts it; one that comes back counts.
CREATE TRIGGER offer_facet_follows AFTER UPDATE OF withdrawn_at ON offer
  WHEN (OLD.withdrawn_at IS NULL) <> (NEW.withdrawn_at IS NULL) BEGIN
  UPDATE offer_facet SET offers = offers + iif(NEW.withdrawn_at IS NULL, 1, -1)
    WHERE cycle_id = NEW.cycle_id AND (
      facet = 'all'
      OR (facet = 'producer' AND value = NEW.enterprise_id)
      OR (facet = 'category' AND value IN (
        SELECT id FROM category WHERE id = NEW.category_id
        UNION SELECT parent_id FROM category WHERE id = NEW.category_id
      ))
    );
END;

CREATE TABLE basket (
  id TEXT PRIMARY KEY,
  token_digest TEXT NOT NULL UNIQUE
    CONSTRAINT basket_token_digest_hex
    CHECK (length(token_digest) = 64 AND token_digest NOT GLOB '*[^0-9a-f]*'),
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  household_id TEXT REFERENCES household (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX basket_by_age ON basket (changed_at);

CREATE TABLE basket_line (
  basket_id TEXT NOT NULL REFERENCES basket (id) ON DELETE CASCADE,
  offer_id TEXT NOT NULL REFERENCES offer (id),
  wanted_milli INTEGER NOT NULL CONSTRAINT basket_line_wants_something CHECK (wanted_milli > 0),
  tolerance_milli INTEGER NOT NULL CONSTRAINT basket_line_tolerance_positive
    CHECK (tolerance_milli >= 0),
  added_at INTEGER NOT NULL,
  PRIMARY KEY (basket_id, offer_id)
) STRICT, WITHOUT ROWID;

-- A basket that was for an earlier cycle starts afresh with the next one.
CREATE TRIGGER basket_starts_afresh AFTER UPDATE OF cycle_id ON basket
  WHEN NEW.cycle_id <> OLD.cycle_id BEGIN
  DELETE FROM basket_line WHERE basket_id = NEW.id;
END;

-- An order that still has to be paid: its stock is held until expires_at, nothing else exists yet.
CREATE TABLE checkout (
  id TEXT PRIMARY KEY,
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL
    CONSTRAINT checkout_hash_hex
    CHECK (length(request_hash) = 64 AND request_hash NOT GLOB '*[^0-9a-f]*'),
  order_id TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CONSTRAINT checkout_amount_positive CHECK (amount_cents > 0),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  hold_id TEXT,
  ended_at INTEGER,
  UNIQUE (actor, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX checkout_waiting ON checkout (expires_at) WHERE ended_at IS NULL;
-- A hold is undone when its checkout expires: an order that is saved at that moment is refused.
CREATE TRIGGER checkout_ends_once BEFORE UPDATE OF ended_at ON checkout
  WHEN OLD.ended_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:checkout-ended');
END;

CREATE TABLE customer_order (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  household_id TEXT REFERENCES household (id),
  link_digest TEXT UNIQUE
    CONSTRAINT customer_order_link_hex
    CHECK (length(link_digest) = 64 AND link_digest NOT GLOB '*[^0-9a-f]*'),
  place TEXT NOT NULL,
  slot_id TEXT REFERENCES slot (id),
  payment TEXT NOT NULL CONSTRAINT customer_order_payment_known
    CHECK (payment IN ('wallet', 'card', 'at-pickup')),
  delivery_fee_cents INTEGER NOT NULL CONSTRAINT customer_order_fee_positive
    CHECK (delivery_fee_cents >= 0),
  card_hold_basis_points INTEGER NOT NULL CONSTRAINT customer_order_card_hold_positive
    CHECK (card_hold_basis_points >= 0),
  network_fee_basis_points INTEGER NOT NULL CONSTRAINT customer_order_network_fee_sane
    CHECK (network_fee_basis_points BETWEEN 0 AND 10000),
  rules TEXT NOT NULL CONSTRAINT customer_order_rules_json CHECK (json_valid(rules)),
  hold_id TEXT,
  hold_ref TEXT,
  hold_cents INTEGER NOT NULL DEFAULT 0 CONSTRAINT customer_order_hold_positive
    CHECK (hold_cents >= 0),
  placed_at INTEGER NOT NULL,
  placed_by TEXT NOT NULL,
  -- In which language whoever ordered reads the letters about it.
  language TEXT NOT NULL DEFAULT 'it'
    CONSTRAINT customer_order_language_known CHECK (language IN ('it', 'en')),
  version INTEGER NOT NULL DEFAULT 0,
  lines INTEGER NOT NULL DEFAULT 0 CONSTRAINT customer_order_lines_positive CHECK (lines >= 0),
  goods_estimated_cents INTEGER NOT NULL DEFAULT 0,
  goods_hold_cents INTEGER NOT NULL DEFAULT 0,
  goods_final_cents INTEGER NOT NULL DEFAULT 0,
  deposits_cents INTEGER NOT NULL DEFAULT 0,
  -- What was given back of the goods after it was settled: its total says what it came to then.
  refunded_cents INTEGER NOT NULL DEFAULT 0 CONSTRAINT customer_order_refunded_positive
    CHECK (refunded_cents >= 0),
  cancelled_at INTEGER,
  handed_out_at INTEGER,
  settled_at INTEGER,
  final_fee_cents INTEGER,
  final_total_cents INTEGER,
  captured_cents INTEGER CONSTRAINT customer_order_captured_positive CHECK (captured_cents >= 0),
  CONSTRAINT customer_order_for_someone CHECK (household_id IS NOT NULL OR link_digest IS NOT NULL),
  CONSTRAINT customer_order_wallet_of_household
    CHECK (payment <> 'wallet' OR household_id IS NOT NULL),
  CONSTRAINT customer_order_settled_whole CHECK (
    (settled_at IS NULL) = (final_total_cents IS NULL)
    AND (settled_at IS NULL) = (final_fee_cents IS NULL)
  ),
  -- A line weighed while its order is being charged fails here: the charge is worked out again.
  CONSTRAINT customer_order_settled_sum CHECK (
    final_total_cents = goods_final_cents + deposits_cents + final_fee_cents
  )
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_order_by_cycle ON customer_order (cycle_id, placed_at);
CREATE INDEX customer_order_to_settle ON customer_order (cycle_id, id)
  WHERE settled_at IS NULL AND cancelled_at IS NULL;
CREATE UNIQUE INDEX customer_order_one_each ON customer_order (cycle_id, household_id)
  WHERE cancelled_at IS NULL AND household_id IS NOT NULL;

-- Who a guest is, and where a home order goes: personal, erasable.
CREATE TABLE order_contact (
  order_id TEXT PRIMARY KEY REFERENCES customer_order (id),
  name TEXT NOT NULL CONSTRAINT order_contact_name_said CHECK (length(name) BETWEEN 1 AND 120),
  email TEXT,
  phone TEXT,
  street TEXT,
  postcode TEXT,
  town TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE order_line (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES customer_order (id),
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  offer_id TEXT NOT NULL REFERENCES offer (id),
  enterprise_id TEXT NOT NULL REFERENCES enterprise (id),
  seq INTEGER NOT NULL CONSTRAINT order_line_seq_counts CHECK (seq >= 1),
  version INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'new' CONSTRAINT order_line_status_known CHECK (status IN (
    'new', 'ordered', 'withdrawn', 'allocated', 'cut_by_box', 'partly_cut_by_box',
    'cancelled_minimum', 'not_delivered', 'short_delivered', 'delivered'
  )),
  wanted_milli INTEGER NOT NULL DEFAULT 0,
  tolerance_milli INTEGER NOT NULL DEFAULT 0,
  allocated_milli INTEGER,
  lost_milli INTEGER NOT NULL DEFAULT 0,
  delivered_milli INTEGER,
  actual_grams INTEGER,
  estimated_cents INTEGER NOT NULL DEFAULT 0,
  hold_cents INTEGER NOT NULL DEFAULT 0,
  final_cents INTEGER,
  deposit_cents INTEGER NOT NULL DEFAULT 0,
  load_grams INTEGER NOT NULL DEFAULT 0,
  refunded_cents INTEGER NOT NULL DEFAULT 0,
  UNIQUE (cycle_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_line_by_order ON order_line (order_id);
CREATE INDEX order_line_by_offer ON order_line (offer_id, seq);
CREATE INDEX order_line_by_producer ON order_line (cycle_id, enterprise_id);

-- Every change of a line, with the whole state it leaves behind.
CREATE TABLE line_event (
  line_id TEXT NOT NULL REFERENCES order_line (id),
  number INTEGER NOT NULL CONSTRAINT line_event_counts_from_one CHECK (number >= 1),
  kind TEXT NOT NULL CONSTRAINT line_event_kind_known CHECK (kind IN (
    'wanted', 'withdrawn', 'allocated', 'unallocated', 'short', 'weighed', 'delivered', 'refunded'
  )),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL,
  wanted_milli INTEGER NOT NULL CONSTRAINT line_event_wanted_positive CHECK (wanted_milli >= 0),
  tolerance_milli INTEGER NOT NULL CONSTRAINT line_event_tolerance_positive
    CHECK (tolerance_milli >= 0),
  allocated_milli INTEGER CONSTRAINT line_event_allocated_within_want
    CHECK (allocated_milli BETWEEN 0 AND wanted_milli + tolerance_milli),
  lost_milli INTEGER NOT NULL CONSTRAINT line_event_lost_positive CHECK (lost_milli >= 0),
  delivered_milli INTEGER CONSTRAINT line_event_delivered_what_was_left
    CHECK (delivered_milli = allocated_milli - lost_milli),
  actual_grams INTEGER CONSTRAINT line_event_grams_positive CHECK (actual_grams >= 0),
  estimated_cents INTEGER NOT NULL,
  hold_cents INTEGER NOT NULL,
  final_cents INTEGER,
  deposit_cents INTEGER NOT NULL,
  load_grams INTEGER NOT NULL,
  refunded_cents INTEGER NOT NULL DEFAULT 0 CONSTRAINT line_event_refunds_what_was_paid
    CHECK (refunded_cents BETWEEN 0 AND max(0, coalesce(final_cents, 0))),
  CONSTRAINT line_event_sums_positive CHECK (
    estimated_cents >= 0 AND hold_cents >= 0 AND deposit_cents >= 0 AND load_grams >= 0
    AND coalesce(final_cents, 0) >= 0
  ),
  PRIMARY KEY (line_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER line_event_follows BEFORE INSERT ON line_event BEGIN
  SELECT raise(abort, 'refused:line-changed') WHERE NOT EXISTS (
    SELECT 1 FROM order_line WHERE id = NEW.line_id AND version = NEW.number - 1
  );
  -- A household changes its mind until the close; a cycle that is cancelled gives everything back.
  SELECT raise(abort, 'refused:cycle-closed') WHERE NEW.kind IN ('wanted', 'withdrawn')
    AND NOT EXISTS (
      SELECT 1 FROM order_line JOIN cycle ON cycle.id = order_line.cycle_id
      WHERE order_line.id = NEW.line_id AND (
        (cycle.opens_at <= NEW.at AND NEW.at < cycle.closes_at AND (
          cycle.state = 'published' OR (cycle.state = 'completing' AND NEW.kind = 'wanted')
        ))
        OR (cycle.state = 'cancelled' AND NEW.kind = 'withdrawn')
      )
    );
  SELECT raise(abort, 'refused:cycle-state') WHERE NEW.kind NOT IN ('wanted', 'withdrawn')
    AND NOT EXISTS (
      SELECT 1 FROM order_line JOIN cycle ON cycle.id = order_line.cycle_id
      WHERE order_line.id = NEW.line_id AND CASE NEW.kind
        WHEN 'allocated' THEN cycle.state = 'closed'
        WHEN 'unallocated' THEN cycle.state IN ('published', 'completing')
        WHEN 'short' THEN cycle.state IN ('sent', 'receiving')
        WHEN 'weighed' THEN cycle.state IN ('sent', 'receiving', 'delivered')
        WHEN 'delivered' THEN cycle.state = 'delivered'
        WHEN 'refunded' THEN cycle.state = 'settled'
      END
    );
  -- Money is given back once it was taken; whatever else changes a line comes before.
  SELECT raise(abort, 'refused:order-settled') WHERE NEW.kind <> 'refunded' AND EXISTS (
    SELECT 1 FROM order_line JOIN customer_order ON customer_order.id = order_line.order_id
    WHERE order_line.id = NEW.line_id AND customer_order.settled_at IS NOT NULL
  );
END;
CREATE TRIGGER line_event_projects AFTER INSERT ON line_event BEGIN
  UPDATE order_line SET
    version = NEW.number, status = NEW.status,
    wanted_milli = NEW.wanted_milli, tolerance_milli = NEW.tolerance_milli,
    allocated_milli = NEW.allocated_milli, lost_milli = NEW.lost_milli,
    delivered_milli = NEW.delivered_milli, actual_grams = NEW.actual_grams,
    estimated_cents = NEW.estimated_cents, hold_cents = NEW.hold_cents,
    final_cents = NEW.final_cents, deposit_cents = NEW.deposit_cents,
    load_grams = NEW.load_grams, refunded_cents = NEW.refunded_cents
  WHERE id = NEW.line_id;
END;
CREATE TRIGGER line_event_stays BEFORE UPDATE ON line_event BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER line_event_remains BEFORE DELETE ON line_event BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- A line starts empty and moves only by its next event, or the totals would miss a part of it.
CREATE TRIGGER order_line_starts_empty BEFORE INSERT ON order_line BEGIN
  SELECT raise(abort, 'refused:history-fixed') WHERE EXISTS (
    SELECT 1 FROM order_line WHERE id = NEW.id
  ) OR (
    NEW.version, NEW.status, NEW.wanted_milli, NEW.tolerance_milli, NEW.lost_milli,
    NEW.estimated_cents, NEW.hold_cents, NEW.deposit_cents, NEW.load_grams, NEW.refunded_cents
  ) <> (0, 'new', 0, 0, 0, 0, 0, 0, 0, 0)
  OR coalesce(NEW.allocated_milli, NEW.delivered_milli, NEW.actual_grams, NEW.final_cents)
    IS NOT NULL;
END;
CREATE TRIGGER order_line_moves_by_events BEFORE UPDATE ON order_line BEGIN
  SELECT raise(abort, 'refused:history-fixed') WHERE NEW.version <> OLD.version + 1 OR (
    NEW.id, NEW.order_id, NEW.cycle_id, NEW.offer_id, NEW.enterprise_id, NEW.seq
  ) <> (
    OLD.id, OLD.order_id, OLD.cycle_id, OLD.offer_id, OLD.enterprise_id, OLD.seq
  ) OR NOT EXISTS (
    SELECT 1 FROM line_event WHERE line_id = NEW.id AND number = NEW.version
  );
END;

-- The totals follow the one current row, by the difference, whatever the event was.
CREATE TRIGGER order_line_counts AFTER UPDATE ON order_line BEGIN
  UPDATE customer_order SET
    lines = lines + (NEW.status NOT IN ('new', 'withdrawn'))
      - (OLD.status NOT IN ('new', 'withdrawn')),
    goods_estimated_cents = goods_estimated_cents + NEW.estimated_cents - OLD.estimated_cents,
    goods_hold_cents = goods_hold_cents + NEW.hold_cents - OLD.hold_cents,
    goods_final_cents = goods_final_cents + coalesce(NEW.final_cents, 0)
      - coalesce(OLD.final_cents, 0),
    deposits_cents = deposits_cents + NEW.deposit_cents - OLD.deposit_cents,
    refunded_cents = refunded_cents + NEW.refunded_cents - OLD.refunded_cents
  WHERE id = NEW.order_id;
  UPDATE offer_total SET
    lines = lines + (NEW.status NOT IN ('new', 'withdrawn'))
      - (OLD.status NOT IN ('new', 'withdrawn')),
    demand_milli = demand_milli + NEW.wanted_milli - OLD.wanted_milli,
    tolerance_milli = tolerance_milli + NEW.tolerance_milli - OLD.tolerance_milli,
    estimated_cents = estimated_cents + NEW.estimated_cents - OLD.estimated_cents,
    delivered_milli = delivered_milli + coalesce(NEW.delivered_milli, 0)
      - coalesce(OLD.delivered_milli, 0),
    final_cents = final_cents + coalesce(NEW.final_cents, 0) - coalesce(OLD.final_cents, 0)
  WHERE offer_id = NEW.offer_id;
  UPDATE producer_total SET
    lines = lines + (NEW.status NOT IN ('new', 'withdrawn'))
      - (OLD.status NOT IN ('new', 'withdrawn')),
    estimated_cents = estimated_cents + NEW.estimated_cents - OLD.estimated_cents,
    final_cents = final_cents + coalesce(NEW.final_cents, 0) - coalesce(OLD.final_cents, 0)
  WHERE cycle_id = NEW.cycle_id AND enterprise_id = NEW.enterprise_id;
  UPDATE place_total SET
    lines = lines + (NEW.status NOT IN ('new', 'withdrawn'))
      - (OLD.status NOT IN ('new', 'withdrawn')),
    load_grams = load_grams + NEW.load_grams - OLD.load_grams
  WHERE cycle_id = NEW.cycle_id
    AND place = (SELECT place FROM customer_order WHERE id = NEW.order_id);
END;
-- Two changes of one order cannot both follow the same version.
CREATE TRIGGER customer_order_follows BEFORE UPDATE OF version ON customer_order
  WHEN NEW.version <> OLD.version + 1 OR OLD.cancelled_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:order-changed');
END;
-- What an order came to is said once.
CREATE TRIGGER customer_order_settles_once BEFORE UPDATE OF
  settled_at, final_fee_cents, final_total_cents ON customer_order
  WHEN OLD.settled_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:order-settled');
END;
CREATE TRIGGER customer_order_handed_out_once BEFORE UPDATE OF handed_out_at ON customer_order
  WHEN OLD.handed_out_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:order-handed-out');
END;
-- Its letters are in one language, from the first to the last.
CREATE TRIGGER customer_order_language_stays BEFORE UPDATE OF language ON customer_order
  WHEN NEW.language <> OLD.language BEGIN
  SELECT raise(abort, 'refused:order-language');
END;
CREATE TRIGGER customer_order_counts AFTER INSERT ON customer_order BEGIN
  INSERT INTO place_total (cycle_id, place, orders) VALUES (NEW.cycle_id, NEW.place, 1)
    ON CONFLICT (cycle_id, place) DO UPDATE SET orders = orders + 1;
END;
CREATE TRIGGER customer_order_uncounts AFTER UPDATE OF cancelled_at ON customer_order
  WHEN OLD.cancelled_at IS NULL AND NEW.cancelled_at IS NOT NULL BEGIN
  UPDATE place_total SET orders = orders - 1
    WHERE cycle_id = NEW.cycle_id AND place = NEW.place;
END;
CREATE TRIGGER customer_order_moves AFTER UPDATE OF place ON customer_order
  WHEN OLD.place <> NEW.place BEGIN
  INSERT INTO place_total (cycle_id, place, orders, lines, load_grams)
    SELECT NEW.cycle_id, NEW.place, 1, NEW.lines,
      (SELECT coalesce(sum(load_grams), 0) FROM order_line WHERE order_id = NEW.id)
    ON CONFLICT (cycle_id, place) DO UPDATE SET orders = orders + 1,
      lines = lines + excluded.lines, load_grams = load_grams + excluded.load_grams;
  UPDATE place_total SET orders = orders - 1, lines = lines - NEW.lines,
    load_grams = load_grams
      - (SELECT coalesce(sum(load_grams), 0) FROM order_line WHERE order_id = NEW.id)
    WHERE cycle_id = OLD.cycle_id AND place = OLD.place;
END;
CREATE TRIGGER offer_counts AFTER INSERT ON offer BEGIN
  INSERT INTO offer_total (offer_id, cycle_id, enterprise_id)
    VALUES (NEW.id, NEW.cycle_id, NEW.enterprise_id);
  INSERT INTO producer_total (cycle_id, enterprise_id) VALUES (NEW.cycle_id, NEW.enterprise_id)
    ON CONFLICT (cycle_id, enterprise_id) DO NOTHING;
END;

-- Steps of a close that are done, so that it can stop anywhere and go on.
CREATE TABLE cycle_step (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  round INTEGER NOT NULL,
  step TEXT NOT NULL CONSTRAINT cycle_step_known
    CHECK (step IN ('allocate', 'send', 'settle-producer')),
  subject TEXT NOT NULL,
  done_at INTEGER NOT NULL,
  PRIMARY KEY (cycle_id, round, step, subject)
) STRICT, WITHOUT ROWID;

-- Facts of delivery day, as they were told, append-only. A shortage is spread over lines by rule.
CREATE TABLE delivery_fact (
  id INTEGER PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  kind TEXT NOT NULL CONSTRAINT delivery_fact_kind_known
    CHECK (kind IN ('arrived', 'short', 'weighed', 'handed-out', 'returned')),
  subject TEXT NOT NULL,
  quantity INTEGER CONSTRAINT delivery_fact_quantity_positive CHECK (quantity >= 0),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX delivery_fact_by_cycle ON delivery_fact (cycle_id, kind, subject);
-- INSERT OR REPLACE fires no delete trigger.
CREATE TRIGGER delivery_fact_once BEFORE INSERT ON delivery_fact BEGIN
  SELECT raise(abort, 'refused:history-fixed') WHERE EXISTS (
    SELECT 1 FROM delivery_fact WHERE id = NEW.id
  );
END;
CREATE TRIGGER delivery_fact_stays BEFORE UPDATE ON delivery_fact BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER delivery_fact_remains BEFORE DELETE ON delivery_fact BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
