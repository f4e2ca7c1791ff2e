import { describe, expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import type { ElectorateRow } from "#domain/governance/electorate/freeze-electorate.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import type { Choice } from "./choice.ts";
import { checkPaperVoters, checkSecretPapers, LEAST_SECRET_PAPERS } from "./papers.ts";

const elector = (memberId: string, change: Partial<ElectorateRow> = {}): ElectorateRow => ({
  memberId,
  class: "consumer",
  basis: "head",
  weight: fraction(1),
  reason: "",
  mayHold: true,
  salt: "s",
  digest: digestOfText(memberId),
  ...change,
});
const ada = elector("ada");
const bruno = elector("bruno");

describe("members whose papers are entered", () => {
  const electors = [ada, bruno, elector("zoe", { reason: "left" })];

  test("are in the electorate, each once, and have no ballot in the box", () => {
    expect(checkPaperVoters(["bruno", "ada"], electors, [])).toEqual({
      ok: true,
      value: [bruno, ada],
    });
    expect(checkPaperVoters(["ada", "bruno", "ada"], electors, ["bruno"])).toMatchObject({
      refusal: { code: "papers-of-voters", memberIds: ["ada", "bruno"] },
    });
    expect(checkPaperVoters(["ada", "zoe"], electors, [])).toMatchObject({
      refusal: { code: "not-in-electorate", why: "left" },
    });
    expect(checkPaperVoters(["ada", "nobody"], electors, [])).toMatchObject({
      refusal: { code: "not-in-electorate", why: "not-in-the-book" },
    });
  });
});

describe("papers of a secret vote", () => {
  const members = Array.from({ length: LEAST_SECRET_PAPERS }, (_, at) => elector(`m${at}`));
  const choices: Choice[] = members.map((_, at) => ({ vote: at < 4 ? "no" : "yes" }));
  const check = (
    said: readonly Choice[] = choices,
    voters: readonly ElectorateRow[] = members,
    byClass = false,
  ) => {
    const checked = checkSecretPapers(said, voters, byClass);
    return checked.ok ? checked.value.basis : checked.refusal.code;
  };

  test("go in together when they are enough to hide in", () => {
    expect(check()).toBe("head");
    expect(check(choices.slice(1), members.slice(1))).toBe("papers-too-few");
    expect(check([], [])).toBe("papers-too-few");
  });

  test("are as many as members, and each list stands in an order of its own", () => {
    expect(check(choices.slice(1))).toBe("papers-uneven");
    expect(check(choices.toReversed())).toBe("papers-unsorted");
    expect(check(choices, members.toReversed())).toBe("papers-unsorted");
  });

  test("are of members whose votes look alike", () => {
    const [first = ada, ...rest] = members;
    const heavier = [{ ...first, weight: fraction(2) }, ...rest];
    expect(check(choices, heavier)).toBe("papers-unlike");
    const half = [{ ...first, weight: fraction(2, 2) }, ...rest];
    expect(check(choices, half)).toBe("head");
    const worker = [{ ...first, class: "worker" }, ...rest];
    expect(check(choices, worker)).toBe("head");
    expect(check(choices, worker, true)).toBe("papers-unlike");
  });
});
