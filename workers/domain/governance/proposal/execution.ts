import type { Policy } from "#domain/governance/policy/policy.ts";
import type { ExecutionRefusal } from "#domain/governance/refusals.ts";
import type { RuleVersion } from "#domain/governance/rule.ts";
import { type RuleAction, versionsFrom } from "#domain/governance/rule-actions.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import {
  type ChangeGround,
  checkChanges,
  policiesFrom,
  POLICY_KEY,
  type TextRefusal,
} from "./check-changes.ts";
import { mayExecute, type ProposalRow, proposalState } from "./proposal-state.ts";

/** A proposal as far as its execution goes. */
export interface Executable {
  readonly row: ProposalRow;
  /** The code of the policy that it was called under. */
  readonly policy: string;
  readonly actions: readonly RuleAction[];
}

/** What takes effect: versions of rules, and of the policies by which is voted. */
export interface Effect {
  readonly versions: readonly RuleVersion[];
  readonly policies: readonly { readonly policy: Policy; readonly version: number }[];
}

/**
 * What a passed proposal writes into the register: never before its timelock is over, never twice,
 * never over a version that it was not written on. Of two that change the same rule the second
 * hears "rule-changed": it was decided on what is no longer so, and expires.
 */
export function decideExecution(
  { row, policy, actions }: Executable,
  ground: ChangeGround,
  now: Instant,
): Outcome<Effect, ExecutionRefusal | TextRefusal> {
  if (!mayExecute(row, now)) {
    const from = row.queue?.executedAt === null ? row.queue.from : null;
    return refuse({ code: "proposal-not-executable", state: proposalState(row, now), from });
  }
  const checked = checkChanges(actions, policy, ground);
  if (!checked.ok) return checked;
  const ofRules = actions.filter(({ key }) => key !== POLICY_KEY);
  const versions = versionsFrom(ofRules, ground.versions, now);
  return accept({ versions, policies: policiesFrom(actions) });
}
