-- Why: a blind vote is cast with a token that the network signs without seeing it (RFC 9474). Who
-- was given a token is known, and no more of it than its blinded form, which fits every token
-- alike; a ballot comes with a token and with nobody's name. Nothing leads from one to the other.

-- The key that signs the tokens of a call: its public half is part of the notice.
ALTER TABLE vote_call ADD COLUMN token_key TEXT
  CONSTRAINT vote_call_blind_by_key CHECK ((secrecy = 'blind') = (token_key IS NOT NULL))
  CONSTRAINT vote_call_token_key_hex
    CHECK (length(token_key) = 512 AND token_key NOT GLOB '*[^0-9a-f]*');
CREATE TRIGGER vote_call_key_stays BEFORE UPDATE ON vote_call
WHEN NEW.token_key IS NOT OLD.token_key BEGIN
  SELECT raise(abort, 'refused:call-fixed');
END;

-- Its private half, locked under a key that is derived from the network's secret.
CREATE TABLE token_lock (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  locked_key TEXT NOT NULL CONSTRAINT token_lock_hex
    CHECK (length(locked_key) >= 512 AND locked_key NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (proposal_id, call_number),
  FOREIGN KEY (proposal_id, call_number) REFERENCES vote_call (proposal_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER token_lock_of_blind BEFORE INSERT ON token_lock BEGIN
  SELECT raise(abort, 'refused:call-fixed') WHERE NOT EXISTS (
    SELECT 1 FROM vote_call WHERE proposal_id = NEW.proposal_id AND number = NEW.call_number
      AND secrecy = 'blind'
  ) OR EXISTS (
    SELECT 1 FROM token_lock WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  );
END;
CREATE TRIGGER token_lock_stays BEFORE UPDATE ON token_lock BEGIN
  SELECT raise(abort, 'refused:call-fixed');
END;
CREATE TRIGGER token_lock_remains BEFORE DELETE ON token_lock BEGIN
  SELECT raise(abort, 'refused:call-fixed');
END;

-- What was signed unseen for a member, once: asked again, the same is signed again. No time, and
-- whoever has it has voted.
CREATE TABLE given_token (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  member_id TEXT NOT NULL,
  blinded TEXT NOT NULL CONSTRAINT given_token_blinded_hex
    CHECK (length(blinded) = 512 AND blinded NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (proposal_id, call_number, member_id),
  FOREIGN KEY (proposal_id, call_number, member_id)
    REFERENCES voted (proposal_id, call_number, member_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER given_token_once BEFORE INSERT ON given_token BEGIN
  SELECT raise(abort, 'refused:vote-not-open') WHERE NOT EXISTS (
    SELECT 1 FROM vote_call WHERE proposal_id = NEW.proposal_id AND number = NEW.call_number
      AND secrecy = 'blind'
  );
  SELECT raise(abort, 'refused:ballot-cast-already') WHERE EXISTS (
    SELECT 1 FROM given_token WHERE proposal_id = NEW.proposal_id
      AND call_number = NEW.call_number AND member_id = NEW.member_id
  );
END;
CREATE TRIGGER given_token_stays BEFORE UPDATE ON given_token BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;
CREATE TRIGGER given_token_remains BEFORE DELETE ON given_token BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;

-- The receipt of a blind ballot has the token that let it in, so that anybody can check it.
ALTER TABLE secret_receipt ADD COLUMN prefix TEXT CONSTRAINT secret_receipt_prefix_hex
  CHECK (length(prefix) = 64 AND prefix NOT GLOB '*[^0-9a-f]*');
ALTER TABLE secret_receipt ADD COLUMN signature TEXT
  CONSTRAINT secret_receipt_token_whole CHECK ((prefix IS NULL) = (signature IS NULL))
  CONSTRAINT secret_receipt_signature_hex
    CHECK (length(signature) = 512 AND signature NOT GLOB '*[^0-9a-f]*');
-- A blind vote takes ballots with tokens only, and never more than members were given.
CREATE TRIGGER secret_receipt_by_token BEFORE INSERT ON secret_receipt BEGIN
  SELECT raise(abort, 'refused:token-missing')
    WHERE (NEW.signature IS NOT NULL) IS NOT (
      SELECT secrecy = 'blind' FROM vote_call
      WHERE proposal_id = NEW.proposal_id AND number = NEW.call_number
    );
  SELECT raise(abort, 'refused:tokens-exceeded') WHERE NEW.signature IS NOT NULL AND (
    SELECT count(*) FROM secret_receipt
    WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  ) >= (
    SELECT count(*) FROM voted
    WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  );
END;
