-- Why: rounds are planned away from requests. A problem is a fact, and so is each plan of it; a
-- problem that cannot be planned is set aside with its reason and stops no other.

CREATE TABLE plan_problem (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  number INTEGER NOT NULL CONSTRAINT plan_problem_counts_from_one CHECK (number >= 1),
  -- VROOM's words and ours beside (docs/planner.md), without the matrices.
  problem TEXT NOT NULL CONSTRAINT plan_problem_is_json CHECK (json_valid(problem)),
  -- Where a search begins: a version of an earlier problem.
  from_problem TEXT,
  from_version INTEGER,
  state TEXT NOT NULL DEFAULT 'waiting' CONSTRAINT plan_problem_state_known
    CHECK (state IN ('waiting', 'solving', 'solved', 'set-aside')),
  reason TEXT CONSTRAINT plan_problem_reason_known CHECK (
    reason IN ('superseded', 'invalid', 'failed', 'check-failed', 'gave-up')
  ),
  reason_words TEXT CONSTRAINT plan_problem_reason_words_sized CHECK (length(reason_words) <= 500),
  tries INTEGER NOT NULL DEFAULT 0 CONSTRAINT plan_problem_tries_counted CHECK (tries >= 0),
  -- How far the search is, while somebody works on it.
  thousandths INTEGER NOT NULL DEFAULT 0 CONSTRAINT plan_problem_progress_of_a_thousand
    CHECK (thousandths BETWEEN 0 AND 1000),
  -- How many of its errands were called off since.
  dropped INTEGER NOT NULL DEFAULT 0 CONSTRAINT plan_problem_dropped_counted CHECK (dropped >= 0),
  -- From when on it may be taken in hand; while somebody works on it, until when they are let be.
  due_at INTEGER NOT NULL CONSTRAINT plan_problem_due_at_instant CHECK (due_at >= 0),
  made_at INTEGER NOT NULL CONSTRAINT plan_problem_made_at_instant CHECK (made_at >= 0),
  made_by TEXT NOT NULL,
  CONSTRAINT plan_problem_set_aside_for_a_reason
    CHECK ((state = 'set-aside') = (reason IS NOT NULL)),
  CONSTRAINT plan_problem_begins_with_a_version
    CHECK ((from_problem IS NULL) = (from_version IS NULL)),
  UNIQUE (cycle_id, number),
  FOREIGN KEY (from_problem, from_version) REFERENCES plan_version (problem_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_problem_to_do ON plan_problem (due_at) WHERE state IN ('waiting', 'solving');
CREATE TRIGGER plan_problem_follows BEFORE INSERT ON plan_problem BEGIN
  SELECT raise(abort, 'refused:plan-problem-changed') WHERE EXISTS (
    SELECT 1 FROM plan_problem
    WHERE id = NEW.id OR (cycle_id = NEW.cycle_id AND number >= NEW.number)
  );
END;
-- What was asked stays; what is set aside stays so.
CREATE TRIGGER plan_problem_stays BEFORE UPDATE ON plan_problem
  WHEN OLD.state = 'set-aside' OR NEW.id <> OLD.id OR NEW.cycle_id <> OLD.cycle_id
    OR NEW.number <> OLD.number OR NEW.problem <> OLD.problem
    OR NEW.from_problem IS NOT OLD.from_problem OR NEW.from_version IS NOT OLD.from_version
    OR NEW.made_at <> OLD.made_at OR NEW.made_by <> OLD.made_by BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER plan_problem_remains BEFORE DELETE ON plan_problem BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- Where the problem's places are. Some are homes: they are forgotten after a while.
CREATE TABLE plan_place (
  problem_id TEXT NOT NULL REFERENCES plan_problem (id),
  place INTEGER NOT NULL CONSTRAINT plan_place_counts CHECK (place >= 0),
  lat_microdegrees INTEGER NOT NULL CONSTRAINT plan_place_lat_on_earth
    CHECK (lat_microdegrees BETWEEN -90000000 AND 90000000),
  lon_microdegrees INTEGER NOT NULL CONSTRAINT plan_place_lon_on_earth
    CHECK (lon_microdegrees BETWEEN -180000000 AND 180000000),
  PRIMARY KEY (problem_id, place)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER plan_place_stays BEFORE UPDATE ON plan_place BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- Who drives a vehicle of the problem: a courier enterprise, one of its people, or nobody yet.
CREATE TABLE plan_vehicle (
  problem_id TEXT NOT NULL REFERENCES plan_problem (id),
  vehicle INTEGER NOT NULL CONSTRAINT plan_vehicle_counts CHECK (vehicle >= 0),
  name TEXT NOT NULL CONSTRAINT plan_vehicle_name_said CHECK (length(name) BETWEEN 1 AND 120),
  enterprise_id TEXT REFERENCES enterprise (id),
  person_id TEXT REFERENCES person (id),
  PRIMARY KEY (problem_id, vehicle)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER plan_vehicle_stays BEFORE UPDATE ON plan_vehicle BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER plan_vehicle_remains BEFORE DELETE ON plan_vehicle BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- Which errand is of which order, by one of its stops: "job:7", "delivery:12".
CREATE TABLE plan_errand (
  problem_id TEXT NOT NULL REFERENCES plan_problem (id),
  stop TEXT NOT NULL CONSTRAINT plan_errand_stop_named
    CHECK (stop GLOB 'job:[0-9]*' OR stop GLOB 'delivery:[0-9]*'),
  order_id TEXT NOT NULL REFERENCES customer_order (id),
  PRIMARY KEY (problem_id, stop)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_errand_by_order ON plan_errand (order_id);
CREATE TRIGGER plan_errand_stays BEFORE UPDATE ON plan_errand BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER plan_errand_remains BEFORE DELETE ON plan_errand BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- An errand that was called off after the problem was made: it is not to be run any more.
CREATE TABLE plan_drop (
  problem_id TEXT NOT NULL REFERENCES plan_problem (id),
  stop TEXT NOT NULL CONSTRAINT plan_drop_stop_named
    CHECK (stop GLOB 'job:[0-9]*' OR stop GLOB 'delivery:[0-9]*'),
  at INTEGER NOT NULL CONSTRAINT plan_drop_at_instant CHECK (at >= 0),
  actor TEXT NOT NULL,
  PRIMARY KEY (problem_id, stop)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER plan_drop_once BEFORE INSERT ON plan_drop BEGIN
  SELECT raise(abort, 'refused:errand-dropped') WHERE EXISTS (
    SELECT 1 FROM plan_drop WHERE problem_id = NEW.problem_id AND stop = NEW.stop
  );
END;
CREATE TRIGGER plan_drop_asks_again AFTER INSERT ON plan_drop BEGIN
  UPDATE plan_problem SET dropped = dropped + 1, state = 'waiting', tries = 0, due_at = NEW.at
    WHERE id = NEW.problem_id AND state <> 'set-aside';
END;
CREATE TRIGGER plan_drop_stays BEFORE UPDATE ON plan_drop BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER plan_drop_remains BEFORE DELETE ON plan_drop BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- How far it is between the problem's places, for one way of travelling, and who said so.
CREATE TABLE plan_matrix (
  problem_id TEXT NOT NULL REFERENCES plan_problem (id),
  profile TEXT NOT NULL CONSTRAINT plan_matrix_profile_said CHECK (length(profile) BETWEEN 1 AND 40),
  matrix TEXT NOT NULL CONSTRAINT plan_matrix_is_json CHECK (json_valid(matrix)),
  quality TEXT NOT NULL CONSTRAINT plan_matrix_quality_known
    CHECK (quality IN ('streets', 'mixed', 'estimated')),
  sources TEXT NOT NULL CONSTRAINT plan_matrix_sources_json CHECK (json_valid(sources)),
  made_at INTEGER NOT NULL CONSTRAINT plan_matrix_made_at_instant CHECK (made_at >= 0),
  PRIMARY KEY (problem_id, profile)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER plan_matrix_stays BEFORE UPDATE ON plan_matrix BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- A plan that passed the check, as one person or one search left it.
CREATE TABLE plan_version (
  problem_id TEXT NOT NULL REFERENCES plan_problem (id),
  number INTEGER NOT NULL CONSTRAINT plan_version_counts_from_one CHECK (number >= 1),
  plan TEXT NOT NULL CONSTRAINT plan_version_is_json CHECK (json_valid(plan)),
  -- How many errands were called off when it was checked.
  dropped INTEGER NOT NULL CONSTRAINT plan_version_dropped_counted CHECK (dropped >= 0),
  priority_sum INTEGER NOT NULL,
  unserved INTEGER NOT NULL CONSTRAINT plan_version_unserved_counted CHECK (unserved >= 0),
  -- Thousandths of the problem's unit of cost.
  cost_milli INTEGER NOT NULL,
  source TEXT NOT NULL CONSTRAINT plan_version_source_known
    CHECK (source IN ('planner', 'browser', 'hand')),
  -- Of the search that found it; a plan made by hand has neither.
  seed INTEGER,
  rounds INTEGER CONSTRAINT plan_version_rounds_counted CHECK (rounds >= 0),
  checked_at INTEGER NOT NULL CONSTRAINT plan_version_checked_at_instant CHECK (checked_at >= 0),
  saved_at INTEGER NOT NULL CONSTRAINT plan_version_saved_after_check CHECK (saved_at >= checked_at),
  made_by TEXT NOT NULL,
  CONSTRAINT plan_version_searched_or_by_hand CHECK (
    (source = 'hand') = (seed IS NULL) AND (seed IS NULL) = (rounds IS NULL)
  ),
  PRIMARY KEY (problem_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER plan_version_follows BEFORE INSERT ON plan_version BEGIN
  SELECT raise(abort, 'refused:plan-changed') WHERE NEW.number <> 1 + (
    SELECT coalesce(max(number), 0) FROM plan_version WHERE problem_id = NEW.problem_id
  );
  SELECT raise(abort, 'refused:plan-problem-changed') WHERE NOT EXISTS (
    SELECT 1 FROM plan_problem
    WHERE id = NEW.problem_id AND dropped = NEW.dropped AND state <> 'set-aside'
  );
END;
CREATE TRIGGER plan_version_stays BEFORE UPDATE ON plan_version BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER plan_version_remains BEFORE DELETE ON plan_version BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- That whoever drives a route has read this version of it.
CREATE TABLE plan_acknowledgement (
  problem_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  vehicle INTEGER NOT NULL,
  at INTEGER NOT NULL CONSTRAINT plan_acknowledgement_at_instant CHECK (at >= 0),
  actor TEXT NOT NULL,
  PRIMARY KEY (problem_id, version, vehicle),
  FOREIGN KEY (problem_id, version) REFERENCES plan_version (problem_id, number),
  FOREIGN KEY (problem_id, vehicle) REFERENCES plan_vehicle (problem_id, vehicle)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER plan_acknowledgement_of_the_newest BEFORE INSERT ON plan_acknowledgement BEGIN
  SELECT raise(abort, 'refused:plan-acknowledged') WHERE EXISTS (
    SELECT 1 FROM plan_acknowledgement
    WHERE problem_id = NEW.problem_id AND version = NEW.version AND vehicle = NEW.vehicle
  );
  SELECT raise(abort, 'refused:plan-changed') WHERE EXISTS (
    SELECT 1 FROM plan_version WHERE problem_id = NEW.problem_id AND number > NEW.version
  );
END;
CREATE TRIGGER plan_acknowledgement_stays BEFORE UPDATE ON plan_acknowledgement BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER plan_acknowledgement_remains BEFORE DELETE ON plan_acknowledgement BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- What a service of roads said once, so that a new place asks only for its own row and column.
-- Places are told by their position, to five decimals of a degree; -1 where no way leads.
CREATE TABLE road_cell (
  profile TEXT NOT NULL CONSTRAINT road_cell_profile_said CHECK (length(profile) BETWEEN 1 AND 40),
  source TEXT NOT NULL CONSTRAINT road_cell_source_said CHECK (length(source) BETWEEN 1 AND 120),
  from_place TEXT NOT NULL,
  to_place TEXT NOT NULL,
  seconds INTEGER NOT NULL CONSTRAINT road_cell_seconds_or_no_way CHECK (seconds >= -1),
  metres INTEGER NOT NULL,
  known_at INTEGER NOT NULL CONSTRAINT road_cell_known_at_instant CHECK (known_at >= 0),
  CONSTRAINT road_cell_known_wholly CHECK (metres >= -1 AND (seconds = -1) = (metres = -1)),
  PRIMARY KEY (profile, source, from_place, to_place)
) STRICT, WITHOUT ROWID;
CREATE INDEX road_cell_by_age ON road_cell (known_at);
