import { expect, test } from "vitest";
import {
  type AccessTokenId,
  id,
  type OrderId,
  type PasskeyId,
  type PersonId,
  type SessionId,
} from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { type Act, ACTS, allow, allowPrivate, openingOf } from "./access.ts";
import { ANYONE, type Grant, type Principal } from "./principal.ts";

const tokenId = id<AccessTokenId>("01jd3x5k7m9npqrstvwxyz0123");
const order = id<OrderId>("01jd3x5k7m9npqrstvwxyz0124");
const holding = (...grants: Grant[]): Principal => ({
  ...ANYONE,
  who: { kind: "token", id: tokenId, personId: null, grants },
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
  const link: Principal = {
    ...ANYONE,
    who: { kind: "order-link", orderId: order },
    orderLink: order,
  };
  expect(allow(link, "orders.read", { order }).ok).toBe(true);
  expect(allow(link, "orders.edit", { order }).ok).toBe(true);
  expect(allow(link, "orders.read", { order: tokenId }).ok).toBe(false);
  expect(allow(link, "orders.list").ok).toBe(false);
});

test("the set-up token sets the network up and opens nothing more", () => {
  const setup: Principal = { ...ANYONE, who: { kind: "setup" } };
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
    const isOwn = open.self === true && open.all === undefined;
    expect([act, mayDo]).toEqual([act, open.anyone === true || (reads && !isOwn)]);
  }
});

const anna = id<PersonId>("01jd3x5k7m9npqrstvwxyz0125");
const proof = {
  personId: anna,
  passkeyId: id<PasskeyId>(tokenId),
  isSeconded: false,
  secondedBy: null,
};

test("what binds everyone asks for a passkey, and for a second person where it says so", () => {
  const officer = holding({ role: "officer", subject: "" });
  const codeOf = (principal: Principal, act: Act) => {
    const allowed = allow(principal, act, { hub: "H" });
    return allowed.ok ? "yes" : allowed.refusal.code;
  };
  expect(codeOf(officer, "cycles.close")).toBe("passkey-needed");
  expect(codeOf(officer, "rules.decide")).toBe("passkey-needed");
  const signed = { ...officer, proof };
  expect(codeOf(signed, "cycles.close")).toBe("yes");
  expect(codeOf(signed, "rules.decide")).toBe("second-person-needed");
  const seconded = { ...officer, proof: { ...proof, isSeconded: true } };
  expect(codeOf(seconded, "rules.decide")).toBe("yes");
  expect(codeOf({ ...ANYONE, proof }, "cycles.close")).toBe("not-signed-in");
});

test("what is one's own is changed with a passkey by those who have one", () => {
  const session = { kind: "member", startedAt: instant(0), seenAt: instant(0) } as const;
  const person = (hasPasskey: boolean): Principal => ({
    ...ANYONE,
    who: {
      kind: "person",
      id: anna,
      sessionId: id<SessionId>(tokenId),
      session,
      begunBy: "code",
      hasPasskey,
      grants: [],
    },
  });
  const mine = { person: anna };
  expect(allow(person(false), "passkeys.add", mine).ok).toBe(true);
  expect(allow(person(true), "passkeys.add", mine)).toEqual({
    ok: false,
    refusal: { code: "passkey-needed", act: "passkeys.add" },
  });
  expect(allow({ ...person(true), proof }, "passkeys.add", mine).ok).toBe(true);
  expect(allow(person(false), "passkeys.add", { person: tokenId }).ok).toBe(false);
});
