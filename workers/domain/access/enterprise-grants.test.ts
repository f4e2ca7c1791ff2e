import { expect, test } from "vitest";
import type { AccessTokenId, EnterpriseId, GrantId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { type Act, allow } from "./access.ts";
import { checkEnterpriseGrants, type EnterpriseGrant } from "./enterprise-grants.ts";
import { ANYONE, type Grant, type Principal } from "./principal.ts";

const orchard = { id: "orchard", roles: ["producer"] } as const;
const depot = { id: "depot", roles: ["hub"] } as const;
const bikes = { id: "bikes", roles: ["courier"] } as const;

test("an orchard opens its goods to a hub, and its crates to couriers", () => {
  expect(checkEnterpriseGrants(["list-in-cycles", "see-orders"], orchard, depot)).toEqual({
    ok: true,
    value: ["list-in-cycles", "see-orders"],
  });
  expect(checkEnterpriseGrants(["transport", "transport"], orchard, bikes)).toEqual({
    ok: true,
    value: ["transport"],
  });
});

test("nothing is opened to who has no use of it, by who does not have it, or to oneself", () => {
  const misfit = (kind: string, enterpriseId: string) => ({
    ok: false,
    refusal: { code: "enterprise-grant-misfit", kind, enterpriseId },
  });
  expect(checkEnterpriseGrants(["list-in-cycles"], orchard, bikes)).toEqual(
    misfit("list-in-cycles", "bikes"),
  );
  expect(checkEnterpriseGrants(["see-orders"], depot, orchard)).toEqual(
    misfit("see-orders", "depot"),
  );
  const both = { id: "farm-shop", roles: ["producer", "hub"] } as const;
  expect(checkEnterpriseGrants(["list-in-cycles"], both, both)).toEqual(
    misfit("list-in-cycles", "farm-shop"),
  );
});

const speaking = (...grants: Grant[]): Principal => {
  const token = { kind: "token", id: "desk" as AccessTokenId, personId: null, grants } as const;
  return { ...ANYONE, who: token };
};
const given = (change: Partial<EnterpriseGrant> = {}): EnterpriseGrant => ({
  id: "grant" as GrantId,
  kind: "manage-products",
  ownerId: "orchard" as EnterpriseId,
  holderId: "depot" as EnterpriseId,
  givenAt: instant(1000),
  givenBy: "token:orchard",
  revokedAt: null,
  revokedBy: null,
  ...change,
});
const may = (grant: EnterpriseGrant, act: Act = "catalogue.edit", who = "depot") =>
  allow(speaking({ role: "hub", subject: who }), act, { producer: "orchard" }, [grant]).ok;

test("what was opened counts for its act, its owner and its holder, until it is revoked", () => {
  expect(may(given())).toBe(true);
  expect(may(given({ revokedAt: instant(2000), revokedBy: "token:orchard" }))).toBe(false);
  expect(may(given({ kind: "see-orders" }))).toBe(false);
  expect(may(given(), "stock.edit")).toBe(false);
  expect(may(given({ ownerId: "mill" as EnterpriseId }))).toBe(false);
  expect(may(given(), "catalogue.edit", "other-depot")).toBe(false);
});

test("it counts for those who speak for the holder, not for who shares its name", () => {
  const ask = (principal: Principal) =>
    allow(principal, "catalogue.edit", { producer: "orchard" }, [given()]).ok;
  expect(ask(speaking({ role: "producer", subject: "depot" }))).toBe(true);
  expect(ask(speaking({ role: "household", subject: "depot" }))).toBe(false);
  expect(ask(ANYONE)).toBe(false);
});
