-- Why: people choose which letters they want, letter by letter, and letters about a week go out to
-- many, once each, however often the job runs and wherever it stops.

-- Whose choice: a person's id, or an address that is no person's here. Not said is as agreed to; a
-- group's reminder goes out until somebody says no.
CREATE TABLE notice_choice (
  holder TEXT NOT NULL CONSTRAINT notice_choice_holder_sized CHECK (length(holder) BETWEEN 3 AND 254),
  notice TEXT NOT NULL CONSTRAINT notice_choice_notice_known
    CHECK (notice IN ('week-opens', 'closing-soon', 'group-reminder', 'pickup-day', 'low-credit',
      'vote-news')),
  wanted INTEGER NOT NULL CONSTRAINT notice_choice_wanted_or_not CHECK (wanted BETWEEN 0 AND 1),
  channel TEXT NOT NULL CONSTRAINT notice_choice_channel_known
    CHECK (channel IN ('page', 'api', 'letter')),
  chosen_at INTEGER NOT NULL CONSTRAINT notice_choice_chosen_at_instant CHECK (chosen_at >= 0),
  PRIMARY KEY (holder, notice)
) STRICT, WITHOUT ROWID;

-- How far a letter about a cycle has gone out: who was reached last, in the order of ids.
CREATE TABLE cycle_notice (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  notice TEXT NOT NULL CONSTRAINT cycle_notice_notice_known
    CHECK (notice IN ('week-opens', 'closing-soon', 'pickup-day')),
  reached TEXT NOT NULL,
  at INTEGER NOT NULL CONSTRAINT cycle_notice_at_instant CHECK (at >= 0),
  finished_at INTEGER CONSTRAINT cycle_notice_finished_in_time CHECK (finished_at >= at),
  PRIMARY KEY (cycle_id, notice)
) STRICT, WITHOUT ROWID;
-- Of two runs that tell the same people the second is refused, with its letters.
CREATE TRIGGER cycle_notice_begins BEFORE INSERT ON cycle_notice BEGIN
  SELECT raise(abort, 'refused:notice-told') WHERE EXISTS (
    SELECT 1 FROM cycle_notice WHERE cycle_id = NEW.cycle_id AND notice = NEW.notice
  );
END;
CREATE TRIGGER cycle_notice_goes_on BEFORE UPDATE ON cycle_notice BEGIN
  SELECT raise(abort, 'refused:notice-told') WHERE OLD.finished_at IS NOT NULL
    OR NEW.reached < OLD.reached OR (NEW.reached = OLD.reached AND NEW.finished_at IS NULL);
END;
CREATE TRIGGER cycle_notice_remains BEFORE DELETE ON cycle_notice BEGIN
  SELECT raise(abort, 'refused:notice-told');
END;

-- One's own orders and households are read on many pages: by index, whatever others order.
CREATE INDEX customer_order_by_household ON customer_order (household_id)
  WHERE household_id IS NOT NULL;
CREATE INDEX role_grant_by_household ON role_grant (subject)
  WHERE role = 'household' AND revoked_at IS NULL;
