import { toRome, type Instant } from "#domain/kernel/instant.ts";
import { walletView } from "#domain/ledger/wallet.ts";
import { cycleState } from "#domain/orders/cycle-state.ts";
import { orderStage } from "#domain/orders/order-stage.ts";
import type { Call } from "#frontend/member/call-facts.ts";
import { callsOfBook } from "./http-book-calls.ts";
import type { HomeView } from "./read-home.ts";
import { isOpenTo } from "./reads.ts";

type Order = HomeView["orders"][number];
type Household = HomeView["households"][number];

/** What comes first where several things wait: what is lost soonest. */
const ORDER: readonly Call["kind"][] = [
  "recovery",
  "pay",
  "below",
  "share-late",
  "member-suspended",
  "member-excluded",
  "pickup",
  "home",
  "sign",
  "members-waiting",
  "reports",
  "group-asked",
  "pay-back",
  "answered",
  "left-out",
  "vote",
  "share-offered",
  "share-free",
  "member-refused",
  "share-due",
  "basket",
  "completing",
  "edit",
  "low",
  "endorse",
  "passkey",
  "office",
  "address",
  "mail-fails",
];

/** Everything that waits for somebody, the most pressing first. */
export function callsOf(view: HomeView, now: Instant): readonly Call[] {
  const calls = [
    ...view.orders.flatMap((order) => callOfOrder(order, now)),
    ...view.households.flatMap((household) => callOfWallet(household, view)),
    ...view.answers.map(callOfAnswer),
    ...callOfBasket(view, now),
    ...callsOfAccess(view, now),
    ...callsOfGroups(view),
    ...callsOfVotes(view),
    ...callsOfBook(view, now),
    ...view.calls.leftOut.map((left) => ({ kind: "left-out", ...left }) as const),
  ];
  return calls.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function callOfOrder(order: Order, now: Instant): readonly Call[] {
  const { id: orderId, code, cycle, dueCents, pickup, slot } = order;
  const stage = orderStage(order, now);
  if (stage === "due" && dueCents !== null) {
    return [{ kind: "pay", orderId, code, amount: dueCents }];
  }
  if (stage === "open") return [{ kind: "edit", orderId, code, closesAt: cycle.closesAt }];
  if (stage === "completing") {
    return [{ kind: "completing", orderId, code, closesAt: cycle.closesAt }];
  }
  if (stage !== "ready") return [];
  const { deliveryDay: day } = cycle;
  const handover = { orderId, code, day, isToday: toRome(now).date === day, slot };
  return pickup === null
    ? [{ kind: "home", ...handover }]
    : [{ kind: "pickup", place: pickup.name, ...handover }];
}

/** A wallet below its floor, or near the end of what its household can spend. */
function callOfWallet(
  { id: householdId, wallet, lowCreditCents }: Household,
  { around }: HomeView,
): readonly Call[] {
  if (wallet === null) return [];
  const { availableCents: available } = walletView(wallet);
  const floor = around.terms?.walletFloor ?? null;
  if (floor !== null && available < floor) {
    return [{ kind: "below", householdId, available, floor }];
  }
  return available < lowCreditCents ? [{ kind: "low", householdId, available }] : [];
}

function callOfAnswer({ orderId, productName, owedCents }: HomeView["answers"][number]): Call {
  const product = productName;
  return owedCents > 0
    ? { kind: "pay-back", orderId, product, amount: owedCents }
    : { kind: "answered", orderId, product };
}

function callOfBasket({ around }: HomeView, now: Instant): readonly Call[] {
  const { week, basket } = around;
  if (week === null || basket.products === 0 || cycleState(week, now) !== "open") return [];
  return [{ kind: "basket", products: basket.products, closesAt: week.closesAt }];
}

function callsOfGroups({ calls, principal }: HomeView): readonly Call[] {
  return calls.asked
    .filter(({ groupId }) => isOpenTo(principal, "groups.coordinate", { coordinator: groupId }))
    .map(({ groupId, groupName: group, waiting }) => {
      return { kind: "group-asked", groupId, group, waiting };
    });
}

/** Votes that somebody has not used, and ideas that look for support. */
function callsOfVotes({ running, ideas }: HomeView): readonly Call[] {
  const waiting = running.filter(({ toCast }) => toCast > 0);
  return [
    ...waiting.map(({ number, title, closesAt }) => {
      return { kind: "vote", number, title, closesAt } as const;
    }),
    ...ideas.map(({ number, title }) => ({ kind: "endorse", number, title }) as const),
  ];
}

/** An office opens to its holder with a passkey alone. */
function callsOfOffice(holdsOffice: boolean, { hasPasskey, begunBy }: HomeView["who"]) {
  if (!holdsOffice || begunBy === "passkey") return [];
  return [{ kind: hasPasskey ? "office" : "passkey" } as const];
}

function callsOfAccess(view: HomeView, now: Instant): readonly Call[] {
  const { calls, addresses, principal, who } = view;
  const { actsFrom, unsigned, unanswered, failingAddress } = calls;
  const maySign = isOpenTo(principal, "acts.countersign");
  const unconfirmed = addresses.filter(({ confirmedAt }) => confirmedAt === null);
  return [
    ...(actsFrom > now ? [{ kind: "recovery", until: actsFrom } as const] : []),
    ...(maySign && unsigned > 0 ? [{ kind: "sign", waiting: unsigned } as const] : []),
    ...(isOpenTo(principal, "problems.answer") && unanswered > 0
      ? [{ kind: "reports", waiting: unanswered } as const]
      : []),
    ...callsOfOffice(view.around.person?.isOfficer === true, who),
    ...unconfirmed.map(({ id, address }) => ({ kind: "address", id, address }) as const),
    ...(failingAddress === null ? [] : [{ kind: "mail-fails", address: failingAddress } as const]),
  ];
}
