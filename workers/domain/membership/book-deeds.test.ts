import { describe, expect, test } from "vitest";
import { id, type MemberId, type PersonId } from "#domain/kernel/ids.ts";
import { civilDate, DAY, fromRome, instant, later } from "#domain/kernel/instant.ts";
import { type BoardDeed, decideDeed, type DeedFacts, type OwnDeed } from "./book-deeds.ts";
import { type Membership, memberStateOf } from "./member.ts";

const applied = fromRome({ date: civilDate("2026-06-02"), minuteOfDay: 600 });
const applicant: Membership = {
  id: id<MemberId>("01jz9x0000000000000000c0s1"),
  kind: "natural",
  personId: id<PersonId>("01jz9x0000000000000000c0s2"),
  enterpriseId: null,
  class: "consumer",
  ownMembers: null,
  askedShares: 1,
  askedInstalments: 1,
  appliedAt: applied,
  decision: null,
  decidedAt: null,
  appealedAt: null,
  bookNo: null,
  enrolledOn: null,
  suspendedAt: null,
  exitAskedAt: null,
  ending: null,
  endedAt: null,
  opposedAt: null,
  version: 1,
};
const member: Membership = {
  ...applicant,
  decision: "admitted",
  decidedAt: applied,
  bookNo: 1,
  enrolledOn: civilDate("2026-06-02"),
};
const refused: Membership = { ...applicant, decision: "refused", decidedAt: applied };
const facts: DeedFacts = { now: applied, nextBookNo: 8, isInArrears: false, demandedAt: null };
const after = (days: number, ms = 0) => ({ ...facts, now: instant(applied + days * DAY + ms) });

const decided = (of: Membership, deed: BoardDeed | OwnDeed, known = facts) =>
  decideDeed(of, deed, known);
const codeOf = (...args: Parameters<typeof decided>) => {
  const got = decided(...args);
  return got.ok ? "ok" : got.refusal.code;
};
const stateAfter = (of: Membership, deed: BoardDeed | OwnDeed) => {
  const got = decided(of, deed);
  return got.ok ? memberStateOf({ ...of, ...got.value.changes }) : got.refusal.code;
};
const admit: BoardDeed = { kind: "admitted", by: "board" };
const decline: BoardDeed = { kind: "refused", by: "board", ground: "requirements-missing" };
const exclude: BoardDeed = { kind: "excluded", ground: "unpaid-share" };

describe("an application", () => {
  test("that is granted gives the next number and the day of the entry", () => {
    expect(decided(applicant, admit)).toEqual({
      ok: true,
      value: {
        kind: "admitted",
        ground: "",
        detail: '{"bookNo":8,"by":"board","enrolledOn":"2026-06-02"}',
        changes: {
          decision: "admitted",
          decidedAt: applied,
          bookNo: 8,
          enrolledOn: "2026-06-02",
        },
      },
    });
  });

  // Art. 2528 c.3 c.c.
  test("is refused within sixty days, and granted later too", () => {
    expect(codeOf(applicant, decline, after(60, -1))).toBe("ok");
    expect(decided(applicant, decline, after(60))).toEqual({
      ok: false,
      refusal: { code: "refusal-late", until: later(applied, 60 * DAY) },
    });
    expect(codeOf(applicant, admit, after(61))).toBe("ok");
  });

  // Art. 2528 c.4 c.c.
  test("that was refused goes to the assembly within sixty days, whose word is the last", () => {
    expect(codeOf(refused, { kind: "appealed" }, after(60, -1))).toBe("ok");
    expect(codeOf(refused, { kind: "appealed" }, after(60))).toBe("appeal-late");
    expect(codeOf(refused, { ...admit, by: "assembly" })).toBe("membership-misfit");
    const appealed = { ...refused, appealedAt: later(applied, DAY) };
    expect(codeOf(appealed, { ...admit, by: "assembly" }, after(90))).toBe("ok");
    expect(codeOf(appealed, { ...decline, by: "assembly" }, after(90))).toBe("ok");
    const final = { ...appealed, decidedAt: later(applied, 90 * DAY) };
    expect(codeOf(final, { kind: "appealed" }, after(91))).toBe("membership-misfit");
    expect(codeOf(final, { ...admit, by: "assembly" }, after(91))).toBe("membership-misfit");
  });

  test("can be taken back while it waits", () => {
    expect(stateAfter(applicant, { kind: "withdrawn" })).toBe("withdrawn");
    expect(codeOf(member, { kind: "withdrawn" })).toBe("membership-misfit");
  });
});

