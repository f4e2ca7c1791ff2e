import { Hono } from "hono";
import { isId } from "#domain/kernel/ids.ts";
import {
  civilDate,
  fromRome,
  type Instant,
  instant,
  isCivilDate,
  toRome,
} from "#domain/kernel/instant.ts";
import { orderStage } from "#domain/orders/order-stage.ts";
import { type ListedOrder, OwnOrders } from "#frontend/member/own-orders.tsx";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { writeNotFor } from "./http-act.tsx";
import { type OwnOrdersView, readOwnOrders } from "./read-own-orders.ts";

/** One's own orders, by year, the newest first. */
export const ownOrderPages = new Hono<Edge>().get("/", async (c) => {
  const { request } = c.var;
  const { now } = request.ports;
  const asked = c.req.query("anno") ?? "";
  const year = isYear(asked) ? asked : null;
  const after = c.req.query("dopo") ?? "";
  const page = { ...stretchOf(year, now), after: isId(after) ? after : null };
  const read = await readOwnOrders(request, page);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, orders, firstAt } = read.value;
  const facts = {
    orders: orders.items.map((order) => listed(order, now, around.person?.name ?? "")),
    year,
    years: yearsSince(firstAt ?? now, now),
    next: orders.next,
    isFirst: page.after === null,
  };
  const t = wordsOf(c);
  const children = <OwnOrders t={t} facts={facts} />;
  return writePage(c, around, { title: t.member.orders.title, path: "/io/ordini", children });
});

function isYear(text: string): boolean {
  return /^20\d\d$/.test(text) && isCivilDate(`${text}-01-01`);
}

/** From one New Year's midnight in Rome to the next; all there is without a year. */
function stretchOf(year: string | null, now: Instant): { from: Instant; until: Instant } {
  if (year === null) return { from: instant(0), until: instant(now + 1) };
  return { from: newYear(Number(year)), until: newYear(Number(year) + 1) };
}

function newYear(year: number): Instant {
  return fromRome({ date: civilDate(`${year}-01-01`), minuteOfDay: 0 });
}

function yearsSince(first: Instant, now: Instant): readonly string[] {
  const [from, until] = [yearOf(first), yearOf(now)];
  return Array.from({ length: Math.max(1, until - from + 1) }, (_, back) => String(until - back));
}

function yearOf(at: Instant): number {
  return Number(toRome(at).date.slice(0, 4));
}

function listed(
  order: OwnOrdersView["orders"]["items"][number],
  now: Instant,
  reader: string,
): ListedOrder {
  const { id, code, placedAt, cycle, householdName, pickup, products } = order;
  const { estimatedTotalCents, finalTotalCents } = order;
  return {
    id,
    code,
    stage: orderStage(order, now),
    placedAt,
    closesAt: cycle.closesAt,
    deliveryDay: cycle.deliveryDay,
    // A household is mostly called like the person who reads.
    householdName: householdName === reader ? null : householdName,
    place: pickup?.name ?? null,
    products,
    total: finalTotalCents ?? estimatedTotalCents,
    isEstimate: finalTotalCents === null,
  };
}
