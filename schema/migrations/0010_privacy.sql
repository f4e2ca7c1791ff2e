-- Why: what somebody agreed to has to be shown afterwards, and whoever goes takes their data along
-- without anything being left open behind them.

-- Every consent and every withdrawal, in the order in which they came. Ids only: it stays when its
-- person is erased, for it has to be shown that letters were wanted when they went out.
CREATE TABLE consent (
  person_id TEXT NOT NULL REFERENCES person (id),
  number INTEGER NOT NULL CONSTRAINT consent_counts_from_one CHECK (number >= 1),
  purpose TEXT NOT NULL CONSTRAINT consent_purpose_sized CHECK (length(purpose) BETWEEN 1 AND 40),
  given INTEGER NOT NULL CONSTRAINT consent_given_or_withdrawn CHECK (given BETWEEN 0 AND 1),
  -- Which wording the person read.
  text_version INTEGER NOT NULL CONSTRAINT consent_text_counts CHECK (text_version >= 1),
  channel TEXT NOT NULL CONSTRAINT consent_channel_known
    CHECK (channel IN ('page', 'api', 'erasure', 'paper')),
  at INTEGER NOT NULL CONSTRAINT consent_at_instant CHECK (at >= 0),
  -- The number of a paper that its person signed, and who wrote it down here; no name.
  paper TEXT CONSTRAINT consent_paper_numbered
    CHECK (length(paper) BETWEEN 1 AND 40 AND paper NOT GLOB '*[^A-Za-z0-9/.-]*'),
  recorded_by TEXT,
  CONSTRAINT consent_paper_recorded CHECK (
    (channel = 'paper') = (paper IS NOT NULL) AND (paper IS NULL) = (recorded_by IS NULL)
  ),
  PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER consent_follows BEFORE INSERT ON consent BEGIN
  SELECT raise(abort, 'refused:consent-changed') WHERE EXISTS (
    SELECT 1 FROM consent WHERE person_id = NEW.person_id AND number >= NEW.number
  );
END;
CREATE TRIGGER consent_stays BEFORE UPDATE ON consent BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER consent_remains BEFORE DELETE ON consent BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

CREATE INDEX order_contact_by_address ON order_contact (email COLLATE NOCASE)
  WHERE email IS NOT NULL;

-- A household goes when nobody else is in it, nothing is on order and its wallet is empty, whatever
-- happens at the same moment.
CREATE TRIGGER household_erased_settled BEFORE UPDATE OF erased_at ON household
WHEN OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:erasure-changed') WHERE EXISTS (
    SELECT 1 FROM customer_order
    WHERE household_id = NEW.id AND cancelled_at IS NULL AND settled_at IS NULL
  ) OR EXISTS (
    SELECT 1 FROM ledger_account a JOIN ledger_balance b ON b.account_id = a.id
    WHERE a.code IN ('wallet:' || NEW.id, 'wallet-held:' || NEW.id) AND b.posted_cents <> 0
  );
END;
-- Somebody who is the last of a household by now takes it along.
CREATE TRIGGER person_erased_whole BEFORE UPDATE OF erased_at ON person
WHEN OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:erasure-changed') WHERE EXISTS (
    SELECT 1 FROM role_grant own JOIN household h ON h.id = own.subject
    WHERE own.holder = NEW.id AND own.role = 'household' AND own.revoked_at IS NULL
      AND (h.erased_at IS NULL) = NOT EXISTS (
        SELECT 1 FROM role_grant another JOIN person p ON p.id = another.holder
        WHERE another.subject = own.subject AND another.role = 'household'
          AND another.revoked_at IS NULL AND p.id <> NEW.id AND p.erased_at IS NULL
      )
  );
END;
CREATE TRIGGER person_erased_for_good BEFORE UPDATE OF erased_at ON person
WHEN OLD.erased_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:erasure-changed');
END;
