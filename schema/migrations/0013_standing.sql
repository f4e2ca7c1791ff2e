-- Why: a household's list becomes an order by itself in every cycle, and what came of it is written
-- once, whatever it was. A household asks to come into a group, and leaves it; a group's
-- coordinator reminds those who have not ordered once a cycle, not every hour.

CREATE TABLE standing_order (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  -- Who finds its orders among their own.
  person_id TEXT REFERENCES person (id),
  place TEXT NOT NULL,
  slot_id TEXT REFERENCES slot (id),
  -- A card has to be asked each time, and nobody is there to show it.
  payment TEXT NOT NULL CONSTRAINT standing_order_payment_known
    CHECK (payment IN ('wallet', 'at-pickup')),
  in_part INTEGER NOT NULL CONSTRAINT standing_order_in_part_or_whole CHECK (in_part BETWEEN 0 AND 1),
  price_rise_basis_points INTEGER NOT NULL CONSTRAINT standing_order_price_rise_sane
    CHECK (price_rise_basis_points BETWEEN 0 AND 10000),
  version INTEGER NOT NULL DEFAULT 1 CONSTRAINT standing_order_version_counts CHECK (version >= 1),
  -- Cycles whose moment comes before this are none of its business: its making, or its resumption.
  active_from INTEGER NOT NULL CONSTRAINT standing_order_active_from_instant
    CHECK (active_from >= 0),
  paused_at INTEGER,
  skips_next INTEGER NOT NULL DEFAULT 0 CONSTRAINT standing_order_skips_or_not
    CHECK (skips_next BETWEEN 0 AND 1),
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  ended_at INTEGER,
  ended_by TEXT,
  CONSTRAINT standing_order_ended_by_someone CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX standing_order_one_each ON standing_order (household_id)
  WHERE ended_at IS NULL;
-- A list that is changed while it becomes an order is read anew; one that ended is over.
CREATE TRIGGER standing_order_follows BEFORE UPDATE ON standing_order
WHEN NEW.version <> OLD.version + 1 OR OLD.ended_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:standing-changed');
END;

CREATE TABLE standing_line (
  standing_id TEXT NOT NULL REFERENCES standing_order (id),
  variant_id TEXT NOT NULL REFERENCES variant (id),
  position INTEGER NOT NULL,
  wanted_milli INTEGER NOT NULL CONSTRAINT standing_line_wants_something CHECK (wanted_milli > 0),
  tolerance_milli INTEGER NOT NULL CONSTRAINT standing_line_tolerance_positive
    CHECK (tolerance_milli >= 0),
  -- The price when its household last said yes to it.
  agreed_cents INTEGER NOT NULL CONSTRAINT standing_line_agreed_positive CHECK (agreed_cents >= 0),
  PRIMARY KEY (standing_id, variant_id)
) STRICT, WITHOUT ROWID;

-- What a size last cost in a cycle, whichever that was.
CREATE INDEX offer_by_variant ON offer (variant_id);

-- What came of a list in a cycle, once: whoever comes second finds the row.
CREATE TABLE standing_run (
  standing_id TEXT NOT NULL REFERENCES standing_order (id),
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  at INTEGER NOT NULL CONSTRAINT standing_run_at_instant CHECK (at >= 0),
  outcome TEXT NOT NULL CONSTRAINT standing_run_outcome_known
    CHECK (outcome IN ('placed', 'partly', 'failed', 'skipped')),
  order_id TEXT REFERENCES customer_order (id),
  -- Why nothing of it was ordered; a line's own reason stands with the line.
  reason TEXT,
  lines TEXT NOT NULL CONSTRAINT standing_run_lines_list
    CHECK (json_valid(lines) AND json_type(lines) = 'array'),
  CONSTRAINT standing_run_order_when_placed
    CHECK ((order_id IS NOT NULL) = (outcome IN ('placed', 'partly'))),
  CONSTRAINT standing_run_reason_when_failed CHECK ((reason IS NOT NULL) = (outcome = 'failed')),
  PRIMARY KEY (standing_id, cycle_id)
) STRICT, WITHOUT ROWID;
-- INSERT OR REPLACE fires no delete trigger.
CREATE TRIGGER standing_run_once BEFORE INSERT ON standing_run BEGIN
  SELECT raise(abort, 'refused:standing-done') WHERE EXISTS (
    SELECT 1 FROM standing_run WHERE standing_id = NEW.standing_id AND cycle_id = NEW.cycle_id
  );
END;
CREATE TRIGGER standing_run_stays BEFORE UPDATE ON standing_run BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER standing_run_remains BEFORE DELETE ON standing_run BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

CREATE TABLE group_request (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES buying_group (id),
  household_id TEXT NOT NULL REFERENCES household (id),
  asked_at INTEGER NOT NULL CONSTRAINT group_request_asked_at_instant CHECK (asked_at >= 0),
  asked_by TEXT NOT NULL,
  ended_at INTEGER CONSTRAINT group_request_ended_later CHECK (ended_at >= asked_at),
  ended_by TEXT,
  ending TEXT CONSTRAINT group_request_ending_known
    CHECK (ending IN ('accepted', 'declined', 'withdrawn')),
  -- In the words of who said no; NULL once it is erased.
  reason TEXT CONSTRAINT group_request_reason_said CHECK (length(reason) BETWEEN 1 AND 300),
  CONSTRAINT group_request_ended_whole
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ending IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX group_request_one_open ON group_request (household_id) WHERE ended_at IS NULL;
CREATE INDEX group_request_waiting ON group_request (group_id) WHERE ended_at IS NULL;
-- Of two who answer it the second is told; what was said of a request that is over may be erased.
CREATE TRIGGER group_request_ends_once BEFORE UPDATE OF ended_at, ended_by, ending ON group_request
WHEN OLD.ended_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:group-request-ended');
END;

-- Those who had not ordered were reminded, once a cycle.
CREATE TABLE group_reminder (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  group_id TEXT NOT NULL REFERENCES buying_group (id),
  sent_at INTEGER NOT NULL CONSTRAINT group_reminder_sent_at_instant CHECK (sent_at >= 0),
  sent_by TEXT NOT NULL,
  households INTEGER NOT NULL CONSTRAINT group_reminder_to_somebody CHECK (households >= 1),
  PRIMARY KEY (cycle_id, group_id)
) STRICT, WITHOUT ROWID;

-- A household that goes for good orders nothing more, and waits for no answer.
CREATE TRIGGER household_gone_orders_no_more AFTER UPDATE OF erased_at ON household
WHEN OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL BEGIN
  DELETE FROM standing_line WHERE standing_id IN (
    SELECT id FROM standing_order WHERE household_id = NEW.id);
  UPDATE standing_order SET ended_at = NEW.erased_at, ended_by = 'system:erasure',
      version = version + 1
    WHERE household_id = NEW.id AND ended_at IS NULL;
  UPDATE group_request SET reason = NULL WHERE household_id = NEW.id;
  UPDATE group_request SET ended_at = max(NEW.erased_at, asked_at), ended_by = 'system:erasure',
      ending = 'withdrawn'
    WHERE household_id = NEW.id AND ended_at IS NULL;
END;
-- Crates of a group's household go to the group: it leaves once nothing of it is on its way.
CREATE TRIGGER household_leaves_settled BEFORE UPDATE OF group_id ON household
WHEN OLD.group_id IS NOT NULL AND NEW.group_id IS NOT OLD.group_id BEGIN
  SELECT raise(abort, 'refused:group-order-open') WHERE EXISTS (
    SELECT 1 FROM customer_order
    WHERE household_id = NEW.id AND cancelled_at IS NULL AND settled_at IS NULL
  );
END;
