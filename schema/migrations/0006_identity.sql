-- Why: who is speaking. A person signs in with a passkey or with a code sent by mail; what names a
-- person sits in person_profile and person_email alone, which erasure deletes. Of secrets only
-- digests are kept.

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL CONSTRAINT person_created_at_instant CHECK (created_at >= 0),
  -- Acts that need a passkey are refused before this instant: the pause after a recovery.
  acts_from INTEGER NOT NULL DEFAULT 0 CONSTRAINT person_acts_from_instant CHECK (acts_from >= 0),
  suspended_at INTEGER,
  suspended_by TEXT,
  erased_at INTEGER,
  CONSTRAINT person_suspended_by_someone CHECK ((suspended_at IS NULL) = (suspended_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE person_profile (
  person_id TEXT PRIMARY KEY REFERENCES person (id),
  name TEXT NOT NULL CONSTRAINT person_profile_name_said CHECK (length(name) BETWEEN 1 AND 120),
  language TEXT NOT NULL CONSTRAINT person_profile_language_known CHECK (language IN ('it', 'en'))
) STRICT, WITHOUT ROWID;

-- An address counts once it is confirmed. `folded` is how two spellings of one address agree.
CREATE TABLE person_email (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  address TEXT NOT NULL CONSTRAINT person_email_address_sized CHECK (length(address) BETWEEN 3 AND 200),
  folded TEXT NOT NULL CONSTRAINT person_email_folded_lower CHECK (folded = lower(folded)),
  added_at INTEGER NOT NULL,
  confirmed_at INTEGER CONSTRAINT person_email_confirmed_later CHECK (confirmed_at >= added_at),
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX person_email_of_one ON person_email (folded)
  WHERE confirmed_at IS NOT NULL AND removed_at IS NULL;
CREATE INDEX person_email_by_person ON person_email (person_id);

-- The public half of a key that a person's device keeps (WebAuthn level 2).
CREATE TABLE passkey (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  credential_id TEXT NOT NULL UNIQUE
    CONSTRAINT passkey_credential_sized CHECK (length(credential_id) BETWEEN 16 AND 1400),
  public_key TEXT NOT NULL
    CONSTRAINT passkey_public_key_sized CHECK (length(public_key) BETWEEN 16 AND 2000),
  counter INTEGER NOT NULL CONSTRAINT passkey_counter_counts CHECK (counter >= 0),
  transports TEXT NOT NULL CONSTRAINT passkey_transports_json CHECK (json_valid(transports)),
  name TEXT NOT NULL CONSTRAINT passkey_name_said CHECK (length(name) BETWEEN 1 AND 120),
  added_at INTEGER NOT NULL,
  last_used_at INTEGER,
  revoked_at INTEGER,
  revoked_by TEXT,
  CONSTRAINT passkey_revoked_by_someone CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_by_person ON passkey (person_id);
-- A counter that goes back tells of a copied key; authenticators that do not count stay at 0.
CREATE TRIGGER passkey_counts_up BEFORE UPDATE OF counter ON passkey BEGIN
  SELECT raise(abort, 'refused:passkey-counter')
  WHERE NEW.counter < OLD.counter OR (NEW.counter = OLD.counter AND OLD.counter > 0);
END;
CREATE TRIGGER passkey_revoked_for_good BEFORE UPDATE ON passkey WHEN OLD.revoked_at IS NOT NULL
BEGIN
  SELECT raise(abort, 'refused:passkey-revoked');
END;

-- A challenge that a passkey has answered answers no second time. Rows live a day.
CREATE TABLE used_challenge (
  digest TEXT PRIMARY KEY
    CONSTRAINT used_challenge_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX used_challenge_by_age ON used_challenge (used_at);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE
    CONSTRAINT session_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  person_id TEXT NOT NULL REFERENCES person (id),
  -- Officers' sessions end sooner.
  kind TEXT NOT NULL CONSTRAINT session_kind_known CHECK (kind IN ('member', 'officer')),
  begun_by TEXT NOT NULL
    CONSTRAINT session_begun_by_known CHECK (begun_by IN ('passkey', 'code')),
  device TEXT NOT NULL CONSTRAINT session_device_sized CHECK (length(device) <= 120),
  started_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL CONSTRAINT session_seen_later CHECK (seen_at >= started_at),
  ended_at INTEGER,
  ended_by TEXT,
  CONSTRAINT session_ended_by_someone CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_person ON session (person_id);
CREATE TRIGGER session_ended_for_good BEFORE UPDATE ON session WHEN OLD.ended_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:session-ended');
END;

-- Eight digits sent by mail. The tries are counted here, so that no number of requests at once
-- gets a sixth; the right code uses the row up.
CREATE TABLE mail_code (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL
    CONSTRAINT mail_code_purpose_known CHECK (purpose IN ('sign-in', 'address', 'recovery')),
  -- Whose it is where that is known: adding an address, recovering.
  person_id TEXT REFERENCES person (id),
  folded TEXT NOT NULL CONSTRAINT mail_code_folded_lower CHECK (folded = lower(folded)),
  -- A browser that was signed in with the address before, or the network a stranger asks from.
  asker TEXT NOT NULL CONSTRAINT mail_code_asker_known
    CHECK ((asker GLOB 'browser:*' OR asker GLOB 'net:*') AND length(asker) <= 40),
  digest TEXT NOT NULL
    CONSTRAINT mail_code_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  sent_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL CONSTRAINT mail_code_expires_later CHECK (expires_at > sent_at),
  tries INTEGER NOT NULL DEFAULT 0 CONSTRAINT mail_code_tries_few CHECK (tries BETWEEN 0 AND 5),
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_code_by_address ON mail_code (folded, sent_at);
CREATE TRIGGER mail_code_used_once BEFORE UPDATE ON mail_code WHEN OLD.used_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:code-spent');
END;

-- Opens the enrolment of a passkey, once: the invitation of a new person, a passkey given in
-- person before two officers, the return of somebody who lost every passkey.
CREATE TABLE invitation (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE
    CONSTRAINT invitation_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL
    CONSTRAINT invitation_kind_known CHECK (kind IN ('mail', 'in-person', 'recovery', 'first')),
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  expires_at INTEGER NOT NULL CONSTRAINT invitation_expires_later CHECK (expires_at > made_at),
  used_at INTEGER,
  withdrawn_at INTEGER,
  CONSTRAINT invitation_used_or_withdrawn CHECK (used_at IS NULL OR withdrawn_at IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_by_person ON invitation (person_id);
CREATE TRIGGER invitation_used_once BEFORE UPDATE ON invitation
WHEN OLD.used_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:invitation-spent');
END;

-- The second person of an act: what is asked, word for word, and who else signed it.
CREATE TABLE countersignature (
  id TEXT PRIMARY KEY,
  act_hash TEXT NOT NULL
    CONSTRAINT countersignature_hash_hex
    CHECK (length(act_hash) = 64 AND act_hash NOT GLOB '*[^0-9a-f]*'),
  act TEXT NOT NULL CONSTRAINT countersignature_act_said CHECK (length(act) BETWEEN 1 AND 60),
  request TEXT NOT NULL
    CONSTRAINT countersignature_request_sized CHECK (length(request) BETWEEN 1 AND 20000),
  asked_by TEXT NOT NULL REFERENCES person (id),
  asked_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
    CONSTRAINT countersignature_expires_later CHECK (expires_at > asked_at),
  signed_by TEXT REFERENCES person (id),
  signed_at INTEGER,
  used_at INTEGER,
  -- Who asked wants it no more.
  withdrawn_at INTEGER,
  CONSTRAINT countersignature_by_another CHECK (signed_by <> asked_by),
  CONSTRAINT countersignature_signed_by_someone CHECK ((signed_at IS NULL) = (signed_by IS NULL)),
  CONSTRAINT countersignature_used_when_signed CHECK (used_at IS NULL OR signed_at IS NOT NULL),
  CONSTRAINT countersignature_used_or_withdrawn CHECK (used_at IS NULL OR withdrawn_at IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX countersignature_by_act ON countersignature (act_hash);
CREATE TRIGGER countersignature_used_once BEFORE UPDATE ON countersignature
WHEN OLD.used_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:countersignature-spent');
END;
CREATE TRIGGER countersignature_signed_once BEFORE UPDATE OF signed_by ON countersignature
WHEN OLD.signed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:countersignature-closed');
END;
-- What somebody signs stays what it was, word for word.
CREATE TRIGGER countersignature_says_the_same
BEFORE UPDATE OF act_hash, act, request, asked_by ON countersignature BEGIN
  SELECT raise(abort, 'refused:countersignature-fixed');
END;

-- Who was kept out, why, by whom, and until when. The person's row says whether it is so now.
CREATE TABLE suspension (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  -- In the words of who decided; NULL once it is erased.
  reason TEXT CONSTRAINT suspension_reason_said CHECK (length(reason) BETWEEN 1 AND 500),
  suspended_at INTEGER NOT NULL,
  suspended_by TEXT NOT NULL,
  lifted_at INTEGER CONSTRAINT suspension_lifted_later CHECK (lifted_at >= suspended_at),
  lifted_by TEXT,
  CONSTRAINT suspension_lifted_by_someone CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX suspension_open ON suspension (person_id) WHERE lifted_at IS NULL;

-- An officer who can act is left, whatever two of them do to each other at once.
CREATE TRIGGER role_grant_last_officer BEFORE UPDATE OF revoked_at ON role_grant
WHEN OLD.role = 'officer' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
  AND OLD.holder IN (SELECT id FROM person)
BEGIN
  SELECT raise(abort, 'refused:last-officer') WHERE NOT EXISTS (
    SELECT 1 FROM role_grant g JOIN person p ON p.id = g.holder AND p.suspended_at IS NULL
    WHERE g.role = 'officer' AND g.revoked_at IS NULL AND g.holder <> OLD.holder
      AND EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = p.id AND k.revoked_at IS NULL)
  );
END;
CREATE TRIGGER person_last_officer BEFORE UPDATE OF suspended_at ON person
WHEN OLD.suspended_at IS NULL AND NEW.suspended_at IS NOT NULL AND OLD.id IN (
  SELECT holder FROM role_grant WHERE role = 'officer' AND revoked_at IS NULL
)
BEGIN
  SELECT raise(abort, 'refused:last-officer') WHERE NOT EXISTS (
    SELECT 1 FROM role_grant g JOIN person p ON p.id = g.holder AND p.suspended_at IS NULL
    WHERE g.role = 'officer' AND g.revoked_at IS NULL AND g.holder <> OLD.id
      AND EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = p.id AND k.revoked_at IS NULL)
  );
END;

-- Somebody who has an address keeps one by which they come in and are told of things.
CREATE TRIGGER person_email_last BEFORE UPDATE OF removed_at ON person_email
WHEN NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL AND OLD.confirmed_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:last-address') WHERE NOT EXISTS (
    SELECT 1 FROM person_email WHERE person_id = OLD.person_id AND id <> OLD.id
      AND confirmed_at IS NOT NULL AND removed_at IS NULL
  );
END;
