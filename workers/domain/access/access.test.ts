import { expect, test } from "vitest";
import { type AccessTokenId, id, type OrderId } from "#domain/kernel/ids.ts";
import { type Act, ACTS, allow, allowPrivate, openingOf } from "./access.ts";
import { ANYONE, type Grant, type Principal } from "./principal.ts";

const tokenId = id<AccessTokenId>("01jd3x5k7m9npqrstvwxyz0123");
const order = id<OrderId>("01jd3x5k7m9npqrstvwxyz0124");
const holding = (...grants: Grant[]): Principal => ({
  who: { kind: "token", id: tokenId, grants },
  basket: null,
});

test("anyone reads the catalogue and places an order, nobody else's books", () => {
  expect(allow(ANYONE, "catalogue.read").ok).toBe(true);
  expect(allow(ANYONE, "orders.place").ok).toBe(true);
  expect(allow(ANYONE, "ledger.read")).toEqual({
    ok: false,
    refusal: { code: "not-signed-in" },
  });
});

test("a producer edits its own products and no other's", () => {
  const producer = holding({ role: "producer", subject: "P02" });
  expect(allow(producer, "catalogue.edit", { producer: "P02" }).ok).toBe(true);
  expect(allow(producer, "catalogue.edit", { producer: "P03" })).toEqual({
    ok: false,
    refusal: { code: "not-allowed", act: "catalogue.edit" },
  });
  expect(allow(producer, "catalogue.edit").ok).toBe(false);
});

test("what is private is not there for those it does not belong to", () => {
  const neighbour = holding({ role: "household", subject: "H02" });
  const ask = (principal: Principal, household: string) =>
    allowPrivate(principal, "households.read", { household }, "household");
  expect(ask(neighbour, "H02").ok).toBe(true);
  expect(ask(neighbour, "H01")).toEqual({
    ok: false,
    refusal: { code: "not-found", what: "household" },
  });
  expect(ask(ANYONE, "H01")).toEqual({ ok: false, refusal: { code: "not-signed-in" } });
});

test("an order's link opens that order, to read and to edit, and nothing else", () => {
  const link: Principal = { who: { kind: "order-link", orderId: order }, basket: null };
  expect(allow(link, "orders.read", { order }).ok).toBe(true);
  expect(allow(link, "orders.edit", { order }).ok).toBe(true);
  expect(allow(link, "orders.read", { order: tokenId }).ok).toBe(false);
  expect(allow(link, "orders.list").ok).toBe(false);
});

test("the set-up token sets the network up and opens nothing more", () => {
  const setup: Principal = { who: { kind: "setup" }, basket: null };
  for (const act of Object.keys(ACTS) as Act[]) {
    const opening = openingOf(act);
    const expected = opening.anyone === true || opening.setup === true;
    expect(allow(setup, act).ok).toBe(expected);
  }
});

test("an auditor reads and changes nothing", () => {
  const auditor = holding({ role: "auditor", subject: "" });
  for (const act of Object.keys(ACTS) as Act[]) {
    const mayDo = allow(auditor, act).ok;
    const open = openingOf(act);
    const reads = act.endsWith(".read") || act.endsWith(".list");
    expect([act, mayDo]).toEqual([act, open.anyone === true || reads]);
  }
});
