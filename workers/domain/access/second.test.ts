import { expect, test } from "vitest";
import { id, type PasskeyId, type PersonId } from "#domain/kernel/ids.ts";
import { HOUR, instant } from "#domain/kernel/instant.ts";
import { type Act, ACTS } from "./access.ts";
import { needOf } from "./needs.ts";
import { ANYONE } from "./principal.ts";
import { checkSecond, isOpenTo, SECONDED, secondedAct, secondExpiry } from "./second.ts";

const anna = id<PersonId>("01jd3x5k7m9npqrstvwxyz0125");
const bruno = id<PersonId>("01jd3x5k7m9npqrstvwxyz0126");
const carla = id<PersonId>("01jd3x5k7m9npqrstvwxyz0127");
const open = {
  askedBy: anna,
  expiresAt: secondExpiry(instant(0)),
  signedBy: null,
  usedAt: null,
  withdrawnAt: null,
};
const closed = { ok: false, refusal: { code: "countersignature-closed" } };

test("every act that needs a second person has a request by which it is asked", () => {
  const needing = (Object.keys(ACTS) as Act[]).filter((act) => needOf(act) === "second");
  const asked = new Set<Act>(SECONDED.map(({ act }) => act));
  expect(needing.filter((act) => !asked.has(act))).toEqual([]);
});

test("what a request does is told by its address, to the letter", () => {
  const told = (method: string, path: string) => secondedAct({ method, path });
  expect(told("POST", "/api/v1/rules/network-fee/versions")).toBe("rules.decide");
  expect(told("POST", `/api/v1/people/${anna}/enrolments`)).toBe("passkeys.give-in-person");
  expect(told("DELETE", `/api/v1/people/${anna}/roles/${bruno}`)).toBe("offices.grant");
  expect(told("GET", "/api/v1/rules/network-fee/versions")).toBeNull();
  expect(told("POST", "/api/v1/rules/network-fee/versions/")).toBeNull();
  expect(told("POST", "/api/v1/people?x=/api/v1/people")).toBeNull();
});

test("another person signs within three days, and nobody signs their own", () => {
  expect(checkSecond(open, bruno, instant(72 * HOUR - 1))).toEqual({ ok: true, value: "open" });
  expect(checkSecond(open, bruno, instant(72 * HOUR))).toEqual(closed);
  expect(checkSecond(open, anna, instant(0))).toEqual({
    ok: false,
    refusal: { code: "countersignature-own" },
  });
});

test("what is signed, used or withdrawn takes no other signature", () => {
  const signed = { ...open, signedBy: bruno };
  expect(checkSecond(signed, carla, instant(0))).toEqual(closed);
  expect(checkSecond(signed, bruno, instant(0))).toEqual({ ok: true, value: "signed" });
  expect(checkSecond({ ...open, withdrawnAt: instant(1) }, bruno, instant(2))).toEqual(closed);
  expect(checkSecond({ ...open, usedAt: instant(1) }, bruno, instant(2))).toEqual(closed);
});

test("a signature that is missing does not close an act, a missing role does", () => {
  const holding = (role: "officer" | "treasurer", passkey: boolean) => ({
    ...ANYONE,
    who: {
      kind: "token" as const,
      id: id<never>(bruno),
      personId: bruno,
      grants: [{ role, subject: "" }],
    },
    proof: passkey
      ? { personId: bruno, passkeyId: id<PasskeyId>(bruno), isSeconded: false, secondedBy: null }
      : null,
  });
  expect(isOpenTo(holding("officer", false), "rules.decide").ok).toBe(true);
  expect(isOpenTo(holding("officer", true), "rules.decide").ok).toBe(true);
  expect(isOpenTo(holding("treasurer", true), "rules.decide").ok).toBe(false);
});
