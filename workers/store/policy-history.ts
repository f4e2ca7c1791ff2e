import { POLICY_KEY } from "#domain/governance/proposal/check-changes.ts";
import { integerOrNull } from "./cells.ts";
import { type KeptPolicy, KEPT_POLICY, toKeptPolicy } from "./policies.ts";
import type { Loader } from "./statement.ts";

/** A version of a policy with the number of the proposal that members passed for it. */
export interface ToldPolicy extends KeptPolicy {
  readonly proposal: number | null;
}

/**
 * Every version of every policy, with the vote behind each: the proposal that was executed at the
 * instant when the version was decided, and that changed this policy as the version before was.
 */
export function policiesTold(): Loader<ToldPolicy[]> {
  return {
    statement: {
      sql: `SELECT ${KEPT_POLICY}, (
          SELECT p.number FROM proposal p
            JOIN vote_call c ON c.proposal_id = p.id
            JOIN proposal_version v ON v.proposal_id = p.id AND v.version = c.text_version,
            json_each(v.actions) action
          WHERE p.executed_at = policy_version.decided_at
            AND action.value ->> 'key' = ?
            AND action.value ->> 'subject' = policy_version.code
            AND action.value ->> 'follows' = policy_version.version - 1
          LIMIT 1)
        FROM policy_version ORDER BY code, version`,
      args: [POLICY_KEY],
    },
    parse: (rows) => rows.map((row) => ({ ...toKeptPolicy(row), proposal: integerOrNull(row, 7) })),
  };
}
