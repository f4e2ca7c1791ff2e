import type { Grant, Role } from "#domain/access/principal.ts";
import type { Row } from "#ports/database.ts";
import { text } from "./cells.ts";
import { type PageAsked, pageValues } from "./page.ts";
import type { Loader } from "./statement.ts";

/** What a role can be over, with the role and its name. */
export interface Subject extends Grant {
  readonly name: string;
}

/** As many as one list to choose from shows. */
const MOST_SUBJECTS = 60;

/** Each role over one enterprise, group or household that a name may stand for. */
const SUBJECTS = `
  SELECT role, id AS subject, name FROM enterprise JOIN enterprise_role ON enterprise_id = id
  UNION ALL SELECT 'coordinator', id, name FROM buying_group
  UNION ALL SELECT 'household', household_id, name FROM household_profile`;

/** What such words may mean, by name; with no words enterprises and groups come first. */
export function subjectsLike(words: string): Loader<Subject[]> {
  return {
    statement: {
      sql: `SELECT role, subject, name FROM (${SUBJECTS})
        WHERE ?1 = '' OR instr(lower(name), lower(?1)) > 0
        ORDER BY role = 'household', name, role LIMIT ${MOST_SUBJECTS}`,
      args: [words],
    },
    parse: (rows) =>
      rows.map((row) => {
        return { role: text(row, 0) as Role, subject: text(row, 1), name: text(row, 2) };
      }),
  };
}

/** Names by the id of what they name. */
export type Names = ReadonlyMap<string, string>;

/** The names of what somebody holds roles over. */
export function subjectNamesOf(holder: string): Loader<Names> {
  return {
    statement: {
      sql: `SELECT DISTINCT subject, name FROM (${SUBJECTS}) WHERE subject IN (
          SELECT g.subject FROM role_grant AS g WHERE g.revoked_at IS NULL AND g.holder = ?1)`,
      args: [holder],
    },
    parse: toNames,
  };
}

/** The names of what the people of a page hold roles over, and of one thing more. */
export function subjectNames(asked: PageAsked, other: string): Loader<Names> {
  const { after, limit } = pageValues(asked);
  return {
    statement: {
      sql: `SELECT DISTINCT subject, name FROM (${SUBJECTS}) WHERE subject IN (
          SELECT g.subject FROM role_grant AS g WHERE g.revoked_at IS NULL AND g.holder IN (
            SELECT id FROM person WHERE id > ?1 ORDER BY id LIMIT ?2)
          UNION SELECT ?3)`,
      args: [after, limit, other],
    },
    parse: toNames,
  };
}

function toNames(rows: readonly Row[]): Names {
  return new Map(rows.map((row) => [text(row, 0), text(row, 1)]));
}
