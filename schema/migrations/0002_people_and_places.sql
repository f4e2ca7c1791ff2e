-- Why: who sells, who buys, where crates are handed out. Personal data sits in household_profile
-- alone, which can be erased without touching orders or books.

CREATE TABLE enterprise (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CONSTRAINT enterprise_name_said CHECK (length(name) BETWEEN 1 AND 120),
  slug TEXT NOT NULL UNIQUE CONSTRAINT enterprise_slug_sized CHECK (length(slug) BETWEEN 1 AND 120),
  vat_number TEXT UNIQUE,
  email TEXT,
  town TEXT NOT NULL,
  land TEXT NOT NULL CONSTRAINT enterprise_land_known CHECK (
    land IN ('pianura', 'collina', 'monte', 'lago', 'citta')
  ),
  story TEXT NOT NULL DEFAULT '',
  lat_microdegrees INTEGER CONSTRAINT enterprise_lat_on_earth
    CHECK (lat_microdegrees BETWEEN -90000000 AND 90000000),
  lon_microdegrees INTEGER CONSTRAINT enterprise_lon_on_earth
    CHECK (lon_microdegrees BETWEEN -180000000 AND 180000000),
  lead_days INTEGER NOT NULL CONSTRAINT enterprise_lead_days_few CHECK (lead_days BETWEEN 0 AND 60),
  sale_mode TEXT NOT NULL CONSTRAINT enterprise_sale_mode_known
    CHECK (sale_mode IN ('agency', 'resale')),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE enterprise_role (
  enterprise_id TEXT NOT NULL REFERENCES enterprise (id),
  role TEXT NOT NULL CONSTRAINT enterprise_role_known CHECK (role IN ('producer', 'hub', 'courier')),
  since INTEGER NOT NULL,
  PRIMARY KEY (enterprise_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE certification (
  id TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprise (id),
  scheme TEXT NOT NULL CONSTRAINT certification_scheme_known CHECK (
    scheme IN ('bio-eu', 'pgs', 'integrata', 'coop-sociale', 'dop', 'igp')
  ),
  body TEXT NOT NULL CONSTRAINT certification_body_said CHECK (length(body) BETWEEN 1 AND 120),
  number TEXT NOT NULL CONSTRAINT certification_number_said CHECK (length(number) BETWEEN 1 AND 60),
  document_url TEXT,
  issued_on TEXT NOT NULL CONSTRAINT certification_issued_on_day CHECK (issued_on IS date(issued_on)),
  expires_on TEXT NOT NULL CONSTRAINT certification_expires_after_issue
    CHECK (expires_on IS date(expires_on) AND expires_on >= issued_on),
  withdrawn_at INTEGER,
  UNIQUE (enterprise_id, scheme, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE pickup_point (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CONSTRAINT pickup_point_name_said CHECK (length(name) BETWEEN 1 AND 120),
  street TEXT NOT NULL,
  lat_microdegrees INTEGER NOT NULL CONSTRAINT pickup_point_lat_on_earth
    CHECK (lat_microdegrees BETWEEN -90000000 AND 90000000),
  lon_microdegrees INTEGER NOT NULL CONSTRAINT pickup_point_lon_on_earth
    CHECK (lon_microdegrees BETWEEN -180000000 AND 180000000),
  capacity_orders INTEGER CONSTRAINT pickup_point_capacity_positive CHECK (capacity_orders > 0),
  closed_at INTEGER
) STRICT, WITHOUT ROWID;

-- When crates change hands: at a pickup point, or at home (pickup_point_id NULL).
CREATE TABLE slot (
  id TEXT PRIMARY KEY,
  pickup_point_id TEXT REFERENCES pickup_point (id),
  from_minute INTEGER NOT NULL CONSTRAINT slot_from_in_day CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CONSTRAINT slot_to_after_from
    CHECK (to_minute > from_minute AND to_minute <= 1440),
  UNIQUE (pickup_point_id, from_minute, to_minute)
) STRICT, WITHOUT ROWID;
-- A UNIQUE takes every NULL for another one.
CREATE UNIQUE INDEX slot_at_home_once ON slot (from_minute, to_minute)
  WHERE pickup_point_id IS NULL;

CREATE TABLE buying_group (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CONSTRAINT buying_group_name_said CHECK (length(name) BETWEEN 1 AND 120),
  pickup_point_id TEXT NOT NULL REFERENCES pickup_point (id),
  created_at INTEGER NOT NULL CONSTRAINT buying_group_created_at_instant CHECK (created_at >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE household (
  id TEXT PRIMARY KEY,
  group_id TEXT REFERENCES buying_group (id),
  coordinates_group INTEGER NOT NULL DEFAULT 0 CONSTRAINT household_coordinates_own_group
    CHECK (coordinates_group = 0 OR (coordinates_group = 1 AND group_id IS NOT NULL)),
  low_credit_cents INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  erased_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX household_by_group ON household (group_id);
CREATE UNIQUE INDEX household_one_coordinator ON household (group_id) WHERE coordinates_group = 1;

CREATE TABLE household_profile (
  household_id TEXT PRIMARY KEY REFERENCES household (id),
  name TEXT NOT NULL CONSTRAINT household_profile_name_said CHECK (length(name) BETWEEN 1 AND 120),
  email TEXT,
  phone TEXT,
  street TEXT NOT NULL,
  postcode TEXT NOT NULL,
  town TEXT NOT NULL,
  lat_microdegrees INTEGER CONSTRAINT household_profile_lat_on_earth
    CHECK (lat_microdegrees BETWEEN -90000000 AND 90000000),
  lon_microdegrees INTEGER CONSTRAINT household_profile_lon_on_earth
    CHECK (lon_microdegrees BETWEEN -180000000 AND 180000000)
) STRICT, WITHOUT ROWID;
