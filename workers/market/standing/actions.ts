import { allowPrivate } from "#domain/access/access.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CatalogueRefusal } from "#domain/catalogue/refusals.ts";
import type { HouseholdId, StandingOrderId, VariantId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type BasisPoints, isMultipleOf, type Milli } from "#domain/kernel/quantity.ts";
import type { OrderRefusal } from "#domain/orders/refusals.ts";
import type { StandingLine } from "#domain/orders/standing.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import type { HouseholdNow } from "#store/household-now.ts";
import { householdNow } from "#store/household-now.ts";
import { type PlaceForOrder, placeForOrder } from "#store/ordering.ts";
import type { Page, PageAsked } from "#store/page.ts";
import {
  changeStanding,
  insertStanding,
  type NamedStandingLine,
  setStandingLines,
  STANDING_CHANGED,
  STANDING_EXISTS,
  standingOfHousehold,
  type StandingRow,
} from "#store/standing.ts";
import { type StandingRun, standingRuns } from "#store/standing-runs.ts";
import { type StandingSize, standingSizes } from "#store/standing-sizes.ts";

type Refusal = AccessRefusal | OrderRefusal | CatalogueRefusal;

const GUARDS = { [STANDING_CHANGED]: "decide-again", [STANDING_EXISTS]: "decide-again" } as const;

/** A household's whole list, as it wants it from now on. */
export interface SetStanding {
  readonly householdId: HouseholdId;
  readonly place: string;
  readonly slotId: string | null;
  readonly payment: "wallet" | "at-pickup";
  readonly isInPart: boolean;
  readonly priceRise: BasisPoints;
  readonly lines: readonly {
    readonly variantId: VariantId;
    readonly wanted: Milli;
    readonly tolerance: Milli;
  }[];
}

/** What a change of a list answers. */
export interface StandingChanged {
  readonly id: StandingOrderId;
  readonly householdId: HouseholdId;
}

/**
 * Sets a household's list, the whole of it: there is one, and it is what was said last. Whoever
 * sets it says yes to the prices of now.
 */
export function setStanding(request: Request, command: SetStanding) {
  const { householdId, place, slotId } = command;
  return perform(request, {
    load: () => ({
      household: householdNow(householdId),
      standing: standingOfHousehold(householdId),
      sizes: standingSizes(command.lines.map(({ variantId }) => variantId)),
      place: placeForOrder({ place, slotId }, null),
    }),
    decide: (known, principal): Outcome<Plan<StandingChanged>, Refusal> => {
      const household = ofHousehold(principal, "standing-orders.edit", known.household);
      if (!household.ok) return household;
      const fits = checkList(command, household.value, known.place);
      if (!fits.ok) return fits;
      const lines = agreedLines(command, known.sizes);
      if (!lines.ok) return lines;
      const { ids, now } = request.ports;
      const id = known.standing?.id ?? ids.next<StandingOrderId>();
      const personId = principal.who.kind === "person" ? principal.who.id : null;
      const { payment, isInPart, priceRise } = command;
      const row = { id, householdId, personId, place, slotId, payment, isInPart, priceRise };
      const first =
        known.standing === null
          ? insertStanding({ ...row, createdAt: now, createdBy: actorName(principal) })
          : changeStanding(known.standing, changesOf(row));
      const statements = [first, ...setStandingLines(id, lines.value)];
      return accept({ value: { id, householdId }, statements });
    },
    guards: GUARDS,
  });
}

type Changed = Pick<
  StandingRow,
  "personId" | "place" | "slotId" | "payment" | "isInPart" | "priceRise"
>;

function changesOf(row: Changed): Parameters<typeof changeStanding>[1] {
  const { personId, place, slotId, payment, isInPart, priceRise } = row;
  return {
    personId,
    place,
    slotId: slotId as Parameters<typeof changeStanding>[1]["slotId"],
    payment,
    inPart: isInPart,
    priceRiseBasisPoints: priceRise,
  };
}

function checkList(
  { lines, payment, place }: SetStanding,
  household: HouseholdNow,
  found: PlaceForOrder | null,
): Outcome<null, OrderRefusal> {
  if (lines.length === 0) return refuse({ code: "order-empty" });
  if (found === null) return refuse({ code: "place-unknown", place });
  if (place === "home" && !household.hasAddress) return refuse({ code: "address-missing" });
  if (payment === "wallet" && household.availableCents === null) {
    return refuse({ code: "wallet-missing" });
  }
  return accept(null);
}

