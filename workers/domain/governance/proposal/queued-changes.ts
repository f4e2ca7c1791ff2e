import { lastForGood, type RuleVersion } from "#domain/governance/rule.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Proposal } from "./proposal.ts";
import { proposalState } from "./proposal-state.ts";

/** A change of a rule that members passed, and that waits for its timelock. */
export interface QueuedChange {
  readonly key: string;
  readonly subject: string;
  readonly value: string;
  /** The version it was written on. */
  readonly follows: number;
  readonly from: Instant;
  readonly proposal: number;
}

/** What passed proposals will do to rules, the soonest first. */
export function queuedChanges(
  proposals: readonly Pick<Proposal, "number" | "row" | "text">[],
  now: Instant,
): readonly QueuedChange[] {
  return proposals
    .flatMap(({ number, row, text }) => {
      const { queue } = row;
      const state = proposalState(row, now);
      if (queue === null || (state !== "queued" && state !== "challenge")) return [];
      return text.actions.map((action) => ({ ...action, from: queue.from, proposal: number }));
    })
    .toSorted((one, other) => one.from - other.from || one.proposal - other.proposal);
}

/** Whether the rule was changed since: such a change never takes effect, and expires. */
export function isOvertaken(change: QueuedChange, versions: readonly RuleVersion[]): boolean {
  const own = versions.filter(
    ({ key, subject }) => key === change.key && subject === change.subject,
  );
  return (lastForGood(own)?.version ?? 0) !== change.follows;
}
