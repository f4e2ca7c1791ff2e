-- Why: what is made, how it is sold, how much of it there is. Stock belongs to the producer;
-- hubs draw from it, within a quota where one is set. One failing CHECK protects the last unit.

CREATE TABLE category (
  id TEXT PRIMARY KEY CONSTRAINT category_id_sized CHECK (length(id) BETWEEN 1 AND 60),
  parent_id TEXT REFERENCES category (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
  id TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprise (id),
  maker TEXT,
  name TEXT NOT NULL CONSTRAINT product_name_said CHECK (length(name) BETWEEN 1 AND 120),
  slug TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL DEFAULT '',
  category_id TEXT NOT NULL REFERENCES category (id),
  origin TEXT NOT NULL DEFAULT '',
  ingredients TEXT NOT NULL DEFAULT '',
  allergens TEXT NOT NULL DEFAULT '[]' CONSTRAINT product_allergens_list
    CHECK (json_valid(allergens) AND json_type(allergens) = 'array'),
  species TEXT NOT NULL DEFAULT '',
  variety TEXT NOT NULL DEFAULT '',
  packaging TEXT NOT NULL DEFAULT '',
  -- In which months it is in season, as bits from January on; 0 where it has none.
  season_months INTEGER NOT NULL DEFAULT 0 CONSTRAINT product_season_months_twelve
    CHECK (season_months BETWEEN 0 AND 4095),
  created_at INTEGER NOT NULL,
  withdrawn_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX product_by_enterprise ON product (enterprise_id);

CREATE TABLE stock_pool (
  id TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprise (id),
  name TEXT NOT NULL,
  on_hand_milli INTEGER NOT NULL CONSTRAINT stock_pool_on_hand_positive CHECK (on_hand_milli >= 0),
  reserved_milli INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT stock_pool_reserved_positive CHECK (reserved_milli >= 0),
  CONSTRAINT stock_pool_not_oversold CHECK (reserved_milli <= on_hand_milli),
  UNIQUE (enterprise_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_quota (
  pool_id TEXT NOT NULL REFERENCES stock_pool (id),
  hub_id TEXT NOT NULL REFERENCES enterprise (id),
  quota_milli INTEGER NOT NULL CONSTRAINT stock_quota_positive CHECK (quota_milli >= 0),
  reserved_milli INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT stock_quota_reserved_positive CHECK (reserved_milli >= 0),
  CONSTRAINT stock_quota_not_exceeded CHECK (reserved_milli <= quota_milli),
  PRIMARY KEY (pool_id, hub_id)
) STRICT, WITHOUT ROWID;

-- How a product is sold: one row per size. Price is per unit for pieces, per kg otherwise.
CREATE TABLE variant (
  id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES product (id),
  sku TEXT NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CONSTRAINT variant_kind_known CHECK (kind IN ('piece', 'kg', 'variable')),
  price_cents INTEGER NOT NULL CONSTRAINT variant_price_positive CHECK (price_cents >= 0),
  vat_basis_points INTEGER NOT NULL CONSTRAINT variant_vat_sane
    CHECK (vat_basis_points BETWEEN 0 AND 10000),
  box_units INTEGER NOT NULL CONSTRAINT variant_box_whole CHECK (box_units >= 1),
  step_milli INTEGER NOT NULL CONSTRAINT variant_step_positive CHECK (step_milli >= 1),
  least_milli INTEGER NOT NULL CONSTRAINT variant_least_is_steps
    CHECK (least_milli >= step_milli AND least_milli % step_milli = 0),
  nominal_grams INTEGER CONSTRAINT variant_nominal_positive CHECK (nominal_grams > 0),
  net_grams INTEGER CONSTRAINT variant_net_grams_positive CHECK (net_grams > 0),
  net_ml INTEGER CONSTRAINT variant_net_ml_positive CHECK (net_ml > 0),
  deposit_cents INTEGER NOT NULL DEFAULT 0 CONSTRAINT variant_deposit_positive
    CHECK (deposit_cents >= 0),
  pool_id TEXT REFERENCES stock_pool (id),
  pool_milli_per_unit INTEGER NOT NULL DEFAULT 1000 CONSTRAINT variant_draws_from_pool
    CHECK (pool_milli_per_unit >= 1),
  withdrawn_at INTEGER,
  CONSTRAINT variant_nominal_for_variable CHECK ((kind = 'variable') = (nominal_grams IS NOT NULL)),
  UNIQUE (product_id, sku)
) STRICT, WITHOUT ROWID;

-- A producer's variant that a hub may offer, at the producer's price or at one of its own.
CREATE TABLE listing (
  variant_id TEXT NOT NULL REFERENCES variant (id),
  hub_id TEXT NOT NULL REFERENCES enterprise (id),
  price_cents INTEGER CONSTRAINT listing_price_positive CHECK (price_cents >= 0),
  since INTEGER NOT NULL,
  withdrawn_at INTEGER,
  PRIMARY KEY (variant_id, hub_id)
) STRICT, WITHOUT ROWID;

-- What products are found by: words folded by the domain, by where they stand: a name's first word,
-- its others, its producer and maker, its shelves. A word is what stands between spaces ('ascii'
-- parts nothing else).
CREATE TABLE search_words (
  row INTEGER PRIMARY KEY,
  product_id TEXT NOT NULL UNIQUE REFERENCES product (id),
  head TEXT NOT NULL CONSTRAINT search_words_head_folded CHECK (head = lower(head)),
  name TEXT NOT NULL,
  seller TEXT NOT NULL,
  shelves TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE product_search USING fts5 (
  head, name, seller, shelves,
  content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column'
);
CREATE TRIGGER search_words_indexed AFTER INSERT ON search_words BEGIN
  INSERT INTO product_search (rowid, head, name, seller, shelves)
    VALUES (NEW.row, NEW.head, NEW.name, NEW.seller, NEW.shelves);
END;
CREATE TRIGGER search_words_unindexed AFTER DELETE ON search_words BEGIN
  DELETE FROM product_search WHERE rowid = OLD.row;
END;
-- The three-letter pieces of every word that a product was ever found by: one that is misspelt
-- shares some of them. The edit distance is measured in the domain.
CREATE TABLE search_piece (
  piece TEXT NOT NULL CONSTRAINT search_piece_of_three_letters CHECK (length(piece) = 3),
  word TEXT NOT NULL,
  PRIMARY KEY (piece, word)
) STRICT, WITHOUT ROWID;

-- Who holds what: an order, or a checkout that still has to be paid (then it expires).
CREATE TABLE stock_reservation (
  holder TEXT NOT NULL,
  pool_id TEXT NOT NULL REFERENCES stock_pool (id),
  hub_id TEXT NOT NULL REFERENCES enterprise (id),
  quantity_milli INTEGER NOT NULL CONSTRAINT stock_reservation_positive CHECK (quantity_milli > 0),
  expires_at INTEGER,
  PRIMARY KEY (holder, pool_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_reservation_expiring ON stock_reservation (expires_at)
  WHERE expires_at IS NOT NULL;

CREATE TRIGGER stock_reservation_takes AFTER INSERT ON stock_reservation BEGIN
  UPDATE stock_pool SET reserved_milli = reserved_milli + NEW.quantity_milli
    WHERE id = NEW.pool_id;
  UPDATE stock_quota SET reserved_milli = reserved_milli + NEW.quantity_milli
    WHERE pool_id = NEW.pool_id AND hub_id = NEW.hub_id;
END;
CREATE TRIGGER stock_reservation_changes AFTER UPDATE ON stock_reservation BEGIN
  SELECT raise(abort, 'refused:reservation-moved')
    WHERE OLD.pool_id <> NEW.pool_id OR OLD.hub_id <> NEW.hub_id;
  UPDATE stock_pool SET reserved_milli = reserved_milli + NEW.quantity_milli - OLD.quantity_milli
    WHERE id = NEW.pool_id;
  UPDATE stock_quota SET reserved_milli = reserved_milli + NEW.quantity_milli - OLD.quantity_milli
    WHERE pool_id = NEW.pool_id AND hub_id = NEW.hub_id;
END;
CREATE TRIGGER stock_reservation_gives_back AFTER DELETE ON stock_reservation BEGIN
  UPDATE stock_pool SET reserved_milli = reserved_milli - OLD.quantity_milli
    WHERE id = OLD.pool_id;
  UPDATE stock_quota SET reserved_milli = reserved_milli - OLD.quantity_milli
    WHERE pool_id = OLD.pool_id AND hub_id = OLD.hub_id;
END;
CREATE TRIGGER stock_quota_starts_with_what_is_held AFTER INSERT ON stock_quota BEGIN
  UPDATE stock_quota SET reserved_milli = coalesce((
    SELECT sum(quantity_milli) FROM stock_reservation
    WHERE pool_id = NEW.pool_id AND hub_id = NEW.hub_id
  ), 0) WHERE pool_id = NEW.pool_id AND hub_id = NEW.hub_id;
END;
