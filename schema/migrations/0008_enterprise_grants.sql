-- Why: an enterprise opens a part of itself to another one, and shuts it again when it wants to.
-- Both stay on record with who did it and when: opening again is a row of its own.

CREATE TABLE enterprise_grant (
  id TEXT PRIMARY KEY,
  -- Who opens itself, and to whom.
  owner_id TEXT NOT NULL REFERENCES enterprise (id),
  holder_id TEXT NOT NULL REFERENCES enterprise (id),
  kind TEXT NOT NULL CONSTRAINT enterprise_grant_kind_known CHECK (kind IN (
    'list-in-cycles', 'manage-products', 'manage-stock', 'see-orders', 'see-statements',
    'transport', 'see-contacts'
  )),
  given_at INTEGER NOT NULL CONSTRAINT enterprise_grant_given_at_instant CHECK (given_at >= 0),
  given_by TEXT NOT NULL CONSTRAINT enterprise_grant_given_by_someone CHECK (given_by <> ''),
  revoked_at INTEGER CONSTRAINT enterprise_grant_revoked_later CHECK (revoked_at >= given_at),
  revoked_by TEXT,
  CONSTRAINT enterprise_grant_to_another CHECK (owner_id <> holder_id),
  CONSTRAINT enterprise_grant_revoked_by_someone
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX enterprise_grant_once ON enterprise_grant (owner_id, holder_id, kind)
  WHERE revoked_at IS NULL;
CREATE INDEX enterprise_grant_by_holder ON enterprise_grant (holder_id, id);

-- INSERT OR REPLACE fires no delete trigger.
CREATE TRIGGER enterprise_grant_given_once BEFORE INSERT ON enterprise_grant BEGIN
  SELECT raise(abort, 'refused:grant-given') WHERE EXISTS (
    SELECT 1 FROM enterprise_grant WHERE id = NEW.id OR (
      owner_id = NEW.owner_id AND holder_id = NEW.holder_id AND kind = NEW.kind
      AND revoked_at IS NULL AND NEW.revoked_at IS NULL
    )
  );
END;
-- The one change there is: a grant that stands is revoked, once.
CREATE TRIGGER enterprise_grant_revoked_once BEFORE UPDATE ON enterprise_grant
WHEN OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL OR NEW.id <> OLD.id
  OR NEW.owner_id <> OLD.owner_id OR NEW.holder_id <> OLD.holder_id OR NEW.kind <> OLD.kind
  OR NEW.given_at <> OLD.given_at OR NEW.given_by <> OLD.given_by
BEGIN
  SELECT raise(abort, 'refused:grant-fixed');
END;
CREATE TRIGGER enterprise_grant_remains BEFORE DELETE ON enterprise_grant BEGIN
  SELECT raise(abort, 'refused:grant-fixed');
END;

-- A cycle that repeats another one offers what that one did, as far as it may still be offered.
ALTER TABLE cycle ADD COLUMN copied_from TEXT
  CONSTRAINT cycle_copied_from_another CHECK (copied_from <> id) REFERENCES cycle (id);
