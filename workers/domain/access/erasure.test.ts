import { describe, expect, test } from "vitest";
import { id, type HouseholdId, type PersonId, type SessionId } from "#domain/kernel/ids.ts";
import { instant, MINUTE } from "#domain/kernel/instant.ts";
import { checkPresent, checkSettled } from "./erasure.ts";
import type { SignedIn } from "./principal.ts";

const free = { openOrders: [], wallets: [], dues: [], memberships: [], households: [] };

describe("somebody's data go", () => {
  test("when nothing ties them to others any more", () => {
    const households = [id<HouseholdId>("01jz9x0000000000000000c0s1")];
    expect(checkSettled({ ...free, households }).ok).toBe(true);
  });

  test.each(["openOrders", "wallets", "dues", "memberships"] as const)(
    "not while there are %s",
    (tie) => {
      const { households: _, ...nothing } = free;
      const refusal = { code: "settle-first", ...nothing, [tie]: ["one"] };
      expect(checkSettled({ ...free, [tie]: ["one"] })).toEqual({ ok: false, refusal });
    },
  );
});

describe("who asks for their own erasure is there themselves", () => {
  const signedIn = (own: Partial<SignedIn>): SignedIn => ({
    kind: "person",
    id: id<PersonId>("01jz9x0000000000000000c0s1"),
    sessionId: id<SessionId>("01jz9x0000000000000000c0s2"),
    session: { startedAt: instant(1000), seenAt: instant(1000), kind: "member" },
    begunBy: "code",
    hasPasskey: false,
    grants: [],
    ...own,
  });

  test("by a code of the last quarter of an hour", () => {
    const at = (ms: number) => checkPresent(signedIn({}), instant(1000 + ms));
    expect(at(15 * MINUTE - 1).ok).toBe(true);
    expect(at(15 * MINUTE)).toEqual({ ok: false, refusal: { code: "sign-in-anew" } });
  });

  test("or by their passkey, however long they are signed in", () => {
    const who = signedIn({ hasPasskey: true });
    expect(checkPresent(who, instant(1000 + 600 * MINUTE)).ok).toBe(true);
  });

  test("a session that a passkey of before began shows nobody", () => {
    const who = signedIn({ begunBy: "passkey" });
    expect(checkPresent(who, instant(1001)).ok).toBe(false);
  });
});
