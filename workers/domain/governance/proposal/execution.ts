import type { ExecutionRefusal } from "#domain/governance/refusals.ts";
import type { RuleVersion } from "#domain/governance/rule.ts";
import {
  checkActions,
  type Register,
  type RuleAction,
  versionsFrom,
} from "#domain/governance/rule-actions.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { mayExecute, type ProposalRow, proposalState } from "./proposal-state.ts";

/** A proposal as far as its execution goes. */
export interface Executable {
  readonly row: ProposalRow;
  readonly policy: string;
  readonly actions: readonly RuleAction[];
}

/**
 * What a passed proposal writes into the register: never before its timelock is over, never twice,
 * never over a version that it was not written on. Of two that change the same rule the second
 * hears "rule-changed": it was decided on what is no longer so, and is superseded.
 */
export function decideExecution(
  { row, policy, actions }: Executable,
  register: Register,
  now: Instant,
): Outcome<readonly RuleVersion[], ExecutionRefusal> {
  if (!mayExecute(row, now)) {
    const from = row.queue?.executedAt === null ? row.queue.from : null;
    return refuse({ code: "proposal-not-executable", state: proposalState(row, now), from });
  }
  const checked = checkActions(actions, policy, register);
  return checked.ok ? accept(versionsFrom(actions, register.versions, now)) : checked;
}
