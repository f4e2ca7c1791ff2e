import { describe, expect, test } from "vitest";
import { fractionText } from "#domain/governance/counting/fraction.ts";
import { civilDate } from "#domain/kernel/instant.ts";
import { aPolicy } from "#tests/policies.ts";
import {
  type BookLine,
  electorateRoot,
  electorateRowDigest,
  freezeElectorate,
} from "./freeze-electorate.ts";

const opensOn = civilDate("2026-11-22");

function line(memberId: string, change: Partial<BookLine> = {}): BookLine {
  return {
    memberId,
    class: "consumer",
    kind: "natural",
    ownMembers: null,
    exchangeCents: null,
    enrolledOn: civilDate("2020-01-01"),
    state: "active",
    isInArrears: false,
    isDirector: false,
    mayHold: true,
    salt: `salt-of-${memberId}`,
    ...change,
  };
}

function frozen(book: readonly BookLine[], policy = aPolicy()) {
  const electorate = freezeElectorate(book, policy, opensOn);
  if (!electorate.ok) throw new Error(electorate.refusal.code);
  return electorate.value;
}

const secret = aPolicy({ secrecy: "detached", mayRevote: false, ownBeatsProxy: false });

describe("an electorate", () => {
  test("lists everybody in the book, those without a vote with the reason", () => {
    const { rows, eligible } = frozen([
      line("anna"),
      line("bruno", { enrolledOn: civilDate("2026-11-01") }),
      line("carla", { state: "suspended" }),
      line("dario", { isInArrears: true }),
      line("elena", { class: "supporter" }),
    ]);
    expect(rows.map(({ memberId, reason }) => [memberId, reason])).toEqual([
      ["anna", ""],
      ["bruno", "enrolled-too-late"],
      ["carla", "suspended"],
      ["dario", "in-arrears"],
      ["elena", "class-without-vote"],
    ]);
    expect(rows.map(({ weight }) => fractionText(weight))).toEqual(["1", "0", "0", "0", "0"]);
    expect(eligible).toBe(1);
  });

  test("of directors has the others with that reason", () => {
    const board = aPolicy({ electors: "board" });
    const { rows } = frozen([line("anna", { isDirector: true }), line("bruno")], board);
    expect(rows.map(({ reason }) => reason)).toEqual(["", "not-on-the-board"]);
  });

  test("by colleges has a vote for who is in one", () => {
    const third = { num: 1n, den: 3n };
    const colleges = ["producer", "worker", "consumer"].map((code) => ({ code, weight: third }));
    const policy = aPolicy({ votes: { kind: "colleges", colleges, empty: "lost" } });
    const { rows } = frozen([line("anna"), line("bruno", { class: "courier" })], policy);
    expect(rows.map(({ reason }) => reason)).toEqual(["", "class-without-vote"]);
  });

  test("in which nobody may vote is none", () => {
    const nobody = freezeElectorate([line("anna", { state: "suspended" })], aPolicy(), opensOn);
    expect(nobody).toEqual({ ok: false, refusal: { code: "nobody-may-vote" } });
  });

  test("has one root, whatever the order of its rows", () => {
    const { rows, root } = frozen([line("anna"), line("bruno")]);
    expect(electorateRoot(rows.toReversed())).toBe(root);
  });

  test("has another root when anything of a row is another", () => {
    const [row] = frozen([line("anna")]).rows;
    if (row === undefined) throw new Error("one row");
    const others = [
      { class: "worker" },
      { basis: "financing" as const },
      { weight: { num: 2n, den: 1n } },
      { reason: "left" as const },
      { mayHold: false },
      { salt: "another-salt" },
      { memberId: "bruno" },
    ];
    for (const change of others) {
      expect(electorateRowDigest({ ...row, ...change })).not.toBe(row.digest);
    }
  });
});

describe("a secret vote", () => {
  const consumers = (count: number) => Array.from({ length: count }, (_, at) => line(`c${at}`));
  const lenders = (count: number) =>
    Array.from({ length: count }, (_, at) => line(`f${at}`, { class: "financing" }));

  test("needs ten voters behind every weight", () => {
    expect(frozen([...consumers(10), ...lenders(10)], secret).eligible).toBe(20);
    const nine = freezeElectorate([...consumers(10), ...lenders(9)], secret, opensOn);
    expect(nine).toEqual({ ok: false, refusal: { code: "weights-not-shared", least: 10 } });
  });

  test("of few is one, where all weigh the same", () => {
    expect(frozen(consumers(2), secret).eligible).toBe(2);
  });

  test("with tokens, which are all alike, is of votes that weigh alike", () => {
    const blind = { ...secret, secrecy: "blind" as const };
    expect(frozen(consumers(2), blind).eligible).toBe(2);
    const mixed = freezeElectorate([...consumers(10), ...lenders(10)], blind, opensOn);
    expect(mixed).toEqual({ ok: false, refusal: { code: "weights-not-alike" } });
  });

  test("cares for no class where classes do not count", () => {
    const mixed = [line("anna"), line("bruno", { class: "worker" })];
    expect(frozen(mixed, secret).eligible).toBe(2);
  });

  test("minds only those who may vote", () => {
    const away = lenders(1).map((one) => ({ ...one, state: "suspended" as const }));
    expect(frozen([...consumers(3), ...away], secret).eligible).toBe(3);
  });
});