describe("a member", () => {
  test("is suspended and let in again", () => {
    const suspended = { ...member, suspendedAt: applied };
    expect(stateAfter(member, { kind: "suspended", ground: "inquiry" })).toBe("suspended");
    expect(stateAfter(suspended, { kind: "reinstated" })).toBe("active");
    expect(codeOf(member, { kind: "reinstated" })).toBe("membership-misfit");
  });

  test("leaves when the board has answered their asking", () => {
    const leaving = { ...member, exitAskedAt: applied };
    expect(codeOf(member, { kind: "exited" })).toBe("membership-misfit");
    expect(codeOf(leaving, { kind: "exit-asked" })).toBe("membership-misfit");
    expect(stateAfter(leaving, { kind: "exited" })).toBe("exited");
    expect(stateAfter(leaving, { kind: "exit-refused" })).toBe("active");
  });

  test("has another class from a deed on that changes it", () => {
    expect(codeOf(member, { kind: "class-changed", class: "consumer" })).toBe("membership-misfit");
    expect(decided(member, { kind: "class-changed", class: "worker" })).toMatchObject({
      ok: true,
      value: { changes: { class: "worker" }, detail: '{"from":"consumer","to":"worker"}' },
    });
  });

  test("who died is in the book no more", () => {
    expect(stateAfter(member, { kind: "died" })).toBe("died");
    expect(codeOf(applicant, { kind: "died" })).toBe("membership-misfit");
  });
});

describe("an exclusion", () => {
  // Art. 2531 c.c.
  test("for unpaid shares comes thirty days after they were demanded", () => {
    const late = { isInArrears: true, demandedAt: applied };
    expect(codeOf(member, exclude)).toBe("not-in-arrears");
    expect(codeOf(member, exclude, { ...facts, isInArrears: true })).toBe("payment-not-demanded");
    expect(decided(member, exclude, { ...after(30, -1), ...late })).toEqual({
      ok: false,
      refusal: { code: "payment-not-demanded", until: later(applied, 30 * DAY) },
    });
    expect(codeOf(member, exclude, { ...after(30), ...late })).toBe("ok");
  });

  test("is not prepared against who owes nothing", () => {
    expect(codeOf(member, { kind: "payment-demanded" })).toBe("not-in-arrears");
    expect(codeOf(member, { kind: "payment-demanded" }, { ...facts, isInArrears: true })).toBe(
      "ok",
    );
  });

  // Art. 2533 c.3 c.c.
  test("can be opposed for sixty days, and annulled", () => {
    const out = { ...member, ending: "excluded", endedAt: applied } as const;
    expect(codeOf(out, { kind: "opposed" }, after(60, -1))).toBe("ok");
    expect(codeOf(out, { kind: "opposed" }, after(60))).toBe("opposition-late");
    expect(codeOf({ ...out, opposedAt: applied }, { kind: "opposed" })).toBe("membership-misfit");
    expect(stateAfter(out, { kind: "exclusion-annulled" })).toBe("active");
    expect(codeOf(member, { kind: "exclusion-annulled" })).toBe("membership-misfit");
  });
});

describe("a suspension", () => {
  const suspended: Membership = { ...member, suspendedAt: applied };
  test("is answered by whom it is about, and upheld or lifted by the board", () => {
    expect(stateAfter(suspended, { kind: "replied" })).toBe("suspended");
    expect(stateAfter(suspended, { kind: "upheld" })).toBe("suspended");
    expect(stateAfter(suspended, { kind: "reinstated" })).toBe("active");
  });

  test("that there is not is not answered, nor upheld", () => {
    expect(codeOf(member, { kind: "replied" })).toBe("membership-misfit");
    expect(codeOf(member, { kind: "upheld" })).toBe("membership-misfit");
  });
});
