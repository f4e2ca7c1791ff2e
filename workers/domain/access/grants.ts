import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Grant, Role } from "./principal.ts";
import type { TokenRefusal } from "./refusals.ts";

/** Roles over the whole network; the others are over one enterprise, group or household. */
const OVER_ALL: ReadonlySet<Role> = new Set([
  "officer",
  "treasurer",
  "supervisor",
  "auditor",
  "member",
]);

/**
 * Whether these grants can be given: a role over the whole network names no subject, another one
 * names a subject that can have it. `known` says which subjects exist, as role and subject.
 */
export function checkGrants(
  grants: readonly Grant[],
  known: readonly Grant[],
): Outcome<readonly Grant[], TokenRefusal> {
  for (const { role, subject } of grants) {
    if (OVER_ALL.has(role) !== (subject === "")) return refuse({ code: "grant-misfit", role });
    if (subject === "" || known.some((one) => one.role === role && one.subject === subject)) {
      continue;
    }
    return refuse({ code: "grant-subject-missing", role, subject });
  }
  return accept(withoutRepeats(grants));
}

function withoutRepeats(grants: readonly Grant[]): readonly Grant[] {
  const named = grants.map((grant) => [`${grant.role}:${grant.subject}`, grant] as const);
  return [...new Map(named).values()];
}
