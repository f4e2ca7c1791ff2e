import { expect, test } from "vitest";
import { type AccessTokenId, id, type PersonId, type SessionId } from "#domain/kernel/ids.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import { DAY, instant, MINUTE } from "#domain/kernel/instant.ts";
import { actorName, ANYONE, type Grant, whoHoldsToken, whoIsSignedIn } from "./principal.ts";

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

test("who is given an office while signed in has an officer's limits at once", () => {
  const session = { kind: "member", startedAt: instant(0), seenAt: instant(0) } as const;
  const record = (...grants: readonly Grant[]) => ({
    id: id<PersonId>("01jd3x5k7m9npqrstvwxyz0123"),
    sessionId: id<SessionId>("01jd3x5k7m9npqrstvwxyz0124"),
    session,
    begunBy: "code" as const,
    hasPasskey: false,
    grants,
  });
  const officer = { role: "officer", subject: "" } as const;
  expect(whoIsSignedIn(record(), instant(DAY)).kind).toBe("person");
  expect(whoIsSignedIn(record(officer), instant(DAY)).kind).toBe("anonymous");
  expect(whoIsSignedIn(record(officer), instant(30 * MINUTE - 1)).kind).toBe("person");
});

test("an office opens nothing to who came in by a code, whatever else they hold does", () => {
  const session = { kind: "officer", startedAt: instant(0), seenAt: instant(0) } as const;
  const held = [
    { role: "officer", subject: "" },
    { role: "auditor", subject: "" },
    { role: "member", subject: "" },
    { role: "producer", subject: "malga" },
  ] as const;
  const grantsBy = (begunBy: "code" | "passkey") => {
    const personId = id<PersonId>("01jd3x5k7m9npqrstvwxyz0123");
    const sessionId = id<SessionId>("01jd3x5k7m9npqrstvwxyz0124");
    const record = { id: personId, sessionId, session, begunBy, hasPasskey: true, grants: held };
    const who = whoIsSignedIn(record, instant(1));
    return who.kind === "person" ? who.grants.map(({ role }) => role) : null;
  };
  expect(grantsBy("passkey")).toEqual(["officer", "auditor", "member", "producer"]);
  expect(grantsBy("code")).toEqual(["member", "producer"]);
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
