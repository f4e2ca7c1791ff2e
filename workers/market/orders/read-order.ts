import type { AccessRefusal } from "#domain/access/refusals.ts";
import { allow } from "#domain/access/access.ts";
import type { OrderId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { orderLines, orderRow } from "#store/order-reads.ts";
import { subjectsOf } from "./change-order.ts";
import { type OrderView, viewOrder } from "./order-view.ts";

/** An order as its household, its guest or the hub reads it; to others it is not there. */
export async function readOrder(
  request: Request,
  orderId: OrderId,
): Promise<Outcome<OrderView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    order: orderRow(orderId),
    lines: orderLines(orderId, request.ports.now),
  });
  const { order, lines } = known;
  if (order === null) return refuse({ code: "not-found", what: "order" });
  if (!allow(principal, "orders.read", subjectsOf(order)).ok) {
    return refuse({ code: "not-found", what: "order" });
  }
  return accept(viewOrder(order, lines));
}
