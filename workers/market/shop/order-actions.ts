import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { ruleAt, type RuleVersion } from "#domain/governance/rule.ts";
import type { OrderId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { problemTerms } from "#domain/orders/problem-terms.ts";
import { reportableUntil } from "#domain/orders/problems.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type AddableOffer, addableOffers } from "#store/addable-offers.ts";
import { type OrderRow, orderRow } from "#store/order-reads.ts";
import { type OrderEvent, orderStory } from "#store/order-story.ts";
import { problemsOfOrder, type ShownProblem } from "#store/problem-lists.ts";
import { savingOfOrder } from "#store/round-savings.ts";
import { type ShownLine, shownLines } from "#store/shown-lines.ts";
import { type OrderOccasion, orderOccasion } from "#store/shown-order.ts";
import { householdOfToken, type ShownHousehold } from "#store/shown-household.ts";
import { type Around, aroundLoaders, aroundOf } from "./around.ts";
import { type RuleUsed, rulesUsed } from "./order-rules.ts";

export interface OrderPageView {
  readonly around: Around;
  readonly order: OrderRow;
  readonly lines: readonly ShownLine[];
  readonly occasion: OrderOccasion;
  readonly addable: readonly AddableOffer[];
  readonly story: readonly OrderEvent[];
  /** Its part of the rounds that bring it; null before they were counted. */
  readonly share: { readonly alone: Cents; readonly share: Cents } | null;
  readonly problems: readonly ShownProblem[];
  /** The rules that it was placed under. */
  readonly rules: readonly RuleUsed[];
  /** Until when a problem can be reported; null where the crate was not handed over. */
  readonly reportableUntil: Instant | null;
}

/** An order as its buyer sees it; to others it is not there (DESIGN §6 law 10). */
export async function readOrderPage(
  request: Request,
  orderId: OrderId,
): Promise<Outcome<OrderPageView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    order: orderRow(orderId),
    lines: shownLines(orderId, request.ports.now),
    occasion: orderOccasion(orderId),
    addable: addableOffers(orderId),
    story: orderStory(orderId),
    share: savingOfOrder(orderId),
    problems: problemsOfOrder(orderId),
  });
  const { order, lines, occasion, addable, story, problems, share } = known;
  const missing = refuse({ code: "not-found", what: "order" });
  if (order === null || occasion === null) return missing;
  const { householdId: household, groupId: coordinator, hubId: hub, personId: person } = order;
  const subjects = { order: order.id, household, coordinator, hub, person };
  if (!allow(principal, "orders.read", subjects).ok) return missing;
  const around = aroundOf(known, request);
  const report = { reportableUntil: lastMoment(order, known.rules) };
  const rules = rulesUsed(order, known.rules);
  return accept({
    around,
    order,
    lines,
    occasion,
    addable,
    story,
    problems,
    share,
    rules,
    ...report,
  });
}

/** By the rule that the order was placed under. */
function lastMoment(
  { handedOutAt, placedAt }: OrderRow,
  rules: readonly RuleVersion[],
): Instant | null {
  if (handedOutAt === null) return null;
  return reportableUntil(
    handedOutAt,
    problemTerms((key) => ruleAt(rules, key, placedAt)).reportDays,
  );
}

/** Which order the link that came along opens. */
export async function orderOfLink(request: Request): Promise<Outcome<OrderId, AccessRefusal>> {
  const { principal } = await look(request, {});
  const { orderLink } = principal;
  return orderLink === null ? refuse({ code: "not-found", what: "order" }) : accept(orderLink);
}

/** The household that the token which came along speaks for. */
export async function householdOfLink(request: Request): Promise<ShownHousehold | null> {
  const { bearer } = request.credentials;
  const { known } = await look(request, {
    household: householdOfToken(bearer, request.ports.now),
  });
  return known.household;
}
