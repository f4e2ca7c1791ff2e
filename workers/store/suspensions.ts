import type { PersonId, SuspensionId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { suspension } from "#schema/identity.ts";
import { insertInto } from "./statement.ts";

/** Says that the person was suspended meanwhile. */
export const SUSPENDED_ALREADY = "suspension.person_id";

/** Keeps a person out from now on, with the reason. */
export function suspendPerson(kept: {
  readonly id: SuspensionId;
  readonly personId: PersonId;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}): Statement[] {
  const { id, personId, reason, at, by } = kept;
  return [
    insertInto(suspension, { id, personId, reason, suspendedAt: at, suspendedBy: by }),
    {
      sql: "UPDATE person SET suspended_at = ?, suspended_by = ? WHERE id = ?",
      args: [at, by, personId],
    },
  ];
}

/** Lets a person back in. What was ended or withdrawn meanwhile stays so. */
export function liftSuspension(personId: PersonId, at: Instant, by: string): Statement[] {
  return [
    {
      sql: `UPDATE suspension SET lifted_at = ?, lifted_by = ?
        WHERE person_id = ? AND lifted_at IS NULL`,
      args: [at, by, personId],
    },
    {
      sql: "UPDATE person SET suspended_at = NULL, suspended_by = NULL WHERE id = ?",
      args: [personId],
    },
  ];
}
