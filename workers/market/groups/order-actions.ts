import { allowPrivate } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId, GroupId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import { groupReminderMail } from "#domain/notices/group-mail.ts";
import { boxProgress } from "#domain/orders/box-progress.ts";
import { checkOpen } from "#domain/orders/ordering.ts";
import type { OrderRefusal } from "#domain/orders/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { cycleForOrder } from "#store/cycle-for-order.ts";
import { groupHouseholds, type GroupOffer } from "#store/group-orders.ts";
import { insertReminder, REMINDED } from "#store/group-reminders.ts";
import { shownGroup } from "#store/group-shown.ts";
import { queueLetter } from "#store/letters.ts";
import { groupOrderLoaders, groupOrderOf, type GroupOrderView } from "./group-order.ts";

export interface WhichOrder {
  readonly groupId: GroupId;
  /** The code of a cycle; null is the one that is nearest. */
  readonly code: string | null;
}

async function readOrder(
  request: Request,
  { groupId, code }: WhichOrder,
): Promise<Outcome<GroupOrderView, AccessRefusal>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, groupOrderLoaders({ groupId, code, now }));
  return groupOrderOf(known, principal, now);
}

/** What a group orders together, as each of its households may read it. */
export async function showGroupOrder(request: Request, which: WhichOrder) {
  const read = await readOrder(request, which);
  return read.ok ? accept(memberView(read.value)) : read;
}

function memberView({ group, cycle, households, offers, sheet, own, lines }: GroupOrderView) {
  const ordered = households.filter(({ order }) => order !== null);
  return {
    group,
    cycle: cycle === null ? null : { ...cycle, state: cycle.now },
    orderedHouseholds: ordered.length,
    names: ordered.flatMap(({ isNamed, name }) => (isNamed && name !== null ? [name] : [])),
    boxes: offers.flatMap((offer) => boxView(offer, sheet)),
    minimums: minimumsOf(offers),
    own: own.map(({ householdId, order }) => ({
      householdId,
      orderId: order?.id ?? null,
      estimatedCents: order?.estimatedCents ?? null,
      lines: lines.filter(({ orderId }) => orderId === order?.id),
    })),
  };
}

function boxView(offer: GroupOffer, { products }: GroupOrderView["sheet"]) {
  const { terms, name, seller, demandMilli, toleranceMilli } = offer;
  const progress = boxProgress(terms, { demandMilli, toleranceMilli });
  if (progress === null) return [];
  const ours = products.find(({ offerId }) => offerId === terms.offerId);
  return [
    {
      offerId: terms.offerId,
      productName: name,
      producerName: seller.name,
      boxUnits: terms.boxUnits,
      demandMilli,
      toleranceMilli,
      oursMilli: ours?.wantedMilli ?? 0,
      fullBoxes: progress.fullBoxes,
      missingMilli: progress.missingMilli,
      isCompleted: progress.isCompleted,
    },
  ];
}

/** What each producer must be ordered at least, and is so far; only those who ask for something. */
function minimumsOf(offers: readonly GroupOffer[]) {
  const bySeller = new Map(offers.map((offer) => [offer.seller.id, offer]));
  return [...bySeller.values()].flatMap(({ seller, minimum }) =>
    minimum.minimumCents === 0
      ? []
      : [{ enterpriseId: seller.id, producerName: seller.name, ...minimum }],
  );
}

/** Who ordered what, for whoever coordinates: the sheet, who is missing, what is short. */
export async function showGroupSheet(request: Request, which: WhichOrder) {
  const read = await readOrder(request, which);
  if (!read.ok) return read;
  if (!read.value.isCoordinator) return refuse({ code: "not-allowed", act: "group-sheets.read" });
  return accept(sheetView(read.value));
}

function sheetView({ cycle, households, offers, sheet, shares, short, reminder }: GroupOrderView) {
  const names = new Map(offers.map((offer) => [offer.terms.offerId, offer.name]));
  const byOrder = new Map(households.map((one) => [one.order?.id, one]));
  return {
    cycleId: cycle?.id ?? null,
    isSquare: sheet.isSquare,
    estimatedCents: sheet.estimatedCents,
    products: sheet.products.map((product) => ({
      ...product,
      productName: names.get(product.offerId) ?? "",
      shares: shares.filter(({ offerId }) => offerId === product.offerId),
    })),
    households: sheet.households.map((row) => {
      const { householdId = null, name = null } = byOrder.get(row.orderId) ?? {};
      return { householdId, name, ...row };
    }),
    missing: households.flatMap(({ order, householdId, name }) =>
      order === null ? [{ householdId, name }] : [],
    ),
    short: short.map(({ offer, leftMilli }) => {
      return { offerId: offer.terms.offerId, productName: offer.name, leftMilli };
    }),
    reminder,
  };
}

export interface Reminding {
  readonly groupId: GroupId;
  readonly cycleId: CycleId;
}

/** What a reminder answers. */
export interface Reminded extends Reminding {
  readonly households: number;
}

/** Reminds by letter, once a cycle, the households of a group that have not ordered yet. */
export function remindMissing(request: Request, { groupId, cycleId }: Reminding) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({
      group: shownGroup(groupId),
      cycle: cycleForOrder(cycleId),
      households: groupHouseholds({ groupId, cycleId, now }),
    }),
    decide: (
      known,
      principal,
    ): Outcome<Plan<Reminded>, AccessRefusal | NetworkRefusal | OrderRefusal> => {
      const { group, cycle } = known;
      const subjects = { coordinator: group?.id ?? null };
      const allowed = allowPrivate(principal, "groups.coordinate", subjects, "group");
      if (!allowed.ok) return allowed;
      if (group === null) return refuse({ code: "not-found", what: "group" });
      if (cycle === null) return refuse({ code: "not-found", what: "cycle" });
      const isOurs = cycle.groups.length === 0 || cycle.groups.includes(groupId);
      if (!isOurs) return refuse({ code: "cycle-not-for-group", cycleId });
      const open = checkOpen(cycle, now);
      if (!open.ok) return open;
      const missing = known.households.flatMap(({ order, email: to, language, householdId }) =>
        order === null && to !== null ? [{ householdId, to, language }] : [],
      );
      if (missing.length === 0) return refuse({ code: "nobody-missing" });
      const about = { group: group.name, closesAt: cycle.closesAt };
      const letters = missing.flatMap(({ householdId, to, language }) => {
        const key = `group-reminder:${cycleId}:${householdId}`;
        return queueLetter({ key, to, letter: groupReminderMail(language, about), at: now });
      });
      const households = missing.length;
      const sentBy = actorName(principal);
      const note = insertReminder({ cycleId, groupId, sentAt: now, sentBy, households });
      const value = { groupId, cycleId, households };
      return accept({ status: 201, value, statements: [note, ...letters] });
    },
    guards: { [REMINDED]: { code: "reminder-sent" } },
  });
}
