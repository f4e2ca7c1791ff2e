import type { AccessRefusal } from "#domain/access/refusals.ts";
import { ruleAt, ruleNumber, type RuleVersion } from "#domain/governance/rule.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import {
  type ListableSize,
  listableSizes,
  orderToRepeat,
  type Repeated,
} from "#store/listable-sizes.ts";
import { type HeldHousehold, heldHouseholds } from "#store/listed-groups.ts";
import {
  deliveryWindowPage,
  pickupPointPage,
  type PickupPointView,
  type SlotView,
} from "#store/places.ts";
import { standingOfHolder, type StandingRow } from "#store/standing.ts";
import { runsOfHolder, type StandingRun } from "#store/standing-runs.ts";
import { holds } from "./read-groups.ts";

/** The latest of what came of a list. */
const LATEST_RUNS = 5;
const EVERY_PLACE = { after: null, limit: 100 };

/** A household's list, what came of it, and what it can be made of. */
export interface StandingPageView {
  readonly around: Around;
  readonly held: readonly HeldHousehold[];
  /** The household whose list is shown; null where the reader has none. */
  readonly household: HeldHousehold | null;
  readonly standing: StandingRow | null;
  readonly runs: readonly StandingRun[];
  readonly sizes: readonly ListableSize[];
  readonly points: readonly PickupPointView[];
  readonly windows: readonly SlotView[];
  readonly repeated: Repeated | null;
  /** How long after its opening a cycle makes orders of lists. */
  readonly waitMinutes: number;
}

/** Everything of the page in its one round trip; only of households that are the reader's. */
export async function readStanding(
  request: Request,
  asked: { readonly household: string | null; readonly order: string | null },
): Promise<Outcome<StandingPageView, AccessRefusal>> {
  const { credentials, ports } = request;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    held: heldHouseholds(credentials),
    standing: standingOfHolder(credentials, asked.household),
    runs: runsOfHolder(credentials, asked.household, LATEST_RUNS),
    sizes: listableSizes(ports.now),
    points: pickupPointPage(EVERY_PLACE),
    windows: deliveryWindowPage(EVERY_PLACE),
    repeated: orderToRepeat(credentials, asked.order),
  });
  const { kind } = principal.who;
  if (kind === "anonymous") return refuse({ code: "not-signed-in" });
  if (kind !== "person" && kind !== "token") {
    return refuse({ code: "not-allowed", act: "standing-orders.read" });
  }
  const held = known.held.filter(({ id }) => holds(principal, "household", id));
  const household =
    asked.household === null ? held[0] : held.find(({ id }) => id === asked.household);
  if (asked.household !== null && household === undefined) {
    return refuse({ code: "not-found", what: "household" });
  }
  const { standing, runs, sizes, points, windows, repeated } = known;
  return accept({
    around: aroundOf(known, request),
    held,
    household: household ?? null,
    standing: household === undefined ? null : standing,
    runs: household === undefined ? [] : runs,
    sizes,
    points: points.items,
    windows: windows.items,
    repeated: repeated?.householdId === household?.id ? repeated : null,
    waitMinutes: waitAt(known.rules, ports.now),
  });
}

function waitAt(rules: readonly RuleVersion[], now: Instant): number {
  const version = ruleAt(rules, "standing-minutes", now);
  return version === null ? 0 : ruleNumber(version);
}
