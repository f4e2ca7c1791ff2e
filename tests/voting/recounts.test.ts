import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExportedVote } from "#domain/governance/recount/exported-vote.ts";
import { recountVote } from "#domain/governance/recount/recount-vote.ts";
import { verifyText } from "#host/verify-text.ts";
import { trialSeed } from "#tests/seed.ts";
import { cases } from "./exported-cases.ts";
import { hasPython, recountInPython } from "./python.ts";

/** What a script says when all is as it should be: it names what it left to the market's own. */
const holds = (...left: readonly string[]) => ({
  code: 0,
  said: `everything holds; not checked: ${left.join(", ")}`,
});

const DRAWN = ["decidedByLot", "draws"];
/** Scripts that count every figure and stage; the others who wins, and not how it came to that. */
const WITH_LOT = new Set(["recount_stv.py", "recount_condorcet.py", "recount_shares.py"]);
const WITHOUT = new Set(["recount_consent.py", "recount_colleges.py"]);

/** What a script leaves to the market's own function. */
function leftBy(script: string): readonly string[] {
  if (WITH_LOT.has(script)) return [...DRAWN, "method", "quorum"];
  const some = [...DRAWN, "lot", "method", "quorum"];
  return WITHOUT.has(script) ? some : ["count", ...some];
}

describe("a published vote is counted again", () => {
  test.each(cases)("by the function of the market: $name", ({ vote }) => {
    const { electorate, proxies, receipts, ballots, seals } = vote;
    const lists = { proxies: proxies.length, receipts: receipts.length, ballots: ballots.length };
    const checked = { "electorate rows": electorate.length, ...lists, seals: seals.length };
    expect(recountVote(vote)).toMatchObject({ ok: true, checked, result: vote.tally.result });
    expect(verifyText(JSON.stringify(vote))).toEqual({ ok: true, checked });
  });

  test.skipIf(!hasPython)("by the scripts of Python, each kind of vote", () => {
    const runs = cases.map(({ script, vote }) => [script, JSON.stringify(vote)] as const);
    const expected = cases.map(({ script }) => holds(...leftBy(script)));
    expect(recountInPython(runs)).toEqual(expected);
  });

  test.skipIf(!hasPython)("but for what another script counts, which is said", () => {
    const ranked = cases.find(({ name }) => name === "scottish");
    const blind = cases.find(({ name }) => name === "a yes or no with blind tokens");
    const said = [ranked, blind].map((one) => ["recount.py", JSON.stringify(one?.vote)] as const);
    expect(recountInPython(said)).toEqual([
      holds("count", ...DRAWN, "lot", "method", "passes", "quorum", "winners"),
      holds("count", ...DRAWN, "lot", "method", "quorum", "tokenKey"),
    ]);
  });
});

/** An entry by its name, and what is wrong with it. */
const NAMED = /^(ballot|receipt|electorate row|proxy|seal|part) \d+: .|^[a-zA-Z]+: ./;

/** The text of an export with one byte of it turned into another. */
const flipped = fc
  .record({
    which: fc.integer({ min: 0, max: cases.length - 1 }),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    bit: fc.integer({ min: 0, max: 7 }),
  })
  .map(({ which, at, bit }) => {
    const { vote, script = "", name = "" } = cases[which] ?? {};
    const bytes = Buffer.from(JSON.stringify(vote));
    const place = Math.floor(at * bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
    return { name, script, place, bit, text: bytes.toString("utf8") };
  });

describe("one flipped bit of an export", () => {
  const flips = fc.sample(flipped, { numRuns: 300, seed: trialSeed });

  test("makes the market's own verifier fail, and name an entry", () => {
    for (const { text, ...where } of flips) {
      const verdict = verifyText(text);
      expect({ ...where, verdict }).toMatchObject({ verdict: { ok: false } });
      const said = verdict.ok ? "" : `${verdict.entry}: ${verdict.fault}`;
      expect({ ...where, said }).toMatchObject({ said: expect.stringMatching(NAMED) });
    }
  });

  test.skipIf(!hasPython)("makes the script of Python fail, and name an entry", () => {
    const said = recountInPython(flips.map(({ script, text }) => [script, text] as const));
    const failed = { code: 1, said: expect.stringMatching(NAMED) };
    expect(said).toEqual(flips.map(() => failed));
  });
});

describe("an export that was forged with its digests made to fit", () => {
  const open = cases[0]?.vote as ExportedVote;

  test("does not pass with another result", () => {
    const forged = { ...open, tally: { ...open.tally, result: { passes: true } } };
    expect(recountVote(forged)).toMatchObject({ ok: false, entry: "tally" });
  });
});
