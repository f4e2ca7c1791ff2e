-- Why: what members decide, from an idea to a count. Deeds and their instants are written down; the
-- state is computed from them and from the clock. Nothing of a call changes after its notice.

-- How things are decided, as versions: only ever added to, like rules.
CREATE TABLE policy_version (
  code TEXT NOT NULL CONSTRAINT policy_version_code_said
    CHECK (length(code) BETWEEN 1 AND 60 AND code NOT GLOB '*[^a-z0-9-]*'),
  version INTEGER NOT NULL CONSTRAINT policy_version_counts_from_one CHECK (version >= 1),
  policy TEXT NOT NULL CONSTRAINT policy_version_policy_json CHECK (json_valid(policy)),
  effective_at INTEGER NOT NULL,
  decided_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  digest TEXT NOT NULL CONSTRAINT policy_version_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT policy_version_not_in_the_past CHECK (effective_at >= decided_at),
  PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER policy_version_follows BEFORE INSERT ON policy_version BEGIN
  SELECT raise(abort, 'refused:policy-changed') WHERE EXISTS (
    SELECT 1 FROM policy_version WHERE code = NEW.code AND version >= NEW.version
  );
  SELECT raise(abort, 'refused:policy-changed') WHERE NEW.version > 1 AND NOT EXISTS (
    SELECT 1 FROM policy_version
    WHERE code = NEW.code AND version = NEW.version - 1 AND effective_at <= NEW.effective_at
  );
END;
CREATE TRIGGER policy_version_stays BEFORE UPDATE ON policy_version BEGIN
  SELECT raise(abort, 'refused:policy-history-fixed');
END;
CREATE TRIGGER policy_version_remains BEFORE DELETE ON policy_version BEGIN
  SELECT raise(abort, 'refused:policy-history-fixed');
END;

CREATE TABLE proposal (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CONSTRAINT proposal_number_counts CHECK (number >= 1),
  author_id TEXT NOT NULL REFERENCES member (id),
  -- How it is to be decided; each call keeps the version that it was noticed under.
  policy_code TEXT NOT NULL,
  policy_version INTEGER NOT NULL,
  -- What is voted on: a text, changes of rules, people for offices, projects for a budget.
  subject TEXT NOT NULL CONSTRAINT proposal_subject_known
    CHECK (subject IN ('motion', 'rules', 'election', 'budget')),
  budget_cents INTEGER,
  -- The amendment of another proposal that was put to the vote as this one.
  amendment_id TEXT UNIQUE REFERENCES amendment (id),
  created_at INTEGER NOT NULL CONSTRAINT proposal_created_at_instant CHECK (created_at >= 0),
  submitted_at INTEGER CONSTRAINT proposal_submitted_later CHECK (submitted_at >= created_at),
  -- When the last endorsement that was needed came.
  endorsed_at INTEGER CONSTRAINT proposal_endorsed_later CHECK (endorsed_at >= submitted_at),
  -- When the changes of rules that it makes were written.
  executed_at INTEGER CONSTRAINT proposal_executed_later CHECK (executed_at >= endorsed_at),
  ended_how TEXT CONSTRAINT proposal_ended_known
    CHECK (ended_how IN ('withdrawn', 'superseded', 'vetoed')),
  ended_at INTEGER,
  ended_by TEXT,
  ended_reason TEXT,
  superseded_by TEXT REFERENCES proposal (id),
  CONSTRAINT proposal_budget_of_money
    CHECK (iif(subject = 'budget', coalesce(budget_cents, 0) > 0, budget_cents IS NULL)),
  CONSTRAINT proposal_endorsed_once_submitted
    CHECK (endorsed_at IS NULL OR submitted_at IS NOT NULL),
  CONSTRAINT proposal_executed_once_endorsed CHECK (executed_at IS NULL OR endorsed_at IS NOT NULL),
  CONSTRAINT proposal_executed_or_ended CHECK (executed_at IS NULL OR ended_at IS NULL),
  CONSTRAINT proposal_ended_whole CHECK (
    (ended_how IS NULL) = (ended_at IS NULL) AND (ended_how IS NULL) = (ended_by IS NULL)
    AND (ended_how IS NULL) = (ended_reason IS NULL)
  ),
  CONSTRAINT proposal_superseded_by_another CHECK (
    (ended_how IS 'superseded') = (superseded_by IS NOT NULL) AND superseded_by IS NOT id
  ),
  FOREIGN KEY (policy_code, policy_version) REFERENCES policy_version (code, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_by_author ON proposal (author_id);
-- Each deed is done once, by whoever comes first; what ended or was executed does not go on.
CREATE TRIGGER proposal_begins BEFORE INSERT ON proposal BEGIN
  SELECT raise(abort, 'refused:proposal-exists') WHERE EXISTS (
    SELECT 1 FROM proposal WHERE id = NEW.id OR number = NEW.number
  );
END;
CREATE TRIGGER proposal_goes_on BEFORE UPDATE ON proposal BEGIN
  SELECT raise(abort, 'refused:proposal-ended')
    WHERE OLD.ended_at IS NOT NULL OR OLD.executed_at IS NOT NULL;
  SELECT raise(abort, 'refused:proposal-fixed') WHERE
    NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.author_id IS NOT OLD.author_id
    OR NEW.created_at IS NOT OLD.created_at OR NEW.amendment_id IS NOT OLD.amendment_id
    OR (OLD.submitted_at IS NOT NULL AND (
      NEW.submitted_at IS NOT OLD.submitted_at OR NEW.subject IS NOT OLD.subject
      OR NEW.budget_cents IS NOT OLD.budget_cents OR NEW.policy_code IS NOT OLD.policy_code
      OR NEW.policy_version IS NOT OLD.policy_version
    ))
    OR (OLD.endorsed_at IS NOT NULL AND NEW.endorsed_at IS NOT OLD.endorsed_at);
END;
-- What members vote on is not taken back while they do, and no vote that runs is overtaken.
CREATE TRIGGER proposal_ends BEFORE UPDATE OF ended_at ON proposal
WHEN NEW.ended_how IN ('withdrawn', 'superseded') BEGIN
  SELECT raise(abort, 'refused:proposal-open') WHERE EXISTS (
    SELECT 1 FROM vote_call WHERE proposal_id = NEW.id AND opens_at <= NEW.ended_at
  );
END;
-- What takes effect was passed, by its last call, and nobody's challenge of it stands open.
CREATE TRIGGER proposal_executes BEFORE UPDATE OF executed_at ON proposal
WHEN NEW.executed_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:proposal-not-passed') WHERE NOT EXISTS (
    SELECT 1 FROM tally t WHERE t.proposal_id = NEW.id AND t.passes = 1
      AND t.challenge_until <= NEW.executed_at
      AND NOT EXISTS (
        SELECT 1 FROM vote_call c WHERE c.proposal_id = NEW.id AND c.number > t.call_number
      )
      AND NOT EXISTS (
        SELECT 1 FROM challenge c WHERE c.proposal_id = NEW.id AND c.call_number = t.call_number
          AND c.decision IS NOT 'dismissed'
      )
  );
END;
CREATE TRIGGER proposal_remains BEFORE DELETE ON proposal BEGIN
  SELECT raise(abort, 'refused:proposal-fixed');
END;

-- Its text as it stood, version by version.
CREATE TABLE proposal_version (
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  version INTEGER NOT NULL CONSTRAINT proposal_version_counts_from_one CHECK (version >= 1),
  title TEXT NOT NULL CONSTRAINT proposal_version_title_said
    CHECK (length(title) BETWEEN 1 AND 160),
  body TEXT NOT NULL CONSTRAINT proposal_version_body_sized CHECK (length(body) <= 20000),
  -- [{key, subject, value, follows}]: the rule changes it makes.
  actions TEXT NOT NULL CONSTRAINT proposal_version_actions_list
    CHECK (json_valid(actions) AND json_type(actions) = 'array'),
  -- [{code, title, detail, costCents?}]: candidates, options, projects; [] for yes or no.
  options TEXT NOT NULL CONSTRAINT proposal_version_options_list
    CHECK (json_valid(options) AND json_type(options) = 'array'),
  digest TEXT NOT NULL CONSTRAINT proposal_version_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  written_at INTEGER NOT NULL,
  written_by TEXT NOT NULL,
  PRIMARY KEY (proposal_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER proposal_version_follows BEFORE INSERT ON proposal_version BEGIN
  SELECT raise(abort, 'refused:text-changed') WHERE NEW.version <> 1 + (
    SELECT coalesce(max(version), 0) FROM proposal_version WHERE proposal_id = NEW.proposal_id
  );
  SELECT raise(abort, 'refused:proposal-ended') WHERE EXISTS (
    SELECT 1 FROM proposal WHERE id = NEW.proposal_id
      AND (ended_at IS NOT NULL OR executed_at IS NOT NULL)
  );
  SELECT raise(abort, 'refused:proposal-open') WHERE EXISTS (
    SELECT 1 FROM vote_call WHERE proposal_id = NEW.proposal_id AND opens_at <= NEW.written_at
  );
END;
CREATE TRIGGER proposal_version_stays BEFORE UPDATE ON proposal_version BEGIN
  SELECT raise(abort, 'refused:text-fixed');
END;
CREATE TRIGGER proposal_version_remains BEFORE DELETE ON proposal_version BEGIN
  SELECT raise(abort, 'refused:text-fixed');
END;

CREATE TABLE endorsement (
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  endorsed_at INTEGER NOT NULL CONSTRAINT endorsement_at_instant CHECK (endorsed_at >= 0),
  PRIMARY KEY (proposal_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER endorsement_counts BEFORE INSERT ON endorsement BEGIN
  SELECT raise(abort, 'refused:endorsed-already') WHERE EXISTS (
    SELECT 1 FROM endorsement WHERE proposal_id = NEW.proposal_id AND member_id = NEW.member_id
  );
  SELECT raise(abort, 'refused:not-to-endorse') WHERE EXISTS (
    SELECT 1 FROM proposal WHERE id = NEW.proposal_id AND (
      submitted_at IS NULL OR submitted_at > NEW.endorsed_at OR ended_at IS NOT NULL
      OR author_id = NEW.member_id
    )
  );
END;
-- The last one that was needed lets the discussion begin, however many come at once.
CREATE TRIGGER endorsement_suffices AFTER INSERT ON endorsement BEGIN
  UPDATE proposal SET endorsed_at = NEW.endorsed_at
  WHERE id = NEW.proposal_id AND endorsed_at IS NULL AND (
    SELECT count(*) FROM endorsement WHERE proposal_id = NEW.proposal_id
  ) >= (
    SELECT json_extract(p.policy, '$.endorsements') FROM policy_version p
    WHERE p.code = proposal.policy_code AND p.version = proposal.policy_version
  );
END;
CREATE TRIGGER endorsement_stays BEFORE UPDATE ON endorsement BEGIN
  SELECT raise(abort, 'refused:endorsement-fixed');
END;
CREATE TRIGGER endorsement_remains BEFORE DELETE ON endorsement BEGIN
  SELECT raise(abort, 'refused:endorsement-fixed');
END;

-- What members say of it. The words go when who wrote them asks to be erased; that somebody spoke
-- stays. A supervisor hides what must not be read, with the reason.
CREATE TABLE proposal_comment (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  answers_id TEXT REFERENCES proposal_comment (id),
  stance TEXT NOT NULL CONSTRAINT proposal_comment_stance_known
    CHECK (stance IN ('for', 'against', 'neither')),
  words TEXT CONSTRAINT proposal_comment_words_sized CHECK (length(words) BETWEEN 1 AND 4000),
  written_at INTEGER NOT NULL,
  hidden_at INTEGER CONSTRAINT proposal_comment_hidden_later CHECK (hidden_at >= written_at),
  hidden_by TEXT,
  hidden_reason TEXT,
  CONSTRAINT proposal_comment_hidden_whole CHECK (
    (hidden_at IS NULL) = (hidden_by IS NULL) AND (hidden_at IS NULL) = (hidden_reason IS NULL)
  )
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_comment_by_proposal ON proposal_comment (proposal_id, id);
CREATE INDEX proposal_comment_by_member ON proposal_comment (member_id);
CREATE TRIGGER proposal_comment_answers BEFORE INSERT ON proposal_comment BEGIN
  SELECT raise(abort, 'refused:comment-exists') WHERE EXISTS (
    SELECT 1 FROM proposal_comment WHERE id = NEW.id
  );
  SELECT raise(abort, 'refused:comment-elsewhere') WHERE NEW.answers_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM proposal_comment WHERE id = NEW.answers_id AND proposal_id = NEW.proposal_id
  );
END;
CREATE TRIGGER proposal_comment_stays BEFORE UPDATE ON proposal_comment WHEN
  NEW.id IS NOT OLD.id OR NEW.proposal_id IS NOT OLD.proposal_id
  OR NEW.member_id IS NOT OLD.member_id OR NEW.answers_id IS NOT OLD.answers_id
  OR NEW.stance IS NOT OLD.stance OR NEW.written_at IS NOT OLD.written_at
  OR (NEW.words IS NOT OLD.words AND NEW.words IS NOT NULL)
  OR (OLD.hidden_at IS NOT NULL AND (
    NEW.hidden_at IS NOT OLD.hidden_at OR NEW.hidden_by IS NOT OLD.hidden_by
    OR NEW.hidden_reason IS NOT OLD.hidden_reason
  ))
BEGIN
  SELECT raise(abort, 'refused:comment-fixed');
END;
CREATE TRIGGER proposal_comment_remains BEFORE DELETE ON proposal_comment BEGIN
  SELECT raise(abort, 'refused:comment-fixed');
END;

-- Another text for a proposal: whoever proposed decides, or it is put to the vote as its own.
CREATE TABLE amendment (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  -- The version of the text that it would change.
  base_version INTEGER NOT NULL,
  title TEXT NOT NULL CONSTRAINT amendment_title_said CHECK (length(title) BETWEEN 1 AND 160),
  body TEXT NOT NULL CONSTRAINT amendment_body_sized CHECK (length(body) <= 20000),
  actions TEXT NOT NULL CONSTRAINT amendment_actions_list
    CHECK (json_valid(actions) AND json_type(actions) = 'array'),
  options TEXT NOT NULL CONSTRAINT amendment_options_list
    CHECK (json_valid(options) AND json_type(options) = 'array'),
  reason TEXT NOT NULL CONSTRAINT amendment_reason_said CHECK (length(reason) BETWEEN 1 AND 4000),
  proposed_at INTEGER NOT NULL,
  -- Null while it is proposed.
  decision TEXT CONSTRAINT amendment_decision_known
    CHECK (decision IN ('accepted', 'rejected', 'put-to-vote')),
  decided_at INTEGER CONSTRAINT amendment_decided_later CHECK (decided_at >= proposed_at),
  decided_by TEXT,
  decision_reason TEXT,
  CONSTRAINT amendment_decided_whole CHECK (
    (decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL)
    AND (decision IS NULL) = (decision_reason IS NULL)
  ),
  FOREIGN KEY (proposal_id, base_version) REFERENCES proposal_version (proposal_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_by_proposal ON amendment (proposal_id, id);
CREATE TRIGGER amendment_begins BEFORE INSERT ON amendment BEGIN
  SELECT raise(abort, 'refused:amendment-exists') WHERE EXISTS (
    SELECT 1 FROM amendment WHERE id = NEW.id
  );
END;
CREATE TRIGGER amendment_stays BEFORE UPDATE ON amendment WHEN
  OLD.decision IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.proposal_id IS NOT OLD.proposal_id
  OR NEW.member_id IS NOT OLD.member_id OR NEW.base_version IS NOT OLD.base_version
  OR NEW.title IS NOT OLD.title OR NEW.body IS NOT OLD.body OR NEW.actions IS NOT OLD.actions
  OR NEW.options IS NOT OLD.options OR NEW.reason IS NOT OLD.reason
  OR NEW.proposed_at IS NOT OLD.proposed_at
BEGIN
  SELECT raise(abort, 'refused:amendment-decided');
END;
CREATE TRIGGER amendment_remains BEFORE DELETE ON amendment BEGIN
  SELECT raise(abort, 'refused:amendment-decided');
END;

-- A call: what is put to the vote, to whom, and when. Written whole at the notice. A later one
-- takes its place: with an amended text before the opening, as the second call, or once the
-- earlier one was annulled.
CREATE TABLE vote_call (
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  number INTEGER NOT NULL CONSTRAINT vote_call_counts_from_one CHECK (number >= 1),
  -- The first or the second call of the policy: each has its own quorum.
  round INTEGER NOT NULL CONSTRAINT vote_call_first_or_second CHECK (round BETWEEN 1 AND 2),
  policy_code TEXT NOT NULL,
  policy_version INTEGER NOT NULL,
  text_version INTEGER NOT NULL,
  text_digest TEXT NOT NULL CONSTRAINT vote_call_text_digest_hex
    CHECK (length(text_digest) = 64 AND text_digest NOT GLOB '*[^0-9a-f]*'),
  electorate_root TEXT NOT NULL CONSTRAINT vote_call_electorate_root_hex
    CHECK (length(electorate_root) = 64 AND electorate_root NOT GLOB '*[^0-9a-f]*'),
  -- Rows of its electorate, and those among them that may vote.
  electorate_count INTEGER NOT NULL,
  eligible_count INTEGER NOT NULL
    CONSTRAINT vote_call_eligible_counted CHECK (eligible_count BETWEEN 1 AND electorate_count),
  secrecy TEXT NOT NULL CONSTRAINT vote_call_secrecy_known
    CHECK (secrecy IN ('open', 'detached', 'blind')),
  may_revote INTEGER NOT NULL CONSTRAINT vote_call_may_revote_said
    CHECK (may_revote BETWEEN 0 AND 1),
  noticed_at INTEGER NOT NULL,
  noticed_by TEXT NOT NULL,
  opens_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  -- Days from the end of the challenge to the effect of its changes of rules; null without any.
  timelock_days INTEGER CONSTRAINT vote_call_timelock_counted CHECK (timelock_days >= 0),
  -- Over everything above: what the notice publishes.
  digest TEXT NOT NULL CONSTRAINT vote_call_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  -- Written once, by the ballot that brought the quorum late.
  quorum_at INTEGER,
  extended_to INTEGER,
  CONSTRAINT vote_call_in_order CHECK (noticed_at < opens_at AND opens_at < closes_at),
  CONSTRAINT vote_call_quorum_while_open CHECK (quorum_at >= opens_at AND quorum_at < closes_at),
  CONSTRAINT vote_call_extended_by_quorum
    CHECK (extended_to IS NULL OR (quorum_at IS NOT NULL AND extended_to > closes_at)),
  CONSTRAINT vote_call_secret_once CHECK (secrecy = 'open' OR may_revote = 0),
  PRIMARY KEY (proposal_id, number),
  FOREIGN KEY (policy_code, policy_version) REFERENCES policy_version (code, version),
  FOREIGN KEY (proposal_id, text_version) REFERENCES proposal_version (proposal_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX vote_call_by_close ON vote_call (closes_at);
CREATE TRIGGER vote_call_follows BEFORE INSERT ON vote_call BEGIN
  SELECT raise(abort, 'refused:call-exists') WHERE NEW.number <> 1 + (
    SELECT coalesce(max(number), 0) FROM vote_call WHERE proposal_id = NEW.proposal_id
  );
  SELECT raise(abort, 'refused:proposal-ended') WHERE EXISTS (
    SELECT 1 FROM proposal WHERE id = NEW.proposal_id
      AND (ended_at IS NOT NULL OR executed_at IS NOT NULL)
  );
  -- A vote that runs, or is not counted yet, is not overtaken by another one.
  SELECT raise(abort, 'refused:proposal-open') WHERE EXISTS (
    SELECT 1 FROM vote_call c WHERE c.proposal_id = NEW.proposal_id
      AND c.number = NEW.number - 1 AND c.opens_at <= NEW.noticed_at
      AND NOT EXISTS (
        SELECT 1 FROM tally t WHERE t.proposal_id = c.proposal_id AND t.call_number = c.number
      )
  );
  -- The whole electorate stands there.
  SELECT raise(abort, 'refused:electorate-fixed')
    WHERE (NEW.electorate_count, NEW.eligible_count) IS NOT (
      SELECT count(*), total(reason = '') FROM electorate_row
      WHERE proposal_id = NEW.proposal_id AND call_number = NEW.number
    );
  -- What is noticed is the text as it stands last.
  SELECT raise(abort, 'refused:text-changed') WHERE NEW.text_version <> (
    SELECT coalesce(max(version), 0) FROM proposal_version WHERE proposal_id = NEW.proposal_id
  );
END;
CREATE TRIGGER vote_call_stays BEFORE UPDATE ON vote_call WHEN
  OLD.quorum_at IS NOT NULL OR NEW.quorum_at IS NULL
  OR NEW.proposal_id IS NOT OLD.proposal_id OR NEW.number IS NOT OLD.number
  OR NEW.round IS NOT OLD.round OR NEW.policy_code IS NOT OLD.policy_code
  OR NEW.policy_version IS NOT OLD.policy_version OR NEW.text_version IS NOT OLD.text_version
  OR NEW.text_digest IS NOT OLD.text_digest OR NEW.electorate_root IS NOT OLD.electorate_root
  OR NEW.electorate_count IS NOT OLD.electorate_count
  OR NEW.eligible_count IS NOT OLD.eligible_count OR NEW.secrecy IS NOT OLD.secrecy
  OR NEW.may_revote IS NOT OLD.may_revote OR NEW.noticed_at IS NOT OLD.noticed_at
  OR NEW.noticed_by IS NOT OLD.noticed_by OR NEW.opens_at IS NOT OLD.opens_at
  OR NEW.closes_at IS NOT OLD.closes_at OR NEW.timelock_days IS NOT OLD.timelock_days
  OR NEW.digest IS NOT OLD.digest
BEGIN
  SELECT raise(abort, 'refused:call-fixed');
END;
CREATE TRIGGER vote_call_remains BEFORE DELETE ON vote_call BEGIN
  SELECT raise(abort, 'refused:call-fixed');
END;

-- Who was in the members' book at the notice, whether they may vote or not.
CREATE TABLE electorate_row (
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  call_number INTEGER NOT NULL,
  member_id TEXT NOT NULL REFERENCES member (id),
  class TEXT NOT NULL,
  -- Where the weight comes from: it says which caps bind it at the count.
  basis TEXT NOT NULL CONSTRAINT electorate_row_basis_known
    CHECK (basis IN ('head', 'legal-person', 'exchange', 'financing')),
  -- Heads votes or raw weight before caps, as a fraction.
  weight_num INTEGER NOT NULL,
  weight_den INTEGER NOT NULL CONSTRAINT electorate_row_weight_divides CHECK (weight_den > 0),
  -- '' where the member may vote; else the reason why not (domain/governance/electorate).
  reason TEXT NOT NULL,
  -- Whether they may stand for others: directors, auditors and employees may not.
  may_hold INTEGER NOT NULL CONSTRAINT electorate_row_may_hold_said
    CHECK (may_hold BETWEEN 0 AND 1),
  salt TEXT NOT NULL CONSTRAINT electorate_row_salt_sized CHECK (length(salt) BETWEEN 16 AND 64),
  digest TEXT NOT NULL CONSTRAINT electorate_row_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT electorate_row_weighs
    CHECK (iif(reason = '', weight_num > 0, weight_num = 0)),
  PRIMARY KEY (proposal_id, call_number, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX electorate_row_by_member ON electorate_row (member_id);
-- Rows are written in front of their call: once it is there, nobody enters any more.
CREATE TRIGGER electorate_row_enters BEFORE INSERT ON electorate_row BEGIN
  SELECT raise(abort, 'refused:electorate-fixed') WHERE NEW.call_number <> 1 + (
    SELECT coalesce(max(number), 0) FROM vote_call WHERE proposal_id = NEW.proposal_id
  ) OR EXISTS (
    SELECT 1 FROM electorate_row WHERE proposal_id = NEW.proposal_id
      AND call_number = NEW.call_number AND member_id = NEW.member_id
  );
END;
CREATE TRIGGER electorate_row_stays BEFORE UPDATE ON electorate_row BEGIN
  SELECT raise(abort, 'refused:electorate-fixed');
END;
CREATE TRIGGER electorate_row_remains BEFORE DELETE ON electorate_row BEGIN
  SELECT raise(abort, 'refused:electorate-fixed');
END;


-- Who stands for whom in one call. It is given once; taken back, it may be given anew.
CREATE TABLE proxy (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  giver_id TEXT NOT NULL,
  holder_id TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  revoked_at INTEGER CONSTRAINT proxy_revoked_later CHECK (revoked_at >= given_at),
  CONSTRAINT proxy_of_another CHECK (holder_id <> giver_id),
  FOREIGN KEY (proposal_id, call_number, giver_id)
    REFERENCES electorate_row (proposal_id, call_number, member_id),
  FOREIGN KEY (proposal_id, call_number, holder_id)
    REFERENCES electorate_row (proposal_id, call_number, member_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX proxy_once ON proxy (proposal_id, call_number, giver_id)
  WHERE revoked_at IS NULL;
CREATE INDEX proxy_by_holder ON proxy (proposal_id, call_number, holder_id);
-- Of two proxies at once the second is weighed again: at most so many a holder, none passed on.
CREATE TRIGGER proxy_is_given BEFORE INSERT ON proxy BEGIN
  SELECT raise(abort, 'refused:proxy-changed') WHERE EXISTS (
    SELECT 1 FROM proxy WHERE id = NEW.id
      OR (proposal_id = NEW.proposal_id AND call_number = NEW.call_number AND revoked_at IS NULL
        AND (giver_id IN (NEW.giver_id, NEW.holder_id) OR holder_id = NEW.giver_id))
  );
  SELECT raise(abort, 'refused:proxy-too-many') WHERE (
    SELECT count(*) FROM proxy WHERE proposal_id = NEW.proposal_id
      AND call_number = NEW.call_number AND holder_id = NEW.holder_id AND revoked_at IS NULL
  ) >= (
    SELECT json_extract(p.policy, '$.mostProxies') FROM vote_call c
    JOIN policy_version p ON p.code = c.policy_code AND p.version = c.policy_version
    WHERE c.proposal_id = NEW.proposal_id AND c.number = NEW.call_number
  );
END;
CREATE TRIGGER proxy_stays BEFORE UPDATE ON proxy WHEN
  OLD.revoked_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.proposal_id IS NOT OLD.proposal_id
  OR NEW.call_number IS NOT OLD.call_number OR NEW.giver_id IS NOT OLD.giver_id
  OR NEW.holder_id IS NOT OLD.holder_id OR NEW.given_at IS NOT OLD.given_at
BEGIN
  SELECT raise(abort, 'refused:proxy-fixed');
END;
CREATE TRIGGER proxy_remains BEFORE DELETE ON proxy BEGIN
  SELECT raise(abort, 'refused:proxy-fixed');
END;

-- The count of a call, written once.
CREATE TABLE tally (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  has_quorum INTEGER NOT NULL CONSTRAINT tally_has_quorum_said CHECK (has_quorum BETWEEN 0 AND 1),
  passes INTEGER NOT NULL CONSTRAINT tally_passes_said CHECK (passes BETWEEN 0 AND 1),
  -- The whole count, in canonical form.
  result TEXT NOT NULL CONSTRAINT tally_result_json CHECK (json_valid(result)),
  result_digest TEXT NOT NULL CONSTRAINT tally_result_digest_hex
    CHECK (length(result_digest) = 64 AND result_digest NOT GLOB '*[^0-9a-f]*'),
  -- The root of the sealed ballots: the seed of the lot.
  ballots_root TEXT NOT NULL CONSTRAINT tally_ballots_root_hex
    CHECK (length(ballots_root) = 64 AND ballots_root NOT GLOB '*[^0-9a-f]*'),
  ballots_count INTEGER NOT NULL CONSTRAINT tally_ballots_counted CHECK (ballots_count >= 0),
  decided_by_lot INTEGER NOT NULL CONSTRAINT tally_lot_said CHECK (decided_by_lot BETWEEN 0 AND 1),
  tallied_at INTEGER NOT NULL,
  challenge_until INTEGER NOT NULL,
  CONSTRAINT tally_passes_with_quorum CHECK (passes <= has_quorum),
  CONSTRAINT tally_open_to_challenge CHECK (challenge_until >= tallied_at),
  PRIMARY KEY (proposal_id, call_number),
  FOREIGN KEY (proposal_id, call_number) REFERENCES vote_call (proposal_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tally_counts_once BEFORE INSERT ON tally BEGIN
  SELECT raise(abort, 'refused:tallied-already') WHERE EXISTS (
    SELECT 1 FROM tally WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
  );
  SELECT raise(abort, 'refused:call-not-closed') WHERE EXISTS (
    SELECT 1 FROM vote_call WHERE proposal_id = NEW.proposal_id AND number = NEW.call_number
      AND coalesce(extended_to, closes_at) > NEW.tallied_at
  );
END;
CREATE TRIGGER tally_stays BEFORE UPDATE ON tally BEGIN
  SELECT raise(abort, 'refused:tally-fixed');
END;
CREATE TRIGGER tally_remains BEFORE DELETE ON tally BEGIN
  SELECT raise(abort, 'refused:tally-fixed');
END;

-- A member says that a vote did not go as it must; a supervisor decides, and what is upheld annuls
-- the call.
CREATE TABLE challenge (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  member_id TEXT NOT NULL REFERENCES member (id),
  reason TEXT NOT NULL CONSTRAINT challenge_reason_said CHECK (length(reason) BETWEEN 1 AND 4000),
  raised_at INTEGER NOT NULL,
  -- Null while it stands open.
  decision TEXT CONSTRAINT challenge_decision_known CHECK (decision IN ('upheld', 'dismissed')),
  decided_at INTEGER CONSTRAINT challenge_decided_later CHECK (decided_at >= raised_at),
  decided_by TEXT,
  decision_reason TEXT,
  CONSTRAINT challenge_decided_whole CHECK (
    (decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL)
    AND (decision IS NULL) = (decision_reason IS NULL)
  ),
  FOREIGN KEY (proposal_id, call_number) REFERENCES tally (proposal_id, call_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX challenge_by_call ON challenge (proposal_id, call_number);
CREATE TRIGGER challenge_in_time BEFORE INSERT ON challenge BEGIN
  SELECT raise(abort, 'refused:challenge-over') WHERE EXISTS (
    SELECT 1 FROM challenge WHERE id = NEW.id
  ) OR EXISTS (
    SELECT 1 FROM tally WHERE proposal_id = NEW.proposal_id AND call_number = NEW.call_number
      AND challenge_until <= NEW.raised_at
  );
END;
CREATE TRIGGER challenge_stays BEFORE UPDATE ON challenge WHEN
  OLD.decision IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.proposal_id IS NOT OLD.proposal_id
  OR NEW.call_number IS NOT OLD.call_number OR NEW.member_id IS NOT OLD.member_id
  OR NEW.reason IS NOT OLD.reason OR NEW.raised_at IS NOT OLD.raised_at
BEGIN
  SELECT raise(abort, 'refused:challenge-decided');
END;
CREATE TRIGGER challenge_remains BEFORE DELETE ON challenge BEGIN
  SELECT raise(abort, 'refused:challenge-decided');
END;

-- How far a letter about a call has gone out: who was reached last, in the order of ids.
CREATE TABLE call_notice (
  proposal_id TEXT NOT NULL,
  call_number INTEGER NOT NULL,
  notice TEXT NOT NULL CONSTRAINT call_notice_notice_known CHECK (
    notice IN ('vote-noticed', 'vote-opens', 'vote-extended', 'vote-result', 'vote-challenged',
      'vote-annulled')
  ),
  reached TEXT NOT NULL,
  at INTEGER NOT NULL CONSTRAINT call_notice_at_instant CHECK (at >= 0),
  finished_at INTEGER CONSTRAINT call_notice_finished_in_time CHECK (finished_at >= at),
  PRIMARY KEY (proposal_id, call_number, notice),
  FOREIGN KEY (proposal_id, call_number) REFERENCES vote_call (proposal_id, number)
) STRICT, WITHOUT ROWID;
-- Of two runs that tell the same people the second is refused, with its letters.
CREATE TRIGGER call_notice_begins BEFORE INSERT ON call_notice BEGIN
  SELECT raise(abort, 'refused:notice-told') WHERE EXISTS (
    SELECT 1 FROM call_notice WHERE proposal_id = NEW.proposal_id
      AND call_number = NEW.call_number AND notice = NEW.notice
  );
END;
CREATE TRIGGER call_notice_goes_on BEFORE UPDATE ON call_notice BEGIN
  SELECT raise(abort, 'refused:notice-told') WHERE OLD.finished_at IS NOT NULL
    OR NEW.reached < OLD.reached OR (NEW.reached = OLD.reached AND NEW.finished_at IS NULL);
END;
CREATE TRIGGER call_notice_remains BEFORE DELETE ON call_notice BEGIN
  SELECT raise(abort, 'refused:notice-told');
END;
