-- Why: who drives what and when, how many orders a slot takes, how a hub and its producers work on
-- delivery day, what happened on the way, and what the rounds came to for each order and producer.

CREATE TABLE vehicle (
  id TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprise (id),
  name TEXT NOT NULL CONSTRAINT vehicle_name_said CHECK (length(name) BETWEEN 1 AND 120),
  -- What its emissions are counted by.
  kind TEXT NOT NULL CONSTRAINT vehicle_kind_said CHECK (length(kind) BETWEEN 1 AND 40),
  profile TEXT NOT NULL CONSTRAINT vehicle_profile_known CHECK (profile IN ('bike', 'van')),
  capacity_grams INTEGER NOT NULL CONSTRAINT vehicle_carries_weight CHECK (capacity_grams > 0),
  capacity_millilitres INTEGER NOT NULL CONSTRAINT vehicle_has_room
    CHECK (capacity_millilitres > 0),
  capacity_crates INTEGER NOT NULL CONSTRAINT vehicle_takes_crates CHECK (capacity_crates > 0),
  cold_crates INTEGER NOT NULL CONSTRAINT vehicle_cold_crates_among_crates
    CHECK (cold_crates BETWEEN 0 AND capacity_crates),
  range_metres INTEGER CONSTRAINT vehicle_range_positive CHECK (range_metres > 0),
  round_cents INTEGER NOT NULL,
  hour_cents INTEGER NOT NULL,
  km_cents INTEGER NOT NULL,
  made_at INTEGER NOT NULL CONSTRAINT vehicle_made_at_instant CHECK (made_at >= 0),
  retired_at INTEGER,
  CONSTRAINT vehicle_tariff_positive CHECK (round_cents >= 0 AND hour_cents >= 0 AND km_cents >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX vehicle_by_enterprise ON vehicle (enterprise_id);

-- A courier with a vehicle, for one cycle: to collect at producers, or to bring crates.
CREATE TABLE courier_shift (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  vehicle_id TEXT NOT NULL REFERENCES vehicle (id),
  person_id TEXT REFERENCES person (id),
  task TEXT NOT NULL CONSTRAINT courier_shift_task_known CHECK (task IN ('collect', 'deliver')),
  from_at INTEGER NOT NULL CONSTRAINT courier_shift_from_instant CHECK (from_at >= 0),
  to_at INTEGER NOT NULL CONSTRAINT courier_shift_ends_after_it_begins
    CHECK (to_at > from_at AND to_at <= from_at + 57600000),
  made_at INTEGER NOT NULL CONSTRAINT courier_shift_made_at_instant CHECK (made_at >= 0),
  made_by TEXT NOT NULL,
  cancelled_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX courier_shift_by_cycle ON courier_shift (cycle_id, from_at);
CREATE INDEX courier_shift_by_vehicle ON courier_shift (vehicle_id, from_at)
  WHERE cancelled_at IS NULL;
CREATE TRIGGER courier_shift_alone BEFORE INSERT ON courier_shift BEGIN
  SELECT raise(abort, 'refused:shift-overlaps') WHERE EXISTS (
    SELECT 1 FROM courier_shift WHERE id = NEW.id OR (
      vehicle_id = NEW.vehicle_id AND cancelled_at IS NULL
      AND from_at < NEW.to_at AND to_at > NEW.from_at
    )
  );
  SELECT raise(abort, 'refused:vehicle-retired') WHERE EXISTS (
    SELECT 1 FROM vehicle WHERE id = NEW.vehicle_id AND retired_at IS NOT NULL
  );
END;
-- A plan may speak of it: a shift is cancelled, never moved.
CREATE TRIGGER courier_shift_stays BEFORE UPDATE ON courier_shift
  WHEN OLD.cancelled_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.cycle_id <> OLD.cycle_id
    OR NEW.vehicle_id <> OLD.vehicle_id OR NEW.person_id IS NOT OLD.person_id
    OR NEW.task <> OLD.task OR NEW.from_at <> OLD.from_at OR NEW.to_at <> OLD.to_at BEGIN
  SELECT raise(abort, 'refused:shift-fixed');
END;

-- How many orders of a cycle a slot takes; a slot without a row takes any number.
CREATE TABLE slot_capacity (
  slot_id TEXT PRIMARY KEY REFERENCES slot (id),
  orders INTEGER NOT NULL CONSTRAINT slot_capacity_positive CHECK (orders > 0),
  set_at INTEGER NOT NULL CONSTRAINT slot_capacity_set_at_instant CHECK (set_at >= 0),
  set_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- How many it has. The last place is taken by one order alone: whoever comes after is refused.
CREATE TABLE slot_total (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  slot_id TEXT NOT NULL REFERENCES slot (id),
  orders INTEGER NOT NULL CONSTRAINT slot_total_positive CHECK (orders >= 0),
  PRIMARY KEY (cycle_id, slot_id)
) STRICT, WITHOUT ROWID;
INSERT INTO slot_total (cycle_id, slot_id, orders)
  SELECT cycle_id, slot_id, count(*) FROM customer_order
  WHERE slot_id IS NOT NULL AND cancelled_at IS NULL GROUP BY cycle_id, slot_id;
CREATE TRIGGER customer_order_finds_room BEFORE INSERT ON customer_order
  WHEN NEW.slot_id IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:slot-full') WHERE EXISTS (
    SELECT 1 FROM slot_capacity c JOIN slot_total t ON t.slot_id = c.slot_id
    WHERE c.slot_id = NEW.slot_id AND t.cycle_id = NEW.cycle_id AND t.orders >= c.orders
  );
END;
CREATE TRIGGER customer_order_takes_slot AFTER INSERT ON customer_order
  WHEN NEW.slot_id IS NOT NULL BEGIN
  INSERT INTO slot_total (cycle_id, slot_id, orders) VALUES (NEW.cycle_id, NEW.slot_id, 1)
    ON CONFLICT (cycle_id, slot_id) DO UPDATE SET orders = orders + 1;
END;
CREATE TRIGGER customer_order_gives_slot_back AFTER UPDATE OF cancelled_at ON customer_order
  WHEN OLD.cancelled_at IS NULL AND NEW.cancelled_at IS NOT NULL AND NEW.slot_id IS NOT NULL BEGIN
  UPDATE slot_total SET orders = orders - 1
    WHERE cycle_id = NEW.cycle_id AND slot_id = NEW.slot_id;
END;
-- The same for all that a pickup point takes in a week, at whatever hour.
CREATE TRIGGER customer_order_finds_place BEFORE INSERT ON customer_order BEGIN
  SELECT raise(abort, 'refused:place-full') WHERE EXISTS (
    SELECT 1 FROM pickup_point p JOIN place_total t ON t.place = p.id
    WHERE p.id = NEW.place AND t.cycle_id = NEW.cycle_id AND t.orders >= p.capacity_orders
  );
END;
CREATE TRIGGER customer_order_moves_to_room BEFORE UPDATE OF place ON customer_order
  WHEN NEW.place <> OLD.place BEGIN
  SELECT raise(abort, 'refused:place-full') WHERE EXISTS (
    SELECT 1 FROM pickup_point p JOIN place_total t ON t.place = p.id
    WHERE p.id = NEW.place AND t.cycle_id = NEW.cycle_id AND t.orders >= p.capacity_orders
  );
END;
CREATE TRIGGER customer_order_keeps_slot BEFORE UPDATE OF slot_id ON customer_order
  WHEN NEW.slot_id IS NOT OLD.slot_id BEGIN
  SELECT raise(abort, 'refused:slot-fixed');
END;

-- How a hub works on delivery day. A hub without a row works as the domain's first terms say.
CREATE TABLE hub_terms (
  hub_id TEXT PRIMARY KEY REFERENCES enterprise (id),
  sort_from_minute INTEGER NOT NULL CONSTRAINT hub_terms_sort_in_day
    CHECK (sort_from_minute BETWEEN 0 AND 1439),
  sort_to_minute INTEGER NOT NULL,
  reload_minutes INTEGER NOT NULL,
  home_minutes INTEGER NOT NULL,
  cold_ride_minutes INTEGER NOT NULL CONSTRAINT hub_terms_cold_ride_sane
    CHECK (cold_ride_minutes BETWEEN 5 AND 600),
  set_at INTEGER NOT NULL CONSTRAINT hub_terms_set_at_instant CHECK (set_at >= 0),
  set_by TEXT NOT NULL,
  CONSTRAINT hub_terms_sort_ends CHECK (
    sort_to_minute >= sort_from_minute AND sort_to_minute <= 1440
  ),
  CONSTRAINT hub_terms_minutes_few CHECK (
    reload_minutes BETWEEN 0 AND 120 AND home_minutes BETWEEN 0 AND 60
  )
) STRICT, WITHOUT ROWID;

-- When a producer's goods are fetched, or that it brings them.
CREATE TABLE collection_terms (
  enterprise_id TEXT PRIMARY KEY REFERENCES enterprise (id),
  brings INTEGER NOT NULL CONSTRAINT collection_terms_brings_or_not CHECK (brings BETWEEN 0 AND 1),
  from_minute INTEGER NOT NULL CONSTRAINT collection_terms_from_in_day
    CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CONSTRAINT collection_terms_to_after_from
    CHECK (to_minute > from_minute AND to_minute <= 1440),
  set_at INTEGER NOT NULL CONSTRAINT collection_terms_set_at_instant CHECK (set_at >= 0),
  set_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Where an order goes whose address nobody can place by itself: personal, gone with the address.
CREATE TABLE order_door (
  order_id TEXT PRIMARY KEY REFERENCES customer_order (id),
  lat_microdegrees INTEGER NOT NULL CONSTRAINT order_door_lat_on_earth
    CHECK (lat_microdegrees BETWEEN -90000000 AND 90000000),
  lon_microdegrees INTEGER NOT NULL CONSTRAINT order_door_lon_on_earth
    CHECK (lon_microdegrees BETWEEN -180000000 AND 180000000),
  set_at INTEGER NOT NULL CONSTRAINT order_door_set_at_instant CHECK (set_at >= 0),
  set_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER order_door_goes_with_contact AFTER DELETE ON order_contact BEGIN
  DELETE FROM order_door WHERE order_id = OLD.order_id;
END;
CREATE TRIGGER order_door_goes_with_household AFTER DELETE ON household_profile BEGIN
  DELETE FROM order_door WHERE order_id IN (
    SELECT id FROM customer_order WHERE household_id = OLD.household_id
  );
END;

-- What a kilometre of a kind of vehicle emits; a new figure is a new row, with its source.
CREATE TABLE emission_factor (
  vehicle_kind TEXT NOT NULL CONSTRAINT emission_factor_kind_said
    CHECK (length(vehicle_kind) BETWEEN 1 AND 40),
  number INTEGER NOT NULL CONSTRAINT emission_factor_counts_from_one CHECK (number >= 1),
  milligrams_per_km INTEGER NOT NULL CONSTRAINT emission_factor_positive
    CHECK (milligrams_per_km >= 0),
  source TEXT NOT NULL CONSTRAINT emission_factor_source_said
    CHECK (length(source) BETWEEN 1 AND 300),
  year INTEGER NOT NULL CONSTRAINT emission_factor_year_sane CHECK (year BETWEEN 1990 AND 2200),
  noted_at INTEGER NOT NULL CONSTRAINT emission_factor_noted_at_instant CHECK (noted_at >= 0),
  noted_by TEXT NOT NULL,
  PRIMARY KEY (vehicle_kind, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER emission_factor_follows BEFORE INSERT ON emission_factor BEGIN
  SELECT raise(abort, 'refused:factor-changed') WHERE NEW.number <> 1 + (
    SELECT coalesce(max(number), 0) FROM emission_factor WHERE vehicle_kind = NEW.vehicle_kind
  );
END;
CREATE TRIGGER emission_factor_stays BEFORE UPDATE ON emission_factor BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER emission_factor_remains BEFORE DELETE ON emission_factor BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- What the numbers of a problem stand for, by identifiers alone.
CREATE TABLE round_legend (
  problem_id TEXT PRIMARY KEY REFERENCES plan_problem (id),
  legend TEXT NOT NULL CONSTRAINT round_legend_is_json CHECK (json_valid(legend))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER round_legend_once BEFORE INSERT ON round_legend BEGIN
  SELECT raise(abort, 'refused:history-fixed') WHERE EXISTS (
    SELECT 1 FROM round_legend WHERE problem_id = NEW.problem_id
  );
END;
CREATE TRIGGER round_legend_stays BEFORE UPDATE ON round_legend BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER round_legend_remains BEFORE DELETE ON round_legend BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- What happened on the day, as it was told.
CREATE TABLE round_event (
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  number INTEGER NOT NULL CONSTRAINT round_event_counts_from_one CHECK (number >= 1),
  kind TEXT NOT NULL CONSTRAINT round_event_kind_known
    CHECK (kind IN ('done', 'failed', 'loaded', 'late', 'out')),
  shift_id TEXT NOT NULL REFERENCES courier_shift (id),
  -- The order or the producer of a stop; nothing else has one.
  subject TEXT,
  minutes INTEGER,
  -- Why a stop was in vain.
  reason TEXT CONSTRAINT round_event_reason_known CHECK (
    reason IN ('nobody', 'address', 'closed', 'missing', 'damaged', 'other')
  ),
  at INTEGER NOT NULL CONSTRAINT round_event_at_instant CHECK (at >= 0),
  actor TEXT NOT NULL,
  CONSTRAINT round_event_about_a_stop CHECK ((kind IN ('done', 'failed')) = (subject IS NOT NULL)),
  CONSTRAINT round_event_failed_for_a_reason CHECK ((kind = 'failed') = (reason IS NOT NULL)),
  CONSTRAINT round_event_late_by_minutes CHECK (
    (kind = 'late') = (minutes IS NOT NULL) AND coalesce(minutes, 1) BETWEEN 1 AND 600
  ),
  PRIMARY KEY (cycle_id, number)
) STRICT, WITHOUT ROWID;
-- A stop is run once: what is done is not done again, and what failed is not done by this one.
CREATE UNIQUE INDEX round_event_once ON round_event (cycle_id, subject) WHERE subject IS NOT NULL;
CREATE TRIGGER round_event_follows BEFORE INSERT ON round_event BEGIN
  SELECT raise(abort, 'refused:round-changed') WHERE NEW.number <> 1 + (
    SELECT coalesce(max(number), 0) FROM round_event WHERE cycle_id = NEW.cycle_id
  );
END;
CREATE TRIGGER round_event_stays BEFORE UPDATE ON round_event BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER round_event_remains BEFORE DELETE ON round_event BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

-- What a version of the rounds comes to: metres by kind of vehicle, planned and each for itself.
CREATE TABLE round_figure (
  problem_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  figures TEXT NOT NULL CONSTRAINT round_figure_is_json CHECK (json_valid(figures)),
  made_at INTEGER NOT NULL CONSTRAINT round_figure_made_at_instant CHECK (made_at >= 0),
  PRIMARY KEY (problem_id, version),
  FOREIGN KEY (problem_id, version) REFERENCES plan_version (problem_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER round_figure_once BEFORE INSERT ON round_figure BEGIN
  SELECT raise(abort, 'refused:history-fixed') WHERE EXISTS (
    SELECT 1 FROM round_figure WHERE problem_id = NEW.problem_id AND version = NEW.version
  );
END;
CREATE TRIGGER round_figure_stays BEFORE UPDATE ON round_figure BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER round_figure_remains BEFORE DELETE ON round_figure BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
-- What each order, or each producer, has of it; the parts add up to the whole.
CREATE TABLE round_share (
  problem_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL CONSTRAINT round_share_kind_known CHECK (kind IN ('order', 'producer')),
  subject TEXT NOT NULL,
  alone_cents INTEGER NOT NULL CONSTRAINT round_share_alone_positive CHECK (alone_cents >= 0),
  share_cents INTEGER NOT NULL CONSTRAINT round_share_positive CHECK (share_cents >= 0),
  PRIMARY KEY (problem_id, version, kind, subject),
  FOREIGN KEY (problem_id, version) REFERENCES round_figure (problem_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_share_by_subject ON round_share (subject, problem_id, version);
CREATE TRIGGER round_share_once BEFORE INSERT ON round_share BEGIN
  SELECT raise(abort, 'refused:history-fixed') WHERE EXISTS (
    SELECT 1 FROM round_share WHERE problem_id = NEW.problem_id AND version = NEW.version
      AND kind = NEW.kind AND subject = NEW.subject
  );
END;
CREATE TRIGGER round_share_stays BEFORE UPDATE ON round_share BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER round_share_remains BEFORE DELETE ON round_share BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
