import type { ConsentChannel, ConsentRecord } from "#domain/access/consents.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** Somebody else of the same person decided at the same moment: the order of both counts. */
export const CONSENT_CHANGED = "refused:consent-changed";

/** Everything that who is signed in ever agreed to or withdrew, oldest first. */
export function consentsIn(session: Digest | null): Loader<ConsentRecord[]> {
  return {
    statement: {
      sql: `SELECT purpose, given, text_version, channel, at, paper, recorded_by FROM consent
        WHERE person_id = (SELECT person_id FROM session WHERE digest = ?) ORDER BY number`,
      args: [session],
    },
    parse: (rows) => rows.map(toRecord),
  };
}

/** The same of somebody else, for who writes a paper down. */
export function consentsOf(personId: PersonId): Loader<ConsentRecord[]> {
  return {
    statement: {
      sql: `SELECT purpose, given, text_version, channel, at, paper, recorded_by FROM consent
        WHERE person_id = ? ORDER BY number`,
      args: [personId],
    },
    parse: (rows) => rows.map(toRecord),
  };
}

/** Adds a consent or its withdrawal: nothing that was said before is changed. */
export function addConsent(personId: PersonId, said: ConsentRecord): Statement {
  const { purpose, isGiven, textVersion, channel, at, paper, recordedBy } = said;
  return {
    sql: `INSERT INTO consent
        (person_id, number, purpose, given, text_version, channel, at, paper, recorded_by)
      SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM consent
      WHERE person_id = ?1`,
    args: [personId, purpose, isGiven ? 1 : 0, textVersion, channel, at, paper, recordedBy],
  };
}

/** Whoever goes agrees to nothing any more. */
export function withdrawAll(personId: PersonId, at: Instant): Statement {
  return {
    sql: `INSERT INTO consent (person_id, number, purpose, given, text_version, channel, at)
      SELECT person_id, (SELECT max(number) FROM consent WHERE person_id = ?1)
          + row_number() OVER (ORDER BY purpose), purpose, 0, text_version, 'erasure', ?2
      FROM consent AS last WHERE person_id = ?1 AND given = 1 AND number = (
        SELECT max(number) FROM consent WHERE person_id = ?1 AND purpose = last.purpose)`,
    args: [personId, at],
  };
}

function toRecord(row: Row): ConsentRecord {
  return {
    purpose: text(row, 0),
    isGiven: integer(row, 1) === 1,
    textVersion: integer(row, 2),
    channel: text(row, 3) as ConsentChannel,
    at: instantAt(row, 4),
    paper: textOrNull(row, 5),
    recordedBy: textOrNull(row, 6),
  };
}
