import { expect, test } from "vitest";
import { type AssemblyId, id, type MemberId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import type { Presence } from "./attendance.ts";
import { type Assembly, inState, minutesDigest, turnoutOf } from "./record.ts";

const memberId = (letter: string) => id<MemberId>(letter.repeat(26));
const assembly: Assembly = {
  id: id<AssemblyId>("a".repeat(26)),
  number: 7,
  kind: "ordinary",
  generalId: null,
  delegates: null,
  title: "Assemblea di dicembre",
  place: "Casa Comune",
  link: null,
  agenda: [{ title: "Bilancio", detail: "", proposalId: null }],
  firstCallAt: instant(10_000),
  secondCallAt: null,
  convenedAt: instant(1000),
  constitutedAt: instant(10_100),
  constituted: {
    call: 1,
    at: instant(10_100),
    present: 2,
    electorate: 3,
    chairId: memberId("b"),
    secretaryId: memberId("c"),
  },
  closedAt: instant(12_000),
  cancelledAt: null,
  cancelledReason: null,
  sealed: null,
  version: 4,
};
const there = (letter: string): Presence => ({
  memberId: memberId(letter),
  how: "in-person",
  holderId: null,
  arrivedAt: instant(10_000),
  leftAt: null,
});

test("a deed is done in its own state, and the refusal says where the assembly is", () => {
  expect(inState(assembly, instant(13_000), ["closed"])).toEqual({ ok: true, value: "closed" });
  expect(inState(assembly, instant(13_000), ["draft", "convened"])).toEqual({
    ok: false,
    refusal: { code: "assembly-elsewhere", state: "closed" },
  });
});

test("the seal of minutes is over words, convocation and who took part, in whatever order", () => {
  const presences = [there("b"), there("c")];
  const sealed = minutesDigest(assembly, presences, "Si approva.");
  expect(minutesDigest(assembly, presences.toReversed(), "Si approva.")).toBe(sealed);
  const others = [
    minutesDigest(assembly, presences, "Si approva!"),
    minutesDigest(assembly, [there("b")], "Si approva."),
    minutesDigest({ ...assembly, agenda: [] }, presences, "Si approva."),
    minutesDigest({ ...assembly, closedAt: instant(12_001) }, presences, "Si approva."),
  ];
  for (const other of others) expect(other).not.toBe(sealed);
});

test("a turnout is held against the call that it is, and once constituted against that one", () => {
  const day = 24 * 3600 * 1000;
  const called = { ...assembly, constituted: null, constitutedAt: null, closedAt: null };
  const twice = { ...called, secondCallAt: instant(10_000 + day) };
  const came = { present: 2, electorate: 9 };
  expect(turnoutOf(twice, came, instant(10_000))).toEqual({ ...came, needed: 5 });
  expect(turnoutOf(twice, came, instant(10_000 + day))).toEqual({ ...came, needed: 1 });
  expect(turnoutOf(assembly, came, instant(90 * day)).needed).toBe(5);
});
