import { type Act, allow } from "#domain/access/access.ts";
import type { EnterpriseGrant } from "#domain/access/enterprise-grants.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type CycleState, cycleState } from "#domain/orders/cycle-state.ts";
import type { CycleRow } from "#store/cycles.ts";

/** A cycle as people see it: its row, with the state that the moment makes of it. */
export interface CycleView extends Omit<CycleRow, "state"> {
  readonly state: CycleState;
}

export function viewCycle(row: CycleRow, now: Instant): CycleView {
  return { ...row, state: cycleState(row, now) };
}

/** The cycle, if the principal may do this to it as its hub or for the network. */
export function ofHub(
  cycle: CycleRow | null,
  principal: Principal,
  act: Act,
  given: readonly EnterpriseGrant[] = [],
): Outcome<CycleRow, AccessRefusal> {
  if (cycle === null) {
    const allowed = allow(principal, act);
    return allowed.ok ? refuse({ code: "not-found", what: "cycle" }) : allowed;
  }
  const allowed = allow(principal, act, { hub: cycle.hubId }, given);
  return allowed.ok ? accept(cycle) : allowed;
}

/** What a deed that changes a cycle as a whole answers. */
export interface CycleChanged {
  readonly id: CycleId;
  readonly state: CycleState;
  /** The number of the event that it became. */
  readonly version: number;
  /** Who did it, as history names them. */
  readonly by: string;
}
