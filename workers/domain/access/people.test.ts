import { expect, test } from "vitest";
import { type AccessTokenId, id, type PersonId } from "#domain/kernel/ids.ts";
import { HOUR, instant, MINUTE } from "#domain/kernel/instant.ts";
import {
  actOfGranting,
  checkAnother,
  checkInvitable,
  invitationExpiry,
  stateOf,
} from "./people.ts";
import { ANYONE, type Principal } from "./principal.ts";

const anna = id<PersonId>("01jd3x5k7m9npqrstvwxyz0125");
const bruno = id<PersonId>("01jd3x5k7m9npqrstvwxyz0126");
const fresh = { suspendedAt: null, passkeys: 0, hasConfirmedAddress: false };

test("somebody is invited until they came in once, and suspended whatever else is so", () => {
  expect(stateOf(fresh)).toBe("invited");
  expect(stateOf({ ...fresh, passkeys: 1 })).toBe("active");
  expect(stateOf({ ...fresh, hasConfirmedAddress: true })).toBe("active");
  expect(stateOf({ ...fresh, passkeys: 1, suspendedAt: instant(5) })).toBe("suspended");
});

test("an invitation by letter lives three days, one in person a quarter of an hour", () => {
  expect(invitationExpiry("mail", instant(0))).toBe(72 * HOUR);
  expect(invitationExpiry("recovery", instant(0))).toBe(72 * HOUR);
  expect(invitationExpiry("in-person", instant(0))).toBe(15 * MINUTE);
});

test("one office among the roles makes giving them an act of two", () => {
  expect(actOfGranting([{ role: "member" }], "people.invite")).toBe("people.invite");
  expect(actOfGranting([{ role: "member" }, { role: "auditor" }], "people.invite")).toBe(
    "offices.grant",
  );
  expect(actOfGranting([], "roles.grant")).toBe("roles.grant");
});

test("who has a passkey is not invited again, and who is suspended is not at all", () => {
  expect(checkInvitable(fresh).ok).toBe(true);
  expect(checkInvitable({ ...fresh, passkeys: 1 })).toEqual({
    ok: false,
    refusal: { code: "person-enrolled" },
  });
  expect(checkInvitable({ ...fresh, suspendedAt: instant(5) })).toEqual({
    ok: false,
    refusal: { code: "person-suspended" },
  });
});

test("nobody does it to themselves, not even through a token of their own", () => {
  const tokenId = id<AccessTokenId>(bruno);
  const byToken: Principal = {
    ...ANYONE,
    who: { kind: "token", id: tokenId, personId: anna, grants: [] },
  };
  expect(checkAnother(byToken, bruno).ok).toBe(true);
  expect(checkAnother(byToken, anna)).toEqual({
    ok: false,
    refusal: { code: "not-on-yourself" },
  });
});
