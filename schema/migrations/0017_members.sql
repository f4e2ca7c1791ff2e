-- Why: who owns the network. The members' book with what the law makes it keep, and the shares,
-- whose money stands in the ledger. What names a member stands in member_identity alone: the book
-- keeps it for ten years after the member left (art. 2220 c.c.), whatever erasure takes elsewhere.

-- A membership as it stands, from the application on. Its history is in member_event.
CREATE TABLE member (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CONSTRAINT member_kind_known CHECK (kind IN ('natural', 'legal')),
  -- Who acts for it: the person itself, or who represents the legal person.
  person_id TEXT NOT NULL REFERENCES person (id),
  -- The enterprise through which it sells or works here, if there is one.
  enterprise_id TEXT REFERENCES enterprise (id),
  class TEXT NOT NULL CONSTRAINT member_class_known CHECK (
    class IN ('producer', 'worker', 'consumer', 'courier', 'supporter', 'financing')
  ),
  -- How many members a legal person has itself: the statute may give votes by it (art. 2538 c.3).
  own_members INTEGER CONSTRAINT member_own_members_counted CHECK (own_members >= 1),
  -- What the application offers to subscribe, and in how many monthly instalments.
  asked_shares INTEGER NOT NULL CONSTRAINT member_asks_for_a_share CHECK (asked_shares >= 1),
  asked_instalments INTEGER NOT NULL CONSTRAINT member_asked_instalments_few
    CHECK (asked_instalments BETWEEN 1 AND 60),
  applied_at INTEGER NOT NULL CONSTRAINT member_applied_at_instant CHECK (applied_at >= 0),
  decision TEXT CONSTRAINT member_decision_known
    CHECK (decision IN ('admitted', 'refused', 'withdrawn')),
  decided_at INTEGER CONSTRAINT member_decided_later CHECK (decided_at >= applied_at),
  -- A refused applicant asked for the assembly's word (art. 2528 c.4).
  appealed_at INTEGER CONSTRAINT member_appealed_later CHECK (appealed_at >= applied_at),
  book_no INTEGER UNIQUE CONSTRAINT member_book_no_counts CHECK (book_no >= 1),
  -- The day of the entry in the book: the 90 days of art. 2538 c.1 begin with it.
  enrolled_on TEXT CONSTRAINT member_enrolled_on_day CHECK (enrolled_on IS date(enrolled_on)),
  suspended_at INTEGER,
  exit_asked_at INTEGER,
  ending TEXT CONSTRAINT member_ending_known CHECK (ending IN ('exited', 'excluded', 'died')),
  ended_at INTEGER CONSTRAINT member_ended_later CHECK (ended_at >= decided_at),
  -- An excluded member went to court against it (art. 2533 c.3).
  opposed_at INTEGER CONSTRAINT member_opposed_later CHECK (opposed_at >= ended_at),
  -- The number of the last event.
  version INTEGER NOT NULL CONSTRAINT member_version_counts CHECK (version >= 1),
  CONSTRAINT member_decided_whole CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CONSTRAINT member_admitted_enrolled CHECK (
    (decision IS 'admitted') = (book_no IS NOT NULL)
      AND (book_no IS NULL) = (enrolled_on IS NULL)
  ),
  CONSTRAINT member_in_before_out CHECK (
    book_no IS NOT NULL
      OR (suspended_at IS NULL AND exit_asked_at IS NULL AND ended_at IS NULL)
  ),
  CONSTRAINT member_ended_whole CHECK ((ending IS NULL) = (ended_at IS NULL)),
  CONSTRAINT member_opposed_when_excluded CHECK (opposed_at IS NULL OR ending IS 'excluded'),
  CONSTRAINT member_of_its_own CHECK (kind = 'legal' OR own_members IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_by_person ON member (person_id);
CREATE INDEX member_waiting ON member (applied_at) WHERE decision IS NULL;
CREATE INDEX member_by_enterprise ON member (enterprise_id) WHERE enterprise_id IS NOT NULL;

-- Nobody is in the book twice at a time, nor an enterprise.
CREATE TRIGGER member_once BEFORE INSERT ON member BEGIN
  SELECT raise(abort, 'refused:member-already') WHERE EXISTS (
    SELECT 1 FROM member AS other WHERE other.id = NEW.id OR (
      other.ended_at IS NULL AND coalesce(other.decision, 'admitted') = 'admitted' AND (
        (other.kind = 'natural' AND NEW.kind = 'natural' AND other.person_id = NEW.person_id)
        OR (other.kind = 'legal' AND NEW.kind = 'legal' AND other.enterprise_id = NEW.enterprise_id)
      )
    )
  );
END;
-- A decision taken on what a membership no longer is, is taken anew.
CREATE TRIGGER member_follows BEFORE UPDATE ON member BEGIN
  SELECT raise(abort, 'refused:member-changed') WHERE NEW.version <> OLD.version + 1;
END;
-- Who comes back (an appeal that the assembly heard, an exclusion that was annulled) must not be in
-- a second time meanwhile.
CREATE TRIGGER member_back_once BEFORE UPDATE ON member
WHEN (OLD.ended_at IS NOT NULL OR OLD.decision IS 'refused')
  AND NEW.ended_at IS NULL AND NEW.decision IS 'admitted' BEGIN
  SELECT raise(abort, 'refused:member-already') WHERE EXISTS (
    SELECT 1 FROM member AS other WHERE other.id <> NEW.id
      AND other.ended_at IS NULL AND coalesce(other.decision, 'admitted') = 'admitted' AND (
        (other.kind = 'natural' AND NEW.kind = 'natural' AND other.person_id = NEW.person_id)
        OR (other.kind = 'legal' AND NEW.kind = 'legal' AND other.enterprise_id = NEW.enterprise_id)
      )
  );
END;
-- A number in the book and the day of the entry are never given another value.
CREATE TRIGGER member_entry_stays BEFORE UPDATE ON member
WHEN NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.applied_at <> OLD.applied_at
  OR (OLD.book_no IS NOT NULL
    AND (NEW.book_no IS NOT OLD.book_no OR NEW.enrolled_on IS NOT OLD.enrolled_on)) BEGIN
  SELECT raise(abort, 'refused:book-fixed');
END;
CREATE TRIGGER member_remains BEFORE DELETE ON member BEGIN
  SELECT raise(abort, 'refused:book-fixed');
END;

-- What the book must say of a member (art. 2421 c.c. by way of art. 2519): a natural person's name,
-- birth and home, a legal person's name, seat and who stands for it.
CREATE TABLE member_identity (
  member_id TEXT PRIMARY KEY REFERENCES member (id),
  name TEXT NOT NULL CONSTRAINT member_identity_name_said CHECK (length(name) BETWEEN 1 AND 120),
  tax_code TEXT NOT NULL CONSTRAINT member_identity_tax_code_sized
    CHECK (length(tax_code) IN (11, 16)),
  born_on TEXT CONSTRAINT member_identity_born_on_day CHECK (born_on IS date(born_on)),
  born_in TEXT,
  represented_by TEXT,
  street TEXT NOT NULL,
  postcode TEXT NOT NULL,
  town TEXT NOT NULL,
  -- Keeps the digest that the events hold of all this from being guessed.
  salt TEXT NOT NULL CONSTRAINT member_identity_salt_sized CHECK (length(salt) >= 22)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_identity_by_tax_code ON member_identity (tax_code);
CREATE TRIGGER member_identity_once BEFORE INSERT ON member_identity BEGIN
  SELECT raise(abort, 'refused:tax-code-taken') WHERE EXISTS (
    SELECT 1 FROM member_identity AS known JOIN member AS other ON other.id = known.member_id
    WHERE known.tax_code = NEW.tax_code AND known.member_id <> NEW.member_id
      AND other.ended_at IS NULL AND coalesce(other.decision, 'admitted') = 'admitted'
  );
END;

-- Every entry of the book, in the order in which they were made. Ids and words of the house only.
CREATE TABLE member_event (
  id INTEGER PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES member (id),
  number INTEGER NOT NULL CONSTRAINT member_event_counts_from_one CHECK (number >= 1),
  kind TEXT NOT NULL CONSTRAINT member_event_kind_known CHECK (
    kind IN (
      'applied', 'withdrawn', 'admitted', 'refused', 'appealed', 'suspended', 'reinstated',
      'exit-asked', 'exit-refused', 'exited', 'payment-demanded', 'excluded', 'opposed',
      'exclusion-annulled', 'died', 'class-changed', 'represented', 'identity-changed',
      'replied', 'upheld'
    )
  ),
  -- Why, in a word of the house; '' where there is nothing to say.
  ground TEXT NOT NULL,
  -- What the entry says besides, in canonical form.
  detail TEXT NOT NULL CONSTRAINT member_event_detail_object
    CHECK (json_valid(detail) AND json_type(detail) = 'object'),
  at INTEGER NOT NULL CONSTRAINT member_event_at_instant CHECK (at >= 0),
  actor TEXT NOT NULL,
  digest TEXT NOT NULL CONSTRAINT member_event_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (member_id, number)
) STRICT;
CREATE TRIGGER member_event_follows BEFORE INSERT ON member_event BEGIN
  SELECT raise(abort, 'refused:member-changed') WHERE EXISTS (
    SELECT 1 FROM member_event WHERE id = NEW.id
      OR (member_id = NEW.member_id AND number >= NEW.number)
  ) OR NEW.number <> 1 + (
    SELECT count(*) FROM member_event WHERE member_id = NEW.member_id
  );
END;
CREATE TRIGGER member_event_stays BEFORE UPDATE ON member_event BEGIN
  SELECT raise(abort, 'refused:book-fixed');
END;
CREATE TRIGGER member_event_remains BEFORE DELETE ON member_event BEGIN
  SELECT raise(abort, 'refused:book-fixed');
END;

-- The words of an entry: they may name somebody, and go with what names the member.
CREATE TABLE member_event_words (
  event_id INTEGER PRIMARY KEY REFERENCES member_event (id),
  words TEXT NOT NULL CONSTRAINT member_event_words_said CHECK (length(words) BETWEEN 1 AND 2000)
) STRICT;

-- Shares: every movement, with the posting that carries its money. Amounts are what it adds.
CREATE TABLE share_event (
  id INTEGER PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES member (id),
  number INTEGER NOT NULL CONSTRAINT share_event_counts_from_one CHECK (number >= 1),
  kind TEXT NOT NULL CONSTRAINT share_event_kind_known CHECK (
    kind IN (
      'subscribed', 'paid', 'transferred-out', 'transferred-in', 'revalued', 'ristorno',
      'redeemed', 'reimbursed'
    )
  ),
  shares INTEGER NOT NULL,
  subscribed_cents INTEGER NOT NULL,
  paid_cents INTEGER NOT NULL,
  -- What counts towards the most that a natural person may put in (art. 2525 c.2).
  contributed_cents INTEGER NOT NULL,
  -- What the network owes for redeemed shares.
  owed_cents INTEGER NOT NULL,
  -- When what was subscribed has to be paid: [[day, cents], …].
  plan TEXT NOT NULL CONSTRAINT share_event_plan_list
    CHECK (json_valid(plan) AND json_type(plan) = 'array'),
  tx_ref TEXT NOT NULL REFERENCES ledger_tx (ref),
  at INTEGER NOT NULL CONSTRAINT share_event_at_instant CHECK (at >= 0),
  actor TEXT NOT NULL,
  digest TEXT NOT NULL CONSTRAINT share_event_digest_hex
    CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (member_id, number)
) STRICT;

-- What a member holds: it moves by the events alone.
CREATE TABLE share_holding (
  member_id TEXT PRIMARY KEY REFERENCES member (id),
  shares INTEGER NOT NULL CONSTRAINT share_holding_shares_positive CHECK (shares >= 0),
  subscribed_cents INTEGER NOT NULL,
  paid_cents INTEGER NOT NULL CONSTRAINT share_holding_paid_within_subscribed
    CHECK (paid_cents BETWEEN 0 AND subscribed_cents),
  contributed_cents INTEGER NOT NULL CONSTRAINT share_holding_contributed_positive
    CHECK (contributed_cents >= 0),
  owed_cents INTEGER NOT NULL CONSTRAINT share_holding_owed_positive CHECK (owed_cents >= 0),
  number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- When what was subscribed has to be paid, as the events say.
CREATE TABLE share_due (
  event_id INTEGER NOT NULL REFERENCES share_event (id),
  number INTEGER NOT NULL,
  member_id TEXT NOT NULL REFERENCES member (id),
  due_on TEXT NOT NULL CONSTRAINT share_due_due_on_day CHECK (due_on IS date(due_on)),
  due_cents INTEGER NOT NULL CONSTRAINT share_due_positive CHECK (due_cents > 0),
  PRIMARY KEY (event_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX share_due_by_member ON share_due (member_id, due_on);

CREATE TRIGGER share_event_follows BEFORE INSERT ON share_event BEGIN
  SELECT raise(abort, 'refused:shares-changed') WHERE EXISTS (
    SELECT 1 FROM share_event WHERE id = NEW.id
      OR (member_id = NEW.member_id AND number >= NEW.number)
  ) OR NEW.number <> 1 + coalesce(
    (SELECT number FROM share_holding WHERE member_id = NEW.member_id), 0
  );
  SELECT raise(abort, 'refused:share-plan') WHERE json_array_length(NEW.plan) > 0 AND (
    SELECT sum(json_extract(part.value, '$[1]')) FROM json_each(NEW.plan) AS part
  ) IS NOT NEW.subscribed_cents - NEW.paid_cents;
END;
CREATE TRIGGER share_event_moves AFTER INSERT ON share_event BEGIN
  -- An upsert would hold what is added against the checks, not what it comes to.
  INSERT INTO share_holding (
      member_id, shares, subscribed_cents, paid_cents, contributed_cents, owed_cents, number
    ) SELECT NEW.member_id, 0, 0, 0, 0, 0, 0 WHERE NEW.number = 1;
  UPDATE share_holding SET
      shares = shares + NEW.shares,
      subscribed_cents = subscribed_cents + NEW.subscribed_cents,
      paid_cents = paid_cents + NEW.paid_cents,
      contributed_cents = contributed_cents + NEW.contributed_cents,
      owed_cents = owed_cents + NEW.owed_cents,
      number = NEW.number
    WHERE member_id = NEW.member_id;
  INSERT INTO share_due (event_id, number, member_id, due_on, due_cents)
    SELECT NEW.id, part.key, NEW.member_id, json_extract(part.value, '$[0]'),
      json_extract(part.value, '$[1]')
    FROM json_each(NEW.plan) AS part;
END;
CREATE TRIGGER share_event_stays BEFORE UPDATE ON share_event BEGIN
  SELECT raise(abort, 'refused:shares-fixed');
END;
CREATE TRIGGER share_event_remains BEFORE DELETE ON share_event BEGIN
  SELECT raise(abort, 'refused:shares-fixed');
END;
CREATE TRIGGER share_holding_begins BEFORE INSERT ON share_holding BEGIN
  SELECT raise(abort, 'refused:shares-fixed') WHERE NEW.number <> 0 OR NEW.shares <> 0
    OR NEW.subscribed_cents <> 0 OR NEW.contributed_cents <> 0 OR NEW.owed_cents <> 0
    OR EXISTS (SELECT 1 FROM share_holding WHERE member_id = NEW.member_id);
END;
CREATE TRIGGER share_holding_moves BEFORE UPDATE ON share_holding BEGIN
  SELECT raise(abort, 'refused:shares-fixed') WHERE NEW.number <> OLD.number + 1 OR NOT EXISTS (
    SELECT 1 FROM share_event WHERE member_id = NEW.member_id AND number = NEW.number
      AND member_id = OLD.member_id AND shares = NEW.shares - OLD.shares
      AND subscribed_cents = NEW.subscribed_cents - OLD.subscribed_cents
      AND paid_cents = NEW.paid_cents - OLD.paid_cents
      AND contributed_cents = NEW.contributed_cents - OLD.contributed_cents
      AND owed_cents = NEW.owed_cents - OLD.owed_cents
  );
END;
CREATE TRIGGER share_holding_remains BEFORE DELETE ON share_holding BEGIN
  SELECT raise(abort, 'refused:shares-fixed');
END;
CREATE TRIGGER share_due_planned BEFORE INSERT ON share_due BEGIN
  SELECT raise(abort, 'refused:shares-fixed') WHERE EXISTS (
    SELECT 1 FROM share_due WHERE event_id = NEW.event_id AND number = NEW.number
  ) OR NOT EXISTS (
    SELECT 1 FROM share_event WHERE id = NEW.event_id AND member_id = NEW.member_id
      AND json_extract(plan, '$[' || NEW.number || '][0]') IS NEW.due_on
      AND json_extract(plan, '$[' || NEW.number || '][1]') IS NEW.due_cents
  );
END;
CREATE TRIGGER share_due_stays BEFORE UPDATE ON share_due BEGIN
  SELECT raise(abort, 'refused:shares-fixed');
END;
CREATE TRIGGER share_due_remains BEFORE DELETE ON share_due BEGIN
  SELECT raise(abort, 'refused:shares-fixed');
END;

-- Somebody asks to give shares to another member, who accepts them: the board consents, or says why
-- not, within sixty days; after them it is free (art. 2530 c.c.).
CREATE TABLE share_transfer (
  id TEXT PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES member (id),
  to_id TEXT NOT NULL REFERENCES member (id),
  shares INTEGER NOT NULL CONSTRAINT share_transfer_gives_something CHECK (shares >= 1),
  asked_at INTEGER NOT NULL CONSTRAINT share_transfer_asked_at_instant CHECK (asked_at >= 0),
  asked_by TEXT NOT NULL,
  ending TEXT CONSTRAINT share_transfer_ending_known
    CHECK (ending IN ('done', 'denied', 'withdrawn', 'declined')),
  ended_at INTEGER CONSTRAINT share_transfer_ended_later CHECK (ended_at >= asked_at),
  ended_by TEXT,
  -- In the words of who said no.
  reason TEXT CONSTRAINT share_transfer_reason_said CHECK (length(reason) BETWEEN 1 AND 2000),
  -- Nobody is given what they did not want.
  accepted_at INTEGER CONSTRAINT share_transfer_accepted_later CHECK (accepted_at >= asked_at),
  CONSTRAINT share_transfer_done_accepted CHECK (ending IS NOT 'done' OR accepted_at IS NOT NULL),
  CONSTRAINT share_transfer_to_another CHECK (from_id <> to_id),
  CONSTRAINT share_transfer_ended_whole
    CHECK ((ending IS NULL) = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX share_transfer_one_open ON share_transfer (from_id) WHERE ended_at IS NULL;
CREATE INDEX share_transfer_by_receiver ON share_transfer (to_id);
CREATE TRIGGER share_transfer_ends_once BEFORE UPDATE OF ending, ended_at, ended_by
ON share_transfer WHEN OLD.ended_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:transfer-ended');
END;
CREATE TRIGGER share_transfer_accepted_once BEFORE UPDATE OF accepted_at ON share_transfer
WHEN OLD.accepted_at IS NOT NULL OR OLD.ended_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:transfer-accepted');
END;
CREATE TRIGGER share_transfer_remains BEFORE DELETE ON share_transfer BEGIN
  SELECT raise(abort, 'refused:shares-fixed');
END;

-- Who is in the book, or waits for an answer, leaves it before they are erased.
CREATE TRIGGER person_erased_not_a_member BEFORE UPDATE OF erased_at ON person
WHEN OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL BEGIN
  SELECT raise(abort, 'refused:erasure-changed') WHERE EXISTS (
    SELECT 1 FROM member WHERE person_id = NEW.id AND ended_at IS NULL
      AND coalesce(decision, 'admitted') = 'admitted'
  );
END;
