import { accept, type Outcome, type Refusal } from "#domain/kernel/outcome.ts";
import {
  checkRises,
  type CompletedRise,
  type OfferStanding,
  type Rise,
} from "#domain/orders/completion.ts";
import type { Wish } from "#domain/orders/ordering.ts";
import type { OrderRefusal } from "#domain/orders/refusals.ts";
import type { Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import type { ChangedLine } from "./plan-change.ts";

type Standing = ReadonlyMap<string, OfferStanding>;
type Rises = Outcome<readonly CompletedRise[], OrderRefusal>;

/** While a cycle is open, what rises needs no room. */
export const NO_RISES: Rises = accept([]);

/** An order that is placed while boxes are completed rises by all that it wants. */
export function risesOf(wishes: readonly Wish[], standing: Standing): Rises {
  return checkRises(wishes, standing);
}

/** A change of an order rises by the difference; what is taken out falls. */
export function risesOfChange(changed: readonly ChangedLine[], standing: Standing): Rises {
  return checkRises(changed.map(riseOf), standing);
}

function riseOf(line: ChangedLine): Rise {
  if (line.kind === "added") {
    const { wantedMilli, toleranceMilli } = line.state;
    return { offerId: line.terms.offerId, wanted: wantedMilli, tolerance: toleranceMilli };
  }
  const { offerId, state: before } = line.row;
  const after = line.kind === "set" ? line.state : { wantedMilli: 0, toleranceMilli: 0 };
  return {
    offerId,
    wanted: after.wantedMilli - before.wantedMilli,
    tolerance: after.toleranceMilli - before.toleranceMilli,
  };
}

/** The plan, with what notes its rises. */
export function withRises<T, P, R extends Refusal>(
  plan: Outcome<Plan<T, P>, R>,
  notes: readonly Statement[],
): Outcome<Plan<T, P>, R> {
  if (!plan.ok || notes.length === 0) return plan;
  return accept({ ...plan.value, statements: [...notes, ...plan.value.statements] });
}
