import { expect, test } from "vitest";
import { sumCents } from "#domain/kernel/money.ts";
import { plannedVeronetta } from "#tests/veronetta-rounds.ts";
import { routeCents } from "./figures.ts";
import { orderShares } from "./shares.ts";

const { legend, problem, plan } = plannedVeronetta();

test("the parts of all orders add up to the rounds from the hub, and each to what it saves", () => {
  const shares = orderShares(problem, plan, legend);
  const evening = new Set(
    legend.vehicles.filter(({ task }) => task === "deliver").map(({ id }) => id),
  );
  const rounds = routeCents(problem, plan).filter((_, i) =>
    evening.has(plan.routes[i]?.vehicle ?? 0),
  );
  expect(sumCents(shares.map(({ share }) => share))).toBe(sumCents(rounds));
  for (const { alone, share, saved } of shares) expect(share + saved).toBe(alone);
  const drops = legend.stops.filter(({ kind }) => kind !== "collection");
  expect(shares.map(({ orderId }) => orderId)).toEqual(drops.map(({ ref }) => ref));
});

test("a door farther away has a larger part", () => {
  const shares = orderShares(problem, plan, legend);
  const order = (id: string) => shares.find(({ orderId }) => orderId === id)?.alone ?? 0;
  // Via Santa Chiara lies beyond via Muro Padri 8 on the way from the hub.
  expect(order("H29")).toBeGreaterThan(order("H25"));
});
