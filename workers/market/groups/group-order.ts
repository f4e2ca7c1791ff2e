import { allow, allowPrivate } from "#domain/access/access.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { roomLeft } from "#domain/orders/completion.ts";
import { type CycleState, cycleState } from "#domain/orders/cycle-state.ts";
import { type GroupSheet, groupSheet } from "#domain/orders/group-sheet.ts";
import {
  type GroupHousehold,
  groupHouseholds,
  type GroupLine,
  groupLines,
  type GroupOffer,
  groupOffers,
  type GroupShare,
  groupShares,
} from "#store/group-orders.ts";
import { type Reminder, remindersOf } from "#store/group-reminders.ts";
import { type GroupRequestRow, waitingFor } from "#store/group-requests.ts";
import {
  type GroupCycle,
  groupCycle,
  groupCycles,
  type GroupOrderAsked,
  type ShownGroup,
  shownGroup,
} from "#store/group-shown.ts";
import type { Loaded } from "#store/statement.ts";

/** What a group orders together in one cycle, in one round trip with whatever else is asked. */
export function groupOrderLoaders(asked: GroupOrderAsked) {
  return {
    group: shownGroup(asked.groupId),
    cycle: groupCycle(asked),
    cycles: groupCycles(asked),
    households: groupHouseholds(asked),
    lines: groupLines(asked),
    offers: groupOffers(asked),
    shares: groupShares(asked),
    reminders: remindersOf(asked.groupId),
    waiting: waitingFor(asked.groupId),
  };
}

/** An offer that is not yet what it could be: its box, or its producer's minimum. */
export interface ShortOffer {
  readonly offer: GroupOffer;
  /** Null while its producer is below its minimum: any quantity helps. */
  readonly leftMilli: Milli | null;
}

/** A group's order, as far as this reader may see it. */
export interface GroupOrderView {
  readonly group: ShownGroup;
  readonly cycle: (GroupCycle & { readonly now: CycleState }) | null;
  readonly cycles: readonly GroupCycle[];
  /** Whoever coordinates sees who ordered what. */
  readonly isCoordinator: boolean;
  /** The reader's own households in the group. */
  readonly own: readonly GroupHousehold[];
  readonly households: readonly GroupHousehold[];
  readonly lines: readonly GroupLine[];
  readonly offers: readonly GroupOffer[];
  readonly shares: readonly GroupShare[];
  readonly short: readonly ShortOffer[];
  readonly sheet: GroupSheet<GroupLine>;
  readonly reminder: Reminder | null;
  readonly waiting: readonly GroupRequestRow[];
}

/** What was read, for those who may: a household of the group, whoever coordinates it, officers. */
export function groupOrderOf(
  known: Loaded<ReturnType<typeof groupOrderLoaders>>,
  principal: Principal,
  now: Instant,
): Outcome<GroupOrderView, AccessRefusal> {
  const { group, households } = known;
  const own = households.filter((one) => isOwn(principal, one));
  const subjects = {
    coordinator: group?.id ?? null,
    household: own[0]?.householdId ?? null,
  };
  const allowed = allowPrivate(principal, "group-orders.read", subjects, "group");
  if (!allowed.ok) return allowed;
  if (group === null) return refuse({ code: "not-found", what: "group" });
  const isCoordinator = allow(principal, "group-sheets.read", { coordinator: group.id }).ok;
  const { cycle, lines, offers, shares } = known;
  const orders = households.flatMap(({ order }) => (order === null ? [] : [order]));
  return accept({
    ...known,
    group,
    cycle: cycle === null ? null : { ...cycle, now: cycleState(cycle, now) },
    isCoordinator,
    own,
    short: offers.flatMap(shortOf),
    sheet: groupSheet({ lines, offers, orders, shares, groupId: group.id }),
    reminder: cycle === null ? null : reminderIn(known.reminders, cycle.id),
  });
}

function reminderIn(reminders: ReadonlyMap<CycleId, Reminder>, cycle: CycleId): Reminder | null {
  return reminders.get(cycle) ?? null;
}

function isOwn({ who }: Principal, { householdId }: GroupHousehold): boolean {
  if (who.kind !== "person" && who.kind !== "token") return false;
  return who.grants.some(({ role, subject }) => role === "household" && subject === householdId);
}

function shortOf(offer: GroupOffer): ShortOffer[] {
  const { terms, demandMilli, toleranceMilli, minimum } = offer;
  const leftMilli = roomLeft({
    offerId: terms.offerId,
    boxUnits: terms.boxUnits,
    stepMilli: terms.stepMilli,
    demandMilli,
    toleranceMilli,
    producerOrderedCents: minimum.orderedCents,
    producerMinimumCents: minimum.minimumCents,
  });
  return leftMilli === 0 ? [] : [{ offer, leftMilli }];
}
