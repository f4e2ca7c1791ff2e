import type { RegisteredRule } from "#domain/governance/verify-register.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import { integerOrNull } from "./cells.ts";
import { REGISTERED, toRegistered } from "./rules.ts";
import type { Loader } from "./statement.ts";

/** A version with the number of the proposal that members passed for it. */
export interface ToldVersion extends RegisteredRule {
  readonly proposal: number | null;
}

/** All versions of one rule for one subject, with who decided them, in their order. */
export function versionsTold(key: string, subject: string): Loader<ToldVersion[]> {
  return {
    statement: {
      sql: `SELECT ${REGISTERED},
          (SELECT number FROM proposal WHERE proposal.id = rule_version.proposal_id)
        FROM rule_version WHERE key = ? AND subject = ? ORDER BY version`,
      args: [key, subject],
    },
    parse: (rows) =>
      rows.map((row) => ({ ...toRegistered(row), proposal: integerOrNull(row, 12) })),
  };
}

/** The versions of every rule that the last text of a proposal changes, in their order. */
export function versionsChangedBy(proposalId: ProposalId): Loader<RegisteredRule[]> {
  return {
    statement: {
      sql: `SELECT ${REGISTERED} FROM rule_version WHERE (key, subject) IN (
          SELECT action.value ->> 'key', action.value ->> 'subject'
          FROM proposal_version v, json_each(v.actions) AS action
          WHERE v.proposal_id = ?1 AND v.version = (
            SELECT max(version) FROM proposal_version WHERE proposal_id = ?1))
        ORDER BY version`,
      args: [proposalId],
    },
    parse: (rows) => rows.map(toRegistered),
  };
}
