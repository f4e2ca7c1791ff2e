-- Why: members meet. A convocation goes out and is not changed after it, who takes part is written
-- down as they come and go, and the minutes are sealed over exactly that. Offices have terms.

CREATE TABLE assembly (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CONSTRAINT assembly_number_counts CHECK (number >= 1),
  kind TEXT NOT NULL
    CONSTRAINT assembly_kind_known CHECK (kind IN ('ordinary', 'extraordinary', 'separate')),
  -- The general assembly that a separate one sends delegates to (art. 2540 c.c.).
  general_id TEXT REFERENCES assembly (id),
  -- How many delegates the separate ones send to it together; null where every member comes.
  delegates INTEGER CONSTRAINT assembly_delegates_counted CHECK (delegates BETWEEN 1 AND 500),
  title TEXT NOT NULL CONSTRAINT assembly_title_said CHECK (length(title) BETWEEN 1 AND 160),
  place TEXT NOT NULL CONSTRAINT assembly_place_said CHECK (length(place) BETWEEN 1 AND 200),
  -- Where to connect from afar; null where nobody can.
  link TEXT CONSTRAINT assembly_link_sized CHECK (length(link) BETWEEN 1 AND 300),
  -- [{title, detail, proposalId}]: what is to be decided, in its order.
  agenda TEXT NOT NULL CONSTRAINT assembly_agenda_list
    CHECK (json_valid(agenda) AND json_type(agenda) = 'array'),
  first_call_at INTEGER NOT NULL
    CONSTRAINT assembly_first_call_instant CHECK (first_call_at >= 0),
  second_call_at INTEGER CONSTRAINT assembly_second_call_later CHECK (second_call_at > first_call_at),
  prepared_at INTEGER NOT NULL,
  convened_at INTEGER CONSTRAINT assembly_convened_before CHECK (convened_at < first_call_at),
  -- What whoever presided found: at which call, and how many of how many were there.
  constituted_call INTEGER
    CONSTRAINT assembly_call_first_or_second CHECK (constituted_call BETWEEN 1 AND 2),
  constituted_at INTEGER,
  constituted_with INTEGER CONSTRAINT assembly_with_somebody CHECK (constituted_with >= 1),
  constituted_of INTEGER
    CONSTRAINT assembly_of_all CHECK (constituted_of >= constituted_with),
  chair_id TEXT REFERENCES member (id),
  -- Who writes the minutes (art. 2371 c.1).
  secretary_id TEXT REFERENCES member (id),
  closed_at INTEGER CONSTRAINT assembly_closed_later CHECK (closed_at >= constituted_at),
  cancelled_at INTEGER,
  cancelled_reason TEXT
    CONSTRAINT assembly_reason_said CHECK (length(cancelled_reason) BETWEEN 1 AND 300),
  -- The version of the minutes that was sealed, and over what.
  minutes_version INTEGER,
  minutes_digest TEXT CONSTRAINT assembly_digest_hex
    CHECK (length(minutes_digest) = 64 AND minutes_digest NOT GLOB '*[^0-9a-f]*'),
  minutes_sealed_at INTEGER CONSTRAINT assembly_sealed_later CHECK (minutes_sealed_at >= closed_at),
  minutes_sealed_by TEXT,
  -- Counts the deeds: two at once are not both done.
  version INTEGER NOT NULL CONSTRAINT assembly_version_counts CHECK (version >= 1),
  CONSTRAINT assembly_separate_of_one CHECK ((kind = 'separate') = (general_id IS NOT NULL)),
  CONSTRAINT assembly_delegates_of_general CHECK (kind <> 'separate' OR delegates IS NULL),
  CONSTRAINT assembly_constituted_whole CHECK (
    (constituted_at IS NULL) = (constituted_call IS NULL)
    AND (constituted_at IS NULL) = (constituted_with IS NULL)
    AND (constituted_at IS NULL) = (constituted_of IS NULL)
    AND (constituted_at IS NULL) = (chair_id IS NULL)
    AND (constituted_at IS NULL) = (secretary_id IS NULL)
  ),
  CONSTRAINT assembly_constituted_once_convened
    CHECK (constituted_at IS NULL OR convened_at IS NOT NULL),
  CONSTRAINT assembly_closed_once_constituted
    CHECK (closed_at IS NULL OR constituted_at IS NOT NULL),
  CONSTRAINT assembly_cancelled_whole
    CHECK ((cancelled_at IS NULL) = (cancelled_reason IS NULL)),
  CONSTRAINT assembly_sealed_whole CHECK (
    (minutes_sealed_at IS NULL) = (minutes_version IS NULL)
    AND (minutes_sealed_at IS NULL) = (minutes_digest IS NULL)
    AND (minutes_sealed_at IS NULL) = (minutes_sealed_by IS NULL)
  ),
  CONSTRAINT assembly_sealed_once_closed CHECK (minutes_sealed_at IS NULL OR closed_at IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER assembly_begins BEFORE INSERT ON assembly BEGIN
  SELECT raise(abort, 'refused:assembly-exists') WHERE EXISTS (
    SELECT 1 FROM assembly WHERE id = NEW.id OR number = NEW.number
  );
END;
CREATE TRIGGER assembly_goes_on BEFORE UPDATE ON assembly BEGIN
  SELECT raise(abort, 'refused:assembly-changed') WHERE NEW.version <> OLD.version + 1;
  SELECT raise(abort, 'refused:convocation-fixed') WHERE OLD.convened_at IS NOT NULL AND (
    NEW.kind IS NOT OLD.kind OR NEW.general_id IS NOT OLD.general_id
    OR NEW.delegates IS NOT OLD.delegates OR NEW.title IS NOT OLD.title OR NEW.place IS NOT OLD.place OR NEW.link IS NOT OLD.link
    OR NEW.agenda IS NOT OLD.agenda OR NEW.first_call_at IS NOT OLD.first_call_at
    OR NEW.second_call_at IS NOT OLD.second_call_at OR NEW.convened_at IS NOT OLD.convened_at
  );
  SELECT raise(abort, 'refused:assembly-held') WHERE
    (OLD.constituted_at IS NOT NULL AND (
      NEW.constituted_at IS NOT OLD.constituted_at OR NEW.constituted_with IS NOT OLD.constituted_with
      OR NEW.chair_id IS NOT OLD.chair_id OR NEW.cancelled_at IS NOT NULL
    ))
    OR (OLD.closed_at IS NOT NULL AND NEW.closed_at IS NOT OLD.closed_at)
    OR OLD.cancelled_at IS NOT NULL OR OLD.minutes_sealed_at IS NOT NULL;
END;
CREATE TRIGGER assembly_remains BEFORE DELETE ON assembly BEGIN
  SELECT raise(abort, 'refused:assembly-held');
END;

-- Who took part, from when to when; somebody who comes back comes again.
CREATE TABLE assembly_presence (
  assembly_id TEXT NOT NULL REFERENCES assembly (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  nth INTEGER NOT NULL CONSTRAINT assembly_presence_counts_from_one CHECK (nth >= 1),
  how TEXT NOT NULL
    CONSTRAINT assembly_presence_how_known CHECK (how IN ('in-person', 'remote', 'by-proxy')),
  holder_id TEXT REFERENCES member (id),
  arrived_at INTEGER NOT NULL
    CONSTRAINT assembly_presence_arrived_instant CHECK (arrived_at >= 0),
  left_at INTEGER CONSTRAINT assembly_presence_left_later CHECK (left_at >= arrived_at),
  CONSTRAINT assembly_presence_by_another
    CHECK ((how = 'by-proxy') = (holder_id IS NOT NULL) AND holder_id IS NOT member_id),
  PRIMARY KEY (assembly_id, member_id, nth)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER assembly_presence_once BEFORE INSERT ON assembly_presence BEGIN
  SELECT raise(abort, 'refused:present-already') WHERE EXISTS (
    SELECT 1 FROM assembly_presence WHERE assembly_id = NEW.assembly_id
      AND member_id = NEW.member_id AND (left_at IS NULL OR nth >= NEW.nth)
  );
  SELECT raise(abort, 'refused:assembly-held') WHERE EXISTS (
    SELECT 1 FROM assembly WHERE id = NEW.assembly_id
      AND (closed_at IS NOT NULL OR cancelled_at IS NOT NULL)
  );
END;
CREATE TRIGGER assembly_presence_stays BEFORE UPDATE ON assembly_presence
WHEN OLD.left_at IS NOT NULL OR NEW.assembly_id <> OLD.assembly_id
  OR NEW.member_id <> OLD.member_id OR NEW.nth <> OLD.nth OR NEW.how <> OLD.how
  OR NEW.holder_id IS NOT OLD.holder_id OR NEW.arrived_at <> OLD.arrived_at BEGIN
  SELECT raise(abort, 'refused:presence-fixed');
END;
CREATE TRIGGER assembly_presence_remains BEFORE DELETE ON assembly_presence BEGIN
  SELECT raise(abort, 'refused:presence-fixed');
END;

-- What was said and decided, version by version until one is sealed.
CREATE TABLE assembly_minutes (
  assembly_id TEXT NOT NULL REFERENCES assembly (id),
  version INTEGER NOT NULL CONSTRAINT assembly_minutes_counts_from_one CHECK (version >= 1),
  words TEXT NOT NULL CONSTRAINT assembly_minutes_said CHECK (length(words) BETWEEN 1 AND 20000),
  written_at INTEGER NOT NULL,
  written_by TEXT NOT NULL,
  PRIMARY KEY (assembly_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER assembly_minutes_follows BEFORE INSERT ON assembly_minutes BEGIN
  SELECT raise(abort, 'refused:minutes-changed') WHERE NEW.version <> 1 + (
    SELECT coalesce(max(version), 0) FROM assembly_minutes WHERE assembly_id = NEW.assembly_id
  );
  SELECT raise(abort, 'refused:minutes-sealed') WHERE EXISTS (
    SELECT 1 FROM assembly WHERE id = NEW.assembly_id AND minutes_sealed_at IS NOT NULL
  );
END;
CREATE TRIGGER assembly_minutes_stays BEFORE UPDATE ON assembly_minutes BEGIN
  SELECT raise(abort, 'refused:minutes-fixed');
END;
CREATE TRIGGER assembly_minutes_remains BEFORE DELETE ON assembly_minutes BEGIN
  SELECT raise(abort, 'refused:minutes-fixed');
END;

-- Who holds an office, since when, until when, and who gave it to them.
CREATE TABLE office_term (
  id TEXT PRIMARY KEY,
  organ TEXT NOT NULL CONSTRAINT office_term_organ_known
    CHECK (organ IN ('board', 'chair', 'supervisors', 'delegates')),
  member_id TEXT NOT NULL REFERENCES member (id),
  -- In which assembly, by which vote, or both.
  assembly_id TEXT REFERENCES assembly (id),
  proposal_id TEXT REFERENCES proposal (id),
  from_day TEXT NOT NULL CONSTRAINT office_term_from_day CHECK (from_day IS date(from_day)),
  to_day TEXT NOT NULL
    CONSTRAINT office_term_to_later CHECK (to_day IS date(to_day) AND to_day >= from_day),
  seated_at INTEGER NOT NULL CONSTRAINT office_term_seated_instant CHECK (seated_at >= 0),
  seated_by TEXT NOT NULL,
  -- Its last day, where it ended before its time.
  ended_on TEXT CONSTRAINT office_term_ended_day
    CHECK (ended_on IS NULL OR ended_on IS date(ended_on)),
  ended_how TEXT CONSTRAINT office_term_ended_known
    CHECK (ended_how IN ('resigned', 'removed', 'left')),
  ended_by TEXT,
  CONSTRAINT office_term_given_by_members
    CHECK (assembly_id IS NOT NULL OR proposal_id IS NOT NULL),
  CONSTRAINT office_term_ended_whole CHECK (
    (ended_on IS NULL) = (ended_how IS NULL) AND (ended_on IS NULL) = (ended_by IS NULL)
  )
) STRICT, WITHOUT ROWID;
CREATE INDEX office_term_by_member ON office_term (member_id);
CREATE TRIGGER office_term_once BEFORE INSERT ON office_term BEGIN
  SELECT raise(abort, 'refused:office-held') WHERE EXISTS (
    SELECT 1 FROM office_term AS other WHERE other.id = NEW.id OR (
      other.organ = NEW.organ AND other.member_id = NEW.member_id
      AND NEW.from_day <= coalesce(other.ended_on, other.to_day) AND NEW.to_day >= other.from_day
    )
  );
END;
CREATE TRIGGER office_term_stays BEFORE UPDATE ON office_term
WHEN OLD.ended_on IS NOT NULL OR NEW.organ <> OLD.organ OR NEW.member_id <> OLD.member_id
  OR NEW.from_day <> OLD.from_day OR NEW.to_day <> OLD.to_day BEGIN
  SELECT raise(abort, 'refused:term-ended');
END;
CREATE TRIGGER office_term_remains BEFORE DELETE ON office_term BEGIN
  SELECT raise(abort, 'refused:term-fixed');
END;
