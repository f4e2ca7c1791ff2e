import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elections } from "#tests/voting/elections.ts";
import { readBlt, writeBlt } from "./blt.ts";
import { layOut, rankedBallots } from "./papers.ts";
import type { StvProfile } from "./profile.ts";

const board = `# the board's election
4 2
-2
[tie 4 1 2 3]
3 1 3 4 0   # three alike
2 - 4 0
(ballot-7) 3 1 0
1 0
0
"Anna Ferro"
"Bruno Sala" # withdrew
"Carla # Rossi"
"Dario Conti"
"Board 2026"
`;

function read(text: string): StvProfile {
  const outcome = readBlt(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

describe("reading BLT", () => {
  test("sizes, who withdrew, the lot, ballots, names and the title", () => {
    const { papers, ...rest } = read(board);
    expect(rest).toEqual({
      type: "stv",
      title: "Board 2026",
      candidates: ["Anna Ferro", "Bruno Sala", "Carla # Rossi", "Dario Conti"],
      seats: 2,
      withdrawn: [1],
      lot: [3, 0, 1, 2],
    });
    expect(rankedBallots(papers)).toEqual([
      { count: 3, ranking: [0, 2, 3] },
      { count: 2, ranking: [3] },
      { count: 1, ranking: [2, 0] },
      { count: 1, ranking: [] },
    ]);
  });

  test("lines may end as on Windows, and the title may be missing", () => {
    const text = '2 1\r\n1 2 0\r\n0\r\n"Anna"\r\n"Bruno"\r\n';
    expect(read(text)).toMatchObject({ candidates: ["Anna", "Bruno"], title: "", lot: null });
  });

  test.each([
    ["no sizes", "Anna\n", 1],
    ["no candidates", "0 1\n0\n", 1],
    ["no seats", "2 0\n0\n", 1],
    ["more candidates than a ballot can hold", "1001 1\n", 1],
    ["a ballot that does not end", "2 1\n1 1 2\n0\n", 2],
    ["a candidate who does not exist", "2 1\n1 3 0\n0\n", 2],
    ["a candidate twice on a ballot", "2 1\n1 1 1 0\n0\n", 2],
    ["equal ranks", "2 1\n1 1=2 0\n0\n", 2],
    ["a count that is not whole", "2 1\n1.5 1 0\n0\n", 2],
    ["a count of none", "2 1\n0 1 0\n0\n", 2],
    ["more ballots than can be counted exactly", "2 1\n9000001 1 0\n0\n", 2],
    ["somebody unknown who withdrew", "2 1\n-3\n0\n", 2],
    ["a lot that forgets somebody", "2 1\n[tie 1]\n0\n", 2],
    ["two lots", "2 1\n[tie 1 2]\n[tie 2 1]\n0\n", 3],
    ["an option nobody knows", "2 1\n[nick a b]\n0\n", 2],
    ["a name without quotes", '2 1\n1 1 0\n0\n"Anna"\nBruno\n', 5],
    ["a missing name", '2 1\n1 1 0\n0\n"Anna"\n', 5],
    ["no end of the ballots", "2 1\n1 1 0\n", 3],
  ])("%s: the line is named", (_, text, line) => {
    expect(readBlt(text)).toEqual({ ok: false, refusal: { code: "blt-unreadable", line } });
  });
});

describe("writing BLT", () => {
  test("what is written reads back the same", () => {
    fc.assert(
      fc.property(elections, fc.boolean(), ({ candidates, seats, ballots, lot }, hasLot) => {
        const profile: StvProfile = {
          type: "stv",
          title: "Consiglio",
          candidates: Array.from({ length: candidates }, (_, one) => `Socia ${one + 1}`),
          seats,
          withdrawn: seats > 1 ? [0] : [],
          lot: hasLot ? lot : null,
          papers: layOut(candidates, ballots),
        };
        expect(read(writeBlt(profile))).toEqual(profile);
      }),
    );
  });

  test("a quotation mark becomes an apostrophe and a line's end a space", () => {
    const profile = { ...read(board), candidates: ['Anna "Nina" Ferro', "B\nS", "C", "D"] };
    expect(read(writeBlt(profile)).candidates).toEqual(["Anna 'Nina' Ferro", "B S", "C", "D"]);
  });
});
