import { expect, test } from "vitest";
import { digestOfText } from "#domain/kernel/digest.ts";
import { instant } from "#domain/kernel/instant.ts";
import type { CollegesCount } from "./call-result.ts";
import { exportAct, shownTally } from "./few-ballots.ts";

const secret = { secrecy: "detached", method: "majority", ballots: 40, fewestAlike: null } as const;

test("a secret box is everybody's, an open one is for members", () => {
  expect(exportAct(secret)).toBe("votes.export");
  expect(exportAct({ ...secret, secrecy: "open" })).toBe("roll-calls.read");
});

test("from ten ballots of each kind and fifty rankings on, else it is the scrutineers'", () => {
  const acts = [9, 10].map((fewestAlike) => exportAct({ ...secret, fewestAlike }));
  expect(acts).toEqual(["rankings.read", "votes.export"]);
  const ranked = [49, 50].map((ballots) => exportAct({ ...secret, method: "irv", ballots }));
  expect(ranked).toEqual(["rankings.read", "votes.export"]);
});

function talliedOf(colleges: CollegesCount["colleges"]) {
  const count = { kind: "colleges", yes: "7/12", no: "5/12", needed: "1/2", isTied: false };
  const result = JSON.stringify({
    method: "majority",
    passes: true,
    count: { ...count, colleges },
  });
  const kept = { hasQuorum: true, passes: true, isDecidedByLot: false, ballotsCount: 30 };
  const at = { talliedAt: instant(0), challengeUntil: instant(0) };
  const resultDigest = digestOfText(result);
  return { ...kept, ...at, result, resultDigest, ballotsRoot: resultDigest };
}

const college = (code: string, yes: number, no: number, abstain = 0) => {
  return { code, weight: "1/3", yes, no, abstain };
};

test("of a secret vote by colleges none is shown where one has fewer than ten ballots", () => {
  const tally = talliedOf([college("producer", 20, 1), college("worker", 4, 3, 2)]);
  const shown = shownTally(tally, "detached");
  expect(shown.resultDigest).toBeNull();
  expect(JSON.parse(shown.result)).toEqual({
    method: "majority",
    passes: true,
    count: { kind: "few", least: 10, yesPercent: 58, noPercent: 42 },
  });
});

test("with ten, with nobody, or in the open it is shown whole", () => {
  const ten = talliedOf([college("producer", 20, 1), college("worker", 5, 3, 2)]);
  expect(shownTally(ten, "detached")).toBe(ten);
  const nobody = talliedOf([college("producer", 20, 1), college("worker", 0, 0)]);
  expect(shownTally(nobody, "detached")).toBe(nobody);
  const open = talliedOf([college("worker", 1, 0)]);
  expect(shownTally(open, "open")).toBe(open);
});
