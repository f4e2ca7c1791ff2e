-- Why: the ground every area stands on: the network itself, who may act, what was already
-- answered, what still has to be sent, which rules are in force, and the seals of the chains.

CREATE TABLE network (
  id INTEGER PRIMARY KEY CONSTRAINT network_is_one CHECK (id = 1),
  name TEXT NOT NULL CONSTRAINT network_name_said CHECK (length(name) BETWEEN 1 AND 120),
  currency TEXT NOT NULL CONSTRAINT network_currency_euro CHECK (currency = 'EUR'),
  contact_email TEXT,
  legal_name TEXT,
  tax_code TEXT,
  seat TEXT,
  vat_number TEXT,
  rea_number TEXT,
  coop_register_number TEXT,
  certified_email TEXT,
  phone TEXT,
  iban TEXT CONSTRAINT network_iban_kept
    CHECK (length(iban) BETWEEN 15 AND 34 AND iban NOT GLOB '*[^A-Z0-9]*'),
  created_at INTEGER NOT NULL CONSTRAINT network_created_at_instant CHECK (created_at >= 0)
) STRICT;

CREATE TABLE access_token (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE
    CONSTRAINT access_token_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  label TEXT NOT NULL CONSTRAINT access_token_label_said CHECK (length(label) BETWEEN 1 AND 120),
  -- The person whose passkey signs the acts that this token asks for.
  person_id TEXT REFERENCES person (id),
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  expires_at INTEGER CONSTRAINT access_token_expires_later CHECK (expires_at > created_at),
  revoked_at INTEGER,
  revoked_by TEXT,
  CONSTRAINT access_token_revoked_by_someone CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
) STRICT, WITHOUT ROWID;

