import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { EnterpriseId, OrderId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { orderRow } from "#store/order-reads.ts";
import type { Page, PageAsked } from "#store/page.ts";
import { problemPage, problemsOfOrder, type ShownProblem } from "#store/problem-lists.ts";

/** A report as the producer of the thing reads it: not whose order it was. */
export type ProducerProblem = Omit<ShownProblem, "orderId" | "orderCode" | "lineId">;

/** All reports, newest first, for those who answer them and those who keep the books. */
export async function listProblems(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<ShownProblem>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: problemPage(null, asked) });
  const allowed = allow(principal, "problems.read");
  return allowed.ok ? accept(known.page) : allowed;
}

/** The reports of a producer's goods, newest first. */
export async function listProducerProblems(
  request: Request,
  producer: EnterpriseId,
  asked: PageAsked,
): Promise<Outcome<Page<ProducerProblem>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: problemPage(producer, asked) });
  const allowed = allow(principal, "producer-problems.read", { producer });
  if (!allowed.ok) return allowed;
  return accept({ items: known.page.items.map(withoutOrder), next: known.page.next });
}

function withoutOrder(problem: ShownProblem): ProducerProblem {
  const { orderId: _order, orderCode: _code, lineId: _line, ...rest } = problem;
  return rest;
}

/** The reports of one order, for those who may read it. */
export async function listOrderProblems(
  request: Request,
  orderId: OrderId,
): Promise<Outcome<{ readonly items: readonly ShownProblem[] }, AccessRefusal>> {
  const { known, principal } = await look(request, {
    order: orderRow(orderId),
    items: problemsOfOrder(orderId),
  });
  const { order, items } = known;
  if (order === null) return refuse({ code: "not-found", what: "order" });
  const { personId: person, householdId: household, groupId: coordinator, hubId: hub } = order;
  const subjects = { order: orderId, person, household, coordinator, hub };
  if (!allow(principal, "orders.read", subjects).ok) {
    return refuse({ code: "not-found", what: "order" });
  }
  return accept({ items });
}
