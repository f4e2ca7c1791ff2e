-- Why: beside the drawing of a product, and of who makes it, there may stand a photo. Its bytes are
-- in the bucket under their own digest; here is what they show, and who put them there.

CREATE TABLE photo (
  digest TEXT PRIMARY KEY
    CONSTRAINT photo_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  kind TEXT NOT NULL CONSTRAINT photo_kind_known CHECK (kind IN ('jpeg', 'webp')),
  width INTEGER NOT NULL CONSTRAINT photo_width_sane CHECK (width BETWEEN 1 AND 4096),
  height INTEGER NOT NULL CONSTRAINT photo_height_sane CHECK (height BETWEEN 1 AND 4096),
  bytes INTEGER NOT NULL CONSTRAINT photo_bytes_few CHECK (bytes BETWEEN 1 AND 1048576),
  stored_at INTEGER NOT NULL CONSTRAINT photo_stored_at_instant CHECK (stored_at >= 0),
  -- When its bytes began to be taken away: from here on nothing can show it.
  dropped_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_dropped ON photo (dropped_at) WHERE dropped_at IS NOT NULL;

-- What a product looks like, or an enterprise: one photo each, with words for who cannot see it.
CREATE TABLE product_photo (
  product_id TEXT PRIMARY KEY REFERENCES product (id),
  digest TEXT NOT NULL REFERENCES photo (digest),
  alt TEXT NOT NULL CONSTRAINT product_photo_alt_said CHECK (length(alt) BETWEEN 1 AND 200),
  set_at INTEGER NOT NULL,
  set_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX product_photo_by_digest ON product_photo (digest);

CREATE TABLE enterprise_photo (
  enterprise_id TEXT PRIMARY KEY REFERENCES enterprise (id),
  digest TEXT NOT NULL REFERENCES photo (digest),
  alt TEXT NOT NULL CONSTRAINT enterprise_photo_alt_said CHECK (length(alt) BETWEEN 1 AND 200),
  set_at INTEGER NOT NULL,
  set_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX enterprise_photo_by_digest ON enterprise_photo (digest);

-- A photo that is being taken away is shown by nobody any more; one that is shown is not taken away.
CREATE TRIGGER product_photo_stands BEFORE INSERT ON product_photo BEGIN
  SELECT raise(abort, 'refused:photo-dropped') WHERE EXISTS (
    SELECT 1 FROM photo WHERE digest = NEW.digest AND dropped_at IS NOT NULL
  );
END;
CREATE TRIGGER product_photo_stays BEFORE UPDATE ON product_photo BEGIN
  SELECT raise(abort, 'refused:photo-dropped') WHERE EXISTS (
    SELECT 1 FROM photo WHERE digest = NEW.digest AND dropped_at IS NOT NULL
  );
END;
CREATE TRIGGER enterprise_photo_stands BEFORE INSERT ON enterprise_photo BEGIN
  SELECT raise(abort, 'refused:photo-dropped') WHERE EXISTS (
    SELECT 1 FROM photo WHERE digest = NEW.digest AND dropped_at IS NOT NULL
  );
END;
CREATE TRIGGER enterprise_photo_stays BEFORE UPDATE ON enterprise_photo BEGIN
  SELECT raise(abort, 'refused:photo-dropped') WHERE EXISTS (
    SELECT 1 FROM photo WHERE digest = NEW.digest AND dropped_at IS NOT NULL
  );
END;
CREATE TRIGGER photo_shown_stays BEFORE UPDATE OF dropped_at ON photo
WHEN NEW.dropped_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:photo-shown')
    WHERE EXISTS (SELECT 1 FROM product_photo WHERE digest = NEW.digest)
      OR EXISTS (SELECT 1 FROM enterprise_photo WHERE digest = NEW.digest);
END;