-- A grant gives its holder, a person or a token, a role over one subject or over the whole network
-- (subject '').
CREATE TABLE role_grant (
  id TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  role TEXT NOT NULL CONSTRAINT role_grant_role_known CHECK (
    role IN (
      'officer', 'treasurer', 'supervisor', 'auditor', 'member',
      'hub', 'producer', 'courier', 'coordinator', 'household'
    )
  ),
  subject TEXT NOT NULL,
  granted_at INTEGER NOT NULL,
  granted_by TEXT NOT NULL,
  revoked_at INTEGER,
  revoked_by TEXT,
  CONSTRAINT role_grant_subject_fits CHECK (
    (subject = '') = (role IN ('officer', 'treasurer', 'supervisor', 'auditor', 'member'))
  ),
  CONSTRAINT role_grant_revoked_by_someone CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX role_grant_once ON role_grant (holder, role, subject) WHERE revoked_at IS NULL;

-- What was answered to whom, so that a repeated request gets the same answer.
CREATE TABLE op_log (
  actor TEXT NOT NULL,
  key TEXT NOT NULL CONSTRAINT op_log_key_sized CHECK (length(key) BETWEEN 1 AND 200),
  request_hash TEXT NOT NULL
    CONSTRAINT op_log_hash_hex
    CHECK (length(request_hash) = 64 AND request_hash NOT GLOB '*[^0-9a-f]*'),
  status INTEGER NOT NULL CONSTRAINT op_log_status_http CHECK (status BETWEEN 200 AND 599),
  body TEXT NOT NULL CONSTRAINT op_log_body_json CHECK (json_valid(body)),
  at INTEGER NOT NULL,
  PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX op_log_by_age ON op_log (at);

-- After-effects, written in the batch of the fact they follow from.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  topic TEXT NOT NULL CONSTRAINT outbox_topic_known CHECK (
    topic IN ('mail', 'payment-capture', 'payment-release', 'payment-refund', 'plan')
  ),
  key TEXT NOT NULL UNIQUE,
  payload TEXT NOT NULL CONSTRAINT outbox_payload_json CHECK (json_valid(payload)),
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0 CONSTRAINT outbox_attempts_counted CHECK (attempts >= 0),
  last_error TEXT,
  done_at INTEGER,
  dead_at INTEGER,
  CONSTRAINT outbox_done_or_dead CHECK (done_at IS NULL OR dead_at IS NULL)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (due_at) WHERE done_at IS NULL AND dead_at IS NULL;

-- Rules are only ever added to. Subject '' is the whole network, else an enterprise, or an article
-- of the statute. What officers decide urgently expires; what members decide names its proposal.
CREATE TABLE rule_version (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  subject TEXT NOT NULL,
  version INTEGER NOT NULL CONSTRAINT rule_version_counts_from_one CHECK (version >= 1),
  value TEXT NOT NULL,
  effective_at INTEGER NOT NULL,
  expires_at INTEGER CONSTRAINT rule_version_expires_later CHECK (expires_at > effective_at),
  decided_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  proposal_id TEXT REFERENCES proposal (id),
  digest TEXT NOT NULL
    CONSTRAINT rule_version_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT rule_version_not_in_the_past CHECK (effective_at >= decided_at),
  -- What members passed is for good: only a deed of officers expires.
  CONSTRAINT rule_version_voted_for_good CHECK (proposal_id IS NULL OR expires_at IS NULL),
  UNIQUE (key, subject, version)
) STRICT;
CREATE TRIGGER rule_version_follows BEFORE INSERT ON rule_version BEGIN
  SELECT raise(abort, 'refused:rule-changed') WHERE EXISTS (
    SELECT 1 FROM rule_version WHERE id = NEW.id
      OR (key = NEW.key AND subject = NEW.subject AND version >= NEW.version)
  );
  SELECT raise(abort, 'refused:rule-changed') WHERE NEW.version > 1 AND NOT EXISTS (
    SELECT 1 FROM rule_version
    WHERE key = NEW.key AND subject = NEW.subject AND version = NEW.version - 1
      AND effective_at <= NEW.effective_at
  );
END;
CREATE TRIGGER rule_version_stays BEFORE UPDATE ON rule_version BEGIN
  SELECT raise(abort, 'refused:rule-history-fixed');
END;
CREATE TRIGGER rule_version_remains BEFORE DELETE ON rule_version BEGIN
  SELECT raise(abort, 'refused:rule-history-fixed');
END;

-- Blocks of a chain, sealed by cron and at closes: each names the seal before it.
CREATE TABLE seal (
  chain TEXT NOT NULL CONSTRAINT seal_chain_known
    CHECK (chain IN ('ledger', 'rules', 'members', 'shares')),
  number INTEGER NOT NULL CONSTRAINT seal_counts_from_one CHECK (number >= 1),
  from_id INTEGER NOT NULL,
  to_id INTEGER NOT NULL,
  root TEXT NOT NULL
    CONSTRAINT seal_root_hex
    CHECK (length(root) = 64 AND root NOT GLOB '*[^0-9a-f]*'),
  previous TEXT NOT NULL
    CONSTRAINT seal_previous_hex
    CHECK (length(previous) = 64 AND previous NOT GLOB '*[^0-9a-f]*'),
  digest TEXT NOT NULL
    CONSTRAINT seal_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  sealed_at INTEGER NOT NULL,
  CONSTRAINT seal_goes_forward CHECK (to_id >= from_id),
  PRIMARY KEY (chain, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER seal_follows BEFORE INSERT ON seal BEGIN
  SELECT raise(abort, 'refused:seal-exists') WHERE EXISTS (
    SELECT 1 FROM seal WHERE chain = NEW.chain AND number >= NEW.number
  );
  SELECT raise(abort, 'refused:seal-does-not-follow') WHERE NEW.number > 1 AND NOT EXISTS (
    SELECT 1 FROM seal WHERE chain = NEW.chain AND number = NEW.number - 1
      AND to_id = NEW.from_id - 1 AND digest = NEW.previous
  );
  SELECT raise(abort, 'refused:seal-does-not-follow') WHERE NEW.number = 1 AND NEW.from_id <> 1;
END;
CREATE TRIGGER seal_stays BEFORE UPDATE ON seal BEGIN
  SELECT raise(abort, 'refused:seal-fixed');
END;
CREATE TRIGGER seal_remains BEFORE DELETE ON seal BEGIN
  SELECT raise(abort, 'refused:seal-fixed');
END;

-- Cron's own memory: when each job last ran, so that missed hours are caught up.
CREATE TABLE job_run (
  job TEXT PRIMARY KEY,
  last_at INTEGER NOT NULL CONSTRAINT job_run_last_at_instant CHECK (last_at >= 0)
) STRICT, WITHOUT ROWID;
