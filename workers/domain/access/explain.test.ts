import { expect, test } from "vitest";
import type { AccessTokenId, EnterpriseId, GrantId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { type Act, ACTS, type Subjects } from "./access.ts";
import { ENTERPRISE_GRANTS, type EnterpriseGrant } from "./enterprise-grants.ts";
import { explain, type HeldRole } from "./explain.ts";
import { ANYONE, type Principal, type Role, ROLES } from "./principal.ts";

const held = (role: Role, subject: string, revokedAt: number | null = null): HeldRole => ({
  role,
  subject,
  grantedAt: instant(1000),
  grantedBy: "token:officer",
  revokedAt: revokedAt === null ? null : instant(revokedAt),
  revokedBy: revokedAt === null ? null : "token:officer",
});
const opened = (kind: EnterpriseGrant["kind"], revokedAt: number | null = null) => ({
  id: `grant-${kind}` as GrantId,
  kind,
  ownerId: "orchard" as EnterpriseId,
  holderId: "depot" as EnterpriseId,
  givenAt: instant(2000),
  givenBy: "token:farmer",
  revokedAt: revokedAt === null ? null : instant(revokedAt),
  revokedBy: revokedAt === null ? null : "token:farmer",
});
const speaking = (roles: readonly HeldRole[]): Principal => {
  const grants = roles.filter(({ revokedAt }) => revokedAt === null);
  const token = { kind: "token", id: "desk" as AccessTokenId, personId: null, grants } as const;
  return { ...ANYONE, who: token };
};
const ask = (roles: HeldRole[], given: EnterpriseGrant[], act: Act, owners: Subjects) =>
  explain({ principal: speaking(roles), roles, given }, act, owners);

const orchards = { producer: "orchard" };

test("a role says since when and by whom it opens a thing", () => {
  const { isOpen, keys, lost } = ask([held("producer", "orchard")], [], "stock.edit", orchards);
  expect([isOpen, lost]).toEqual([true, []]);
  expect(keys).toEqual([
    {
      role: "producer",
      subject: "orchard",
      grantedAt: 1000,
      grantedBy: "token:officer",
      through: null,
      revokedAt: null,
      revokedBy: null,
    },
  ]);
});

test("a grant says who opened what, and once revoked who shut it", () => {
  const depot = [held("hub", "depot")];
  const open = ask(depot, [opened("manage-products")], "catalogue.edit", orchards);
  expect([open.isOpen, open.keys[0]?.through?.givenBy]).toEqual([true, "token:farmer"]);
  const shut = ask(depot, [opened("manage-products", 3000)], "catalogue.edit", orchards);
  expect([shut.isOpen, shut.keys]).toEqual([false, []]);
  expect(shut.lost).toMatchObject([{ role: "hub", revokedAt: 3000, revokedBy: "token:farmer" }]);
  expect(shut.opensTo).toEqual({
    all: ["officer"],
    own: ["producer"],
    through: ["manage-products"],
  });
});

test("what is open to anyone needs no key, and a lost role opens nothing", () => {
  const anyone = explain({ principal: ANYONE, roles: [], given: [] }, "catalogue.read", {});
  expect([anyone.isOpen, anyone.isOpenAnyway, anyone.keys]).toEqual([true, true, []]);
  const past = ask([held("officer", "", 5000)], [], "network.edit", {});
  expect([past.isOpen, past.isOpenAnyway]).toEqual([false, false]);
  expect(past.lost).toMatchObject([{ role: "officer", revokedAt: 5000 }]);
});

// Two tellings of the same rules, `allow` and `explain`, must never part.
test("whatever is open has a key, and whatever has a key is open", () => {
  const owners: Subjects = { producer: "orchard", hub: "mill", household: "rossi" };
  const subjects = ["", "orchard", "depot", "mill", "rossi"];
  const given = ENTERPRISE_GRANTS.map((kind) => opened(kind));
  for (const act of Object.keys(ACTS) as Act[]) {
    for (const role of ROLES) {
      for (const subject of subjects) {
        const roles = [held(role, subject)];
        const said = ask(roles, given, act, owners);
        const isPlain = said.keys.length > 0 || said.isOpenAnyway;
        expect([act, role, subject, isPlain]).toEqual([act, role, subject, said.isOpen]);
      }
    }
  }
});
