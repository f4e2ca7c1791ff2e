import { expect, test } from "vitest";
import { type AccessTokenId, id } from "#domain/kernel/ids.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import { instant } from "#domain/kernel/instant.ts";
import { actorName, ANYONE, whoHoldsToken } from "./principal.ts";

const tokenId = id<AccessTokenId>("01jd3x5k7m9npqrstvwxyz0123");

test("a token that expired or was revoked is nobody", () => {
  const record = {
    id: tokenId,
    personId: null,
    expiresAt: instant(1000),
    revokedAt: null,
    grants: [],
  };
  expect(whoHoldsToken(record, instant(999)).kind).toBe("token");
  expect(whoHoldsToken(record, instant(1000)).kind).toBe("anonymous");
  const revoked = { ...record, expiresAt: null, revokedAt: instant(5) };
  expect(whoHoldsToken(revoked, instant(6)).kind).toBe("anonymous");
  expect(whoHoldsToken(null, instant(6)).kind).toBe("anonymous");
});

test("history names who acted without naming a person", () => {
  const basket = digestOfText("basket");
  const token = { kind: "token", id: tokenId, personId: null, grants: [] } as const;
  expect(actorName(ANYONE)).toBe("anonymous");
  expect(actorName({ ...ANYONE, basket })).toBe(`basket:${basket.slice(0, 16)}`);
  expect(actorName({ ...ANYONE, who: token })).toBe(`token:${tokenId}`);
  expect(actorName({ ...ANYONE, who: { kind: "system", name: "cron" } })).toBe("system:cron");
  expect(actorName({ ...ANYONE, who: { kind: "setup" } })).toBe("setup");
});