/** The lines at the prices of now; each in the steps in which it is sold. */
function agreedLines(
  { lines }: SetStanding,
  sizes: ReadonlyMap<VariantId, StandingSize>,
): Outcome<readonly StandingLine[], OrderRefusal | CatalogueRefusal> {
  const agreed: StandingLine[] = [];
  for (const { variantId, wanted, tolerance } of lines) {
    const size = sizes.get(variantId);
    if (size === undefined) return refuse({ code: "variant-unknown", variantId });
    const { stepMilli, leastMilli } = size;
    const inSteps = isMultipleOf(wanted, stepMilli) && isMultipleOf(tolerance, stepMilli);
    if (!inSteps || wanted < leastMilli) {
      return refuse({ code: "standing-not-in-steps", variantId, stepMilli, leastMilli });
    }
    agreed.push({ variantId, wanted, tolerance, agreedCents: size.priceCents });
  }
  return accept(agreed);
}

/** What may be done to a list besides setting it. */
export type StandingTurn = "pause" | "resume" | "skip" | "take-skip-back" | "end";

/**
 * Pauses a list, takes it up again (for cycles whose moment is still to come), lets it skip one
 * cycle or not, or ends it. What is so already stays so.
 */
export function turnStanding(request: Request, householdId: HouseholdId, turn: StandingTurn) {
  return perform(request, {
    load: () => ({
      household: householdNow(householdId),
      standing: standingOfHousehold(householdId),
    }),
    decide: (known, principal): Outcome<Plan<StandingChanged>, AccessRefusal> => {
      const household = ofHousehold(principal, "standing-orders.edit", known.household);
      if (!household.ok) return household;
      const { standing } = known;
      if (standing === null) return refuse({ code: "not-found", what: "standing-order" });
      const changes = turned(standing, turn, { at: request.ports.now, by: actorName(principal) });
      const statements = changes === null ? [] : [changeStanding(standing, changes)];
      return accept({ value: { id: standing.id, householdId }, statements });
    },
    guards: GUARDS,
  });
}

function turned(
  { pausedAt, skipsNext }: StandingRow,
  turn: StandingTurn,
  { at, by }: { readonly at: Request["ports"]["now"]; readonly by: string },
): Parameters<typeof changeStanding>[1] | null {
  if (turn === "end") return { endedAt: at, endedBy: by };
  if (turn === "pause") return pausedAt === null ? { pausedAt: at } : null;
  if (turn === "resume") return pausedAt === null ? null : { pausedAt: null, activeFrom: at };
  const wanted = turn === "skip";
  return skipsNext === wanted ? null : { skipsNext: wanted };
}

/** A household's list as its own people read it. */
export interface StandingView extends Omit<
  StandingRow,
  "version" | "personId" | "priceRise" | "lines"
> {
  readonly priceRiseBasisPoints: BasisPoints;
  readonly lines: readonly (Omit<NamedStandingLine, "wanted" | "tolerance"> & {
    readonly wantedMilli: Milli;
    readonly toleranceMilli: Milli;
  })[];
}

export async function showStanding(
  request: Request,
  householdId: HouseholdId,
): Promise<Outcome<StandingView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    household: householdNow(householdId),
    standing: standingOfHousehold(householdId),
  });
  const household = ofHousehold(principal, "standing-orders.read", known.household);
  if (!household.ok) return household;
  if (known.standing === null) return refuse({ code: "not-found", what: "standing-order" });
  const { version: _, personId: __, priceRise, lines, ...view } = known.standing;
  return accept({ ...view, priceRiseBasisPoints: priceRise, lines: lines.map(viewLine) });
}

function viewLine({ wanted, tolerance, ...line }: NamedStandingLine) {
  return { ...line, wantedMilli: wanted, toleranceMilli: tolerance };
}

/** What came of a household's lists, cycle by cycle, the latest first. */
export async function listRuns(
  request: Request,
  householdId: HouseholdId,
  asked: PageAsked,
): Promise<Outcome<Page<StandingRun>, AccessRefusal>> {
  const { known, principal } = await look(request, {
    household: householdNow(householdId),
    runs: standingRuns(householdId, asked),
  });
  const household = ofHousehold(principal, "standing-orders.read", known.household);
  return household.ok ? accept(known.runs) : household;
}

/** The household, for those who may do this to what is its own; to others it is not there. */
function ofHousehold(
  principal: Principal,
  act: "standing-orders.read" | "standing-orders.edit",
  household: HouseholdNow | null,
): Outcome<HouseholdNow, AccessRefusal> {
  const subjects = { household: household?.householdId ?? null };
  const allowed = allowPrivate(principal, act, subjects, "household");
  if (!allowed.ok) return allowed;
  return household === null ? refuse({ code: "not-found", what: "household" }) : accept(household);
}
