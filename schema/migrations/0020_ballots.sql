-- Why: what members said. An open ballot names its member and is kept in the order of casting. A
-- secret one stands alone: who voted, what receipts were given and what ballots say are three
-- tables without a time, each in an order of its own, and nothing leads from one to another.

-- Papers of a sitting that two scrutineers entered together.
CREATE TABLE paper_batch (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  number INTEGER NOT NULL CONSTRAINT paper_batch_counts_from_one CHECK (number >= 1),
  papers INTEGER NOT NULL CONSTRAINT paper_batch_papers_counted CHECK (papers >= 1),
  entered_by TEXT NOT NULL REFERENCES person (id),
  seconded_by TEXT NOT NULL REFERENCES person (id)
    CONSTRAINT paper_batch_of_two CHECK (seconded_by <> entered_by),
  entered_at INTEGER NOT NULL,
  PRIMARY KEY (proposal_id, call_number, number),
  FOREIGN KEY (proposal_id, call_number) REFERENCES vote_call (proposal_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER paper_batch_follows BEFORE INSERT ON paper_batch BEGIN
  SELECT raise(abort, 'refused:papers-changed') WHERE NEW.number <> 1 + (
    SELECT coalesce(max(number), 0) FROM paper_batch
    WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  );
END;
CREATE TRIGGER paper_batch_stays BEFORE UPDATE ON paper_batch BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;
CREATE TRIGGER paper_batch_remains BEFORE DELETE ON paper_batch BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;

-- Open roll-call: only ever added to; of several by one hand the last counts.
CREATE TABLE ballot (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  number INTEGER NOT NULL CONSTRAINT ballot_counts_from_one CHECK (number >= 1),
  tracker TEXT NOT NULL UNIQUE CONSTRAINT ballot_tracker_formed
    CHECK (length(tracker) = 26 AND tracker NOT GLOB '*[^0-9a-hjkmnp-tv-z]*'),
  member_id TEXT NOT NULL,
  -- Who put it in: the member, or the holder of their proxy.
  by_member TEXT NOT NULL,
  -- 1, or more where votes may be changed or an objection is taken back.
  nth INTEGER NOT NULL CONSTRAINT ballot_nth_counts CHECK (nth >= 1),
  choice TEXT NOT NULL CONSTRAINT ballot_choice_json CHECK (json_valid(choice)),
  cast_at INTEGER NOT NULL,
  -- The batch it was entered with, where it was a paper.
  paper INTEGER,
  digest TEXT NOT NULL CONSTRAINT ballot_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (proposal_id, call_number, number),
  UNIQUE (proposal_id, call_number, member_id, by_member, nth),
  FOREIGN KEY (proposal_id, call_number, member_id)
    REFERENCES electorate_row (proposal_id, call_number, member_id),
  FOREIGN KEY (proposal_id, call_number, by_member)
    REFERENCES electorate_row (proposal_id, call_number, member_id),
  FOREIGN KEY (proposal_id, call_number, paper)
    REFERENCES paper_batch (proposal_id, call_number, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ballot_goes_in BEFORE INSERT ON ballot BEGIN
  SELECT raise(abort, 'refused:vote-not-open') WHERE NOT EXISTS (
    SELECT 1 FROM vote_call c JOIN proposal p ON p.id = c.proposal_id
    WHERE c.proposal_id = NEW.proposal_id AND c.number = NEW.call_number AND c.secrecy = 'open'
      AND NEW.cast_at >= c.opens_at AND NEW.cast_at < coalesce(c.extended_to, c.closes_at)
      AND (p.ended_at IS NULL OR p.ended_at > NEW.cast_at)
  ) OR EXISTS (
    SELECT 1 FROM ballot_box WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  );
  SELECT raise(abort, 'refused:not-in-electorate') WHERE NOT EXISTS (
    SELECT 1 FROM electorate_row WHERE proposal_id = NEW.proposal_id
      AND call_number = NEW.call_number AND member_id = NEW.member_id AND reason = ''
  );
  SELECT raise(abort, 'refused:proxy-missing') WHERE NEW.by_member <> NEW.member_id AND NOT EXISTS (
    SELECT 1 FROM proxy WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
      AND giver_id = NEW.member_id AND holder_id = NEW.by_member AND revoked_at IS NULL
  );
  -- Of two ballots by the same hand at once the second is weighed again.
  SELECT raise(abort, 'refused:ballots-changed') WHERE NEW.number <> 1 + (
    SELECT coalesce(max(number), 0) FROM ballot
    WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  ) OR NEW.nth <> 1 + (
    SELECT count(*) FROM ballot WHERE proposal_id = NEW.proposal_id
      AND call_number = NEW.call_number AND member_id = NEW.member_id
      AND by_member = NEW.by_member
  ) OR EXISTS (SELECT 1 FROM ballot WHERE tracker = NEW.tracker);
  -- A vote is used once, unless votes may be changed; an objection may be taken back always.
  SELECT raise(abort, 'refused:ballot-cast-already') WHERE NEW.nth > 1 AND NOT EXISTS (
    SELECT 1 FROM vote_call WHERE proposal_id = NEW.proposal_id AND number = NEW.call_number
      AND may_revote = 1
  ) AND NOT EXISTS (
    SELECT 1 FROM ballot WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
      AND member_id = NEW.member_id AND by_member = NEW.by_member AND nth = NEW.nth - 1
      AND json_extract(choice, '$.vote') = 'objection'
  );
  -- Whoever came first stays, unless the policy lets the member's own ballot count instead.
  SELECT raise(abort, 'refused:ballot-cast-by-other') WHERE EXISTS (
    SELECT 1 FROM ballot WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
      AND member_id = NEW.member_id AND by_member <> NEW.by_member
  ) AND (NEW.by_member <> NEW.member_id OR NOT (
    SELECT json_extract(p.policy, '$.ownBeatsProxy') FROM vote_call c
    JOIN policy_version p ON p.code = c.policy_code AND p.version = c.policy_version
    WHERE c.proposal_id = NEW.proposal_id AND c.number = NEW.call_number
  ));
END;
CREATE TRIGGER ballot_stays BEFORE UPDATE ON ballot BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;
CREATE TRIGGER ballot_remains BEFORE DELETE ON ballot BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;
-- A proxy that was used is not taken back: the ballot is in the box.
CREATE TRIGGER proxy_is_used BEFORE UPDATE OF revoked_at ON proxy BEGIN
  SELECT raise(abort, 'refused:proxy-used') WHERE EXISTS (
    SELECT 1 FROM ballot WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
      AND member_id = NEW.giver_id AND by_member = NEW.holder_id
  ) OR EXISTS (
    SELECT 1 FROM voted WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
      AND member_id = NEW.giver_id
  );
END;

-- That somebody has used their secret vote, by whomever. No time, no order of coming.
CREATE TABLE voted (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL CONSTRAINT voted_in_a_call CHECK (call_number >= 1),
  member_id TEXT NOT NULL,
  PRIMARY KEY (proposal_id, call_number, member_id),
  FOREIGN KEY (proposal_id, call_number, member_id)
    REFERENCES electorate_row (proposal_id, call_number, member_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER voted_once BEFORE INSERT ON voted BEGIN
  SELECT raise(abort, 'refused:vote-not-open') WHERE NOT EXISTS (
    SELECT 1 FROM vote_call c JOIN proposal p ON p.id = c.proposal_id
    WHERE c.proposal_id = NEW.proposal_id AND c.number = NEW.call_number
      AND c.secrecy <> 'open' AND p.ended_at IS NULL
  ) OR EXISTS (
    SELECT 1 FROM ballot_box WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  );
  SELECT raise(abort, 'refused:not-in-electorate') WHERE NOT EXISTS (
    SELECT 1 FROM electorate_row WHERE proposal_id = NEW.proposal_id
      AND call_number = NEW.call_number AND member_id = NEW.member_id AND reason = ''
  );
  SELECT raise(abort, 'refused:ballot-cast-already') WHERE EXISTS (
    SELECT 1 FROM voted WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
      AND member_id = NEW.member_id
  );
END;
CREATE TRIGGER voted_stays BEFORE UPDATE ON voted BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;
CREATE TRIGGER voted_remains BEFORE DELETE ON voted BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;

-- What a secret ballot says, under a random mark that nobody was told.
CREATE TABLE secret_ballot (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  mark TEXT NOT NULL CONSTRAINT secret_ballot_mark_formed
    CHECK (length(mark) = 26 AND mark NOT GLOB '*[^0-9a-hjkmnp-tv-z]*'),
  -- '' unless the policy counts by class.
  class TEXT NOT NULL,
  basis TEXT NOT NULL CONSTRAINT secret_ballot_basis_known
    CHECK (basis IN ('head', 'legal-person', 'exchange', 'financing')),
  weight_num INTEGER NOT NULL CONSTRAINT secret_ballot_weighs CHECK (weight_num > 0),
  weight_den INTEGER NOT NULL CONSTRAINT secret_ballot_weight_divides CHECK (weight_den > 0),
  choice TEXT NOT NULL CONSTRAINT secret_ballot_choice_json CHECK (json_valid(choice)),
  digest TEXT NOT NULL CONSTRAINT secret_ballot_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (proposal_id, call_number, mark),
  FOREIGN KEY (proposal_id, call_number) REFERENCES vote_call (proposal_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER secret_ballot_goes_in BEFORE INSERT ON secret_ballot BEGIN
  SELECT raise(abort, 'refused:vote-not-open') WHERE NOT EXISTS (
    SELECT 1 FROM vote_call WHERE proposal_id = NEW.proposal_id AND number = NEW.call_number
      AND secrecy <> 'open'
  ) OR EXISTS (
    SELECT 1 FROM ballot_box WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  );
  SELECT raise(abort, 'refused:ballot-fixed') WHERE EXISTS (
    SELECT 1 FROM secret_ballot WHERE proposal_id = NEW.proposal_id
      AND call_number = NEW.call_number AND mark = NEW.mark
  );
END;
CREATE TRIGGER secret_ballot_stays BEFORE UPDATE ON secret_ballot BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;
CREATE TRIGGER secret_ballot_remains BEFORE DELETE ON secret_ballot BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;

-- The trackers of secret ballots, made where they were cast: each says that a ballot is in the box,
-- and not which. One of a box is as good as another, so two voters never share one.
CREATE TABLE secret_receipt (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  tracker TEXT NOT NULL CONSTRAINT secret_receipt_tracker_formed
    CHECK (length(tracker) = 26 AND tracker NOT GLOB '*[^0-9a-hjkmnp-tv-z]*'),
  digest TEXT NOT NULL CONSTRAINT secret_receipt_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (proposal_id, call_number, tracker),
  FOREIGN KEY (proposal_id, call_number) REFERENCES vote_call (proposal_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER secret_receipt_given BEFORE INSERT ON secret_receipt BEGIN
  SELECT raise(abort, 'refused:vote-not-open') WHERE NOT EXISTS (
    SELECT 1 FROM vote_call WHERE proposal_id = NEW.proposal_id AND number = NEW.call_number
      AND secrecy <> 'open'
  ) OR EXISTS (
    SELECT 1 FROM ballot_box WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  );
  SELECT raise(abort, 'refused:tracker-taken') WHERE EXISTS (
    SELECT 1 FROM secret_receipt WHERE proposal_id = NEW.proposal_id
      AND call_number = NEW.call_number AND tracker = NEW.tracker
  );
END;
CREATE TRIGGER secret_receipt_stays BEFORE UPDATE ON secret_receipt BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;
CREATE TRIGGER secret_receipt_remains BEFORE DELETE ON secret_receipt BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;

-- Blocks over the rows of one call: open ballots by their numbers, while the vote runs and at its
-- close; of a secret vote at the close only, receipts by tracker and then ballots by mark.
CREATE TABLE ballot_seal (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  number INTEGER NOT NULL CONSTRAINT ballot_seal_counts_from_one CHECK (number >= 1),
  from_row INTEGER NOT NULL,
  to_row INTEGER NOT NULL,
  root TEXT NOT NULL CONSTRAINT ballot_seal_root_hex
    CHECK (length(root) = 64 AND root NOT GLOB '*[^0-9a-f]*'),
  previous TEXT NOT NULL CONSTRAINT ballot_seal_previous_hex
    CHECK (length(previous) = 64 AND previous NOT GLOB '*[^0-9a-f]*'),
  sealed_at INTEGER NOT NULL,
  digest TEXT NOT NULL CONSTRAINT ballot_seal_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT ballot_seal_goes_forward CHECK (to_row >= from_row),
  PRIMARY KEY (proposal_id, call_number, number),
  FOREIGN KEY (proposal_id, call_number) REFERENCES vote_call (proposal_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ballot_seal_follows BEFORE INSERT ON ballot_seal BEGIN
  SELECT raise(abort, 'refused:seal-exists') WHERE EXISTS (
    SELECT 1 FROM ballot_seal WHERE proposal_id = NEW.proposal_id
      AND call_number = NEW.call_number AND number >= NEW.number
  );
  SELECT raise(abort, 'refused:seal-does-not-follow') WHERE (NEW.number = 1 AND NEW.from_row <> 1)
    OR (NEW.number > 1 AND NOT EXISTS (
      SELECT 1 FROM ballot_seal WHERE proposal_id = NEW.proposal_id
        AND call_number = NEW.call_number AND number = NEW.number - 1
        AND to_row = NEW.from_row - 1 AND digest = NEW.previous
    ));
  -- Nothing of a secret vote is sealed while it runs: two seals would tell what came between.
  SELECT raise(abort, 'refused:vote-runs') WHERE EXISTS (
    SELECT 1 FROM vote_call WHERE proposal_id = NEW.proposal_id AND number = NEW.call_number
      AND secrecy <> 'open' AND coalesce(extended_to, closes_at) > NEW.sealed_at
  );
END;
CREATE TRIGGER ballot_seal_stays BEFORE UPDATE ON ballot_seal BEGIN
  SELECT raise(abort, 'refused:seal-fixed');
END;
CREATE TRIGGER ballot_seal_remains BEFORE DELETE ON ballot_seal BEGIN
  SELECT raise(abort, 'refused:seal-fixed');
END;

-- The box of a call, closed: all in it is sealed, and nothing goes in any more. What is counted.
CREATE TABLE ballot_box (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  ballots INTEGER NOT NULL CONSTRAINT ballot_box_ballots_counted CHECK (ballots >= 0),
  -- The digest of the last seal, 64 zeros for an empty box: the seed of the lot.
  root TEXT NOT NULL CONSTRAINT ballot_box_root_hex
    CHECK (length(root) = 64 AND root NOT GLOB '*[^0-9a-f]*'),
  closed_at INTEGER NOT NULL,
  PRIMARY KEY (proposal_id, call_number),
  FOREIGN KEY (proposal_id, call_number) REFERENCES vote_call (proposal_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ballot_box_closes BEFORE INSERT ON ballot_box BEGIN
  SELECT raise(abort, 'refused:box-closed') WHERE EXISTS (
    SELECT 1 FROM ballot_box WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  );
  SELECT raise(abort, 'refused:vote-runs') WHERE EXISTS (
    SELECT 1 FROM vote_call WHERE proposal_id = NEW.proposal_id AND number = NEW.call_number
      AND coalesce(extended_to, closes_at) > NEW.closed_at
  );
  -- A ballot that came while the box was being closed is sealed first. Of a detached vote there are
  -- as many receipts as ballots and members; of one by tokens at most as many as were given out.
  SELECT raise(abort, 'refused:ballots-changed')
  FROM (SELECT
    (SELECT count(*) FROM ballot
      WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number) AS open,
    (SELECT count(*) FROM secret_ballot
      WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number) AS secret,
    (SELECT count(*) FROM secret_receipt
      WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number) AS receipts,
    (SELECT count(*) FROM voted
      WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number) AS used,
    (SELECT coalesce(max(to_row), 0) FROM ballot_seal
      WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number) AS sealed,
    (SELECT secrecy FROM vote_call
      WHERE proposal_id = NEW.proposal_id AND number = NEW.call_number) AS secrecy
  ) WHERE sealed <> open + secret + receipts OR NEW.ballots <> open + secret
    OR secret <> receipts OR secret > used OR (secrecy = 'detached' AND secret <> used);
END;
CREATE TRIGGER ballot_box_stays BEFORE UPDATE ON ballot_box BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;
CREATE TRIGGER ballot_box_remains BEFORE DELETE ON ballot_box BEGIN
  SELECT raise(abort, 'refused:ballot-fixed');
END;
