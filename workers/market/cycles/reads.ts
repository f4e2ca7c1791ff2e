import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, EnterpriseId } from "#domain/kernel/ids.ts";
import { addCents, type Cents, subtractCents, sumCents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import type { RowPage } from "#market/edge/row-paging.ts";
import {
  type CycleLine,
  type CycleOrder,
  linePage,
  orderPage,
  type PlaceRow,
  placesOf,
  type PurchaseRow,
  purchaseOf,
} from "#store/cycle-reads.ts";
import { cycleById } from "#store/cycles.ts";
import { grantsBy } from "#store/enterprise-grants.ts";
import type { Page, PageAsked } from "#store/page.ts";
import { type NamedOrder, namedOrders, sheetRows, type SheetRow } from "#store/sheets.ts";
import type { Loader } from "#store/statement.ts";
import { ofHub } from "./cycle-view.ts";

/** A list that is short by nature: one row an offer, or a place. */
export interface Items<T> {
  readonly items: readonly T[];
}

/** What is bought of each offer. */
export async function showPurchase(
  request: Request,
  cycleId: CycleId,
): Promise<Outcome<Items<PurchaseRow>, AccessRefusal>> {
  return asItems(await readForHub(request, cycleId, purchaseOf(cycleId)));
}

/** The lines of a cycle, each with its one current quantity. */
export function listLines(
  request: Request,
  cycleId: CycleId,
  asked: RowPage,
): Promise<Outcome<Page<CycleLine>, AccessRefusal>> {
  return readForHub(request, cycleId, linePage(cycleId, asked));
}

/** An order's sums, before and after it was weighed. */
export interface CycleOrderSums extends CycleOrder {
  /** Estimated goods, deposits and delivery. */
  readonly checkoutTotalCents: Cents;
  /** What a card has to hold; stated for every order. */
  readonly holdCents: Cents;
  /** Final total less what was estimated; null until the order is settled. */
  readonly differenceCents: Cents | null;
}

/** The orders of a cycle with their sums. */
export async function listOrders(
  request: Request,
  cycleId: CycleId,
  asked: PageAsked,
): Promise<Outcome<Page<CycleOrderSums>, AccessRefusal>> {
  const page = await readForHub(request, cycleId, orderPage(cycleId, asked));
  if (!page.ok) return page;
  return accept({ ...page.value, items: page.value.items.map(withSums) });
}

function withSums(order: CycleOrder): CycleOrderSums {
  const { goodsEstimatedCents, depositsCents, deliveryFeeCents, finalTotalCents } = order;
  const checkoutTotalCents = sumCents([goodsEstimatedCents, depositsCents, deliveryFeeCents]);
  return {
    ...order,
    checkoutTotalCents,
    holdCents: addCents(order.goodsHoldCents, deliveryFeeCents),
    differenceCents:
      finalTotalCents === null ? null : subtractCents(finalTotalCents, checkoutTotalCents),
  };
}

/** What goes to each place: for the hub, and for those who carry its crates. */
export async function showPlaces(
  request: Request,
  cycleId: CycleId,
): Promise<Outcome<Items<PlaceRow>, AccessRefusal>> {
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    places: placesOf(cycleId),
    given: grantsBy({ hubOf: cycleId }),
  });
  const loads = ofHub(known.cycle, principal, "cycle-loads.read", known.given);
  return loads.ok ? accept({ items: known.places }) : loads;
}

function asItems<T>(rows: Outcome<T[], AccessRefusal>): Outcome<Items<T>, AccessRefusal> {
  return rows.ok ? accept({ items: rows.value }) : rows;
}

async function readForHub<T>(
  request: Request,
  cycleId: CycleId,
  read: Loader<T>,
): Promise<Outcome<T, AccessRefusal>> {
  const { known, principal } = await look(request, { cycle: cycleById(cycleId), read });
  const managed = ofHub(known.cycle, principal, "orders.list");
  return managed.ok ? accept(known.read) : managed;
}

/** A producer's sheet: what to prepare, for when; no household is named. */
export interface Sheet {
  readonly cycleId: CycleId;
  readonly enterpriseId: EnterpriseId;
  readonly deliveryDay: string;
  /** Once the cycle is sent nothing on it changes any more. */
  readonly isFinal: boolean;
  readonly rows: readonly Omit<SheetRow, "enterpriseId">[];
}

export async function showSheet(
  request: Request,
  cycleId: CycleId,
  enterpriseId: EnterpriseId,
): Promise<Outcome<Sheet, AccessRefusal>> {
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    rows: sheetRows(cycleId, enterpriseId),
    given: grantsBy({ enterprise: enterpriseId }),
  });
  const { cycle, rows, given } = known;
  const subjects = { producer: enterpriseId, hub: cycle?.hubId ?? null };
  const allowed = allow(principal, "producer-sheet.read", subjects, given);
  if (!allowed.ok) return allowed;
  if (cycle === null) return refuse({ code: "not-found", what: "cycle" });
  const state = cycleState(cycle, request.ports.now);
  return accept({
    cycleId,
    enterpriseId,
    deliveryDay: cycle.deliveryDay,
    isFinal: ["sent", "receiving", "delivered", "settled"].includes(state),
    rows: rows.map(withoutProducer),
  });
}

/** Who ordered from a producer, by name, as far as the network's rule lets it know. */
export async function listNames(
  request: Request,
  { cycleId, enterpriseId }: Pick<Sheet, "cycleId" | "enterpriseId">,
  asked: PageAsked,
): Promise<Outcome<Page<NamedOrder>, AccessRefusal>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, {
    cycle: cycleById(cycleId),
    names: namedOrders({ cycleId, enterpriseId, now }, asked),
  });
  const subjects = { producer: enterpriseId, hub: known.cycle?.hubId ?? null };
  const allowed = allow(principal, "producer-households.read", subjects);
  if (!allowed.ok) return allowed;
  if (known.cycle === null) return refuse({ code: "not-found", what: "cycle" });
  return accept(known.names);
}

function withoutProducer(row: SheetRow): Omit<SheetRow, "enterpriseId"> {
  const { enterpriseId: _, ...shown } = row;
  return shown;
}
