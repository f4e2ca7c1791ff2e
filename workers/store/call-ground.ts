import type { HeldOffice } from "#domain/governance/electorate/book-line.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import { text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** Who directs and who controls the network on a day; a seat is held until somebody succeeds. */
export function officeHolders(on: CivilDate): Loader<HeldOffice[]> {
  return {
    statement: {
      sql: `SELECT DISTINCT g.holder, g.role FROM role_grant g JOIN person p ON p.id = g.holder
          WHERE g.revoked_at IS NULL AND g.role IN ('officer', 'treasurer', 'supervisor', 'auditor')
        UNION SELECT m.person_id, iif(t.organ = 'supervisors', 'supervisor', 'director')
          FROM office_term t JOIN member m ON m.id = t.member_id
          WHERE t.organ <> 'delegates' AND t.from_day <= ?1 AND coalesce(t.ended_on, ?1) >= ?1`,
      args: [on],
    },
    parse: (rows) =>
      rows.map((row) => ({
        personId: text(row, 0),
        role: text(row, 1) as HeldOffice["role"],
      })),
  };
}
