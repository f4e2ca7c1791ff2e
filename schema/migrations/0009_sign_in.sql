-- Why: people sign in. A basket and an order may be a person's, found again on another device;
-- codes by mail are few, and nobody who holds an office is left without a passkey by mistake.

ALTER TABLE basket ADD COLUMN person_id TEXT REFERENCES person (id);
CREATE UNIQUE INDEX basket_of_one ON basket (person_id) WHERE person_id IS NOT NULL;

ALTER TABLE customer_order ADD COLUMN person_id TEXT REFERENCES person (id);
CREATE INDEX customer_order_by_person ON customer_order (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX person_email_by_folded ON person_email (folded) WHERE removed_at IS NULL;

-- Five letters an hour to one address for each asker, and fifteen for all strangers together,
-- however many ask at once.
CREATE TRIGGER mail_code_few_an_hour BEFORE INSERT ON mail_code BEGIN
  SELECT raise(abort, 'refused:codes-many')
  WHERE (SELECT count(*) FROM mail_code
      WHERE folded = NEW.folded AND sent_at > NEW.sent_at - 3600000 AND asker = NEW.asker) >= 5
    OR (NEW.asker NOT GLOB 'browser:*' AND (SELECT count(*) FROM mail_code
      WHERE folded = NEW.folded AND sent_at > NEW.sent_at - 3600000
        AND asker NOT GLOB 'browser:*') >= 15);
END;

-- Who holds an office signs acts: taking away one's own last passkey would close the office.
CREATE TRIGGER passkey_last_of_office BEFORE UPDATE OF revoked_at ON passkey
WHEN NEW.revoked_at IS NOT NULL AND NEW.revoked_by = 'person:' || NEW.person_id BEGIN
  SELECT raise(abort, 'refused:last-passkey')
  WHERE NOT EXISTS (SELECT 1 FROM passkey
      WHERE person_id = NEW.person_id AND id <> NEW.id AND revoked_at IS NULL)
    AND EXISTS (SELECT 1 FROM role_grant WHERE holder = NEW.person_id AND revoked_at IS NULL
      AND role IN ('officer', 'treasurer', 'supervisor', 'auditor'));
END;
