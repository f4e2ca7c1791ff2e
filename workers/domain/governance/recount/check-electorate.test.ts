import { describe, expect, test } from "vitest";
import { aPolicy } from "#tests/policies.ts";
import { aBookLine, exportedVote } from "#tests/exported-votes.ts";
import { checkElectorate } from "./check-electorate.ts";
import type { ExportedRow, ExportedVote } from "./exported-vote.ts";

const book = Array.from({ length: 6 }, (_, at) => aBookLine(at + 1, { mayHold: at !== 5 }));
const proxies = [{ giver: "member-1", holder: "member-2" }];
const vote = exportedVote({ book, policy: { mostProxies: 1 }, proxies, choices: [] });
const policy = aPolicy({ mostProxies: 1 });
const withRow = (at: number, change: Partial<ExportedRow>): ExportedVote => {
  const row = vote.electorate[at];
  if (row === undefined) throw new Error(`there is no row ${at}`);
  return { ...vote, electorate: vote.electorate.with(at, { ...row, ...change }) };
};

describe("an electorate", () => {
  test("as it was frozen holds, whether its members may be seen or not", () => {
    expect(checkElectorate(vote, policy)).toBeNull();
    const unseen = vote.electorate.map((row): ExportedRow => {
      const { member: _, salt: __, ...said } = row;
      return said;
    });
    expect(checkElectorate({ ...vote, proxies: [], electorate: unseen }, policy)).toBeNull();
  });

  test.each<[string, Partial<ExportedRow>]>([
    ["another weight", { weight: "2" }],
    ["a vote for who has none", { reason: "left" }],
    ["a right to stand for others", { mayHold: false }],
    ["another class", { class: "producer" }],
    ["another member", { member: "member-9" }],
    ["another salt", { salt: "salt-of-nobody" }],
  ])("with %s in one row names the row", (_, change) => {
    expect(checkElectorate(withRow(2, change), policy)).toMatchObject({
      entry: "electorate row 3",
    });
  });

  test("that lacks somebody, or has somebody twice, is not the one of the notice", () => {
    const { electorate } = vote;
    expect(checkElectorate({ ...vote, electorate: electorate.slice(1) }, policy)).toEqual({
      entry: "electorate",
      fault: "is not the one that the notice published",
    });
    const twice = electorate.flatMap((row, at) => (at === 2 ? [row, row] : [row]));
    expect(checkElectorate({ ...vote, electorate: twice }, policy)).toMatchObject({
      entry: "electorate row 4",
    });
  });

  test.each([
    ["to who may stand for nobody", { giver: "member-3", holder: "member-6" }],
    ["to who is away", { giver: "member-3", holder: "member-1" }],
    ["one more than the policy allows", { giver: "member-3", holder: "member-2" }],
    ["by who gave one already", { giver: "member-1", holder: "member-4" }],
    ["by nobody of the book", { giver: "member-9", holder: "member-4" }],
  ])("names a proxy that is given %s", (_, proxy) => {
    const fault = checkElectorate({ ...vote, proxies: [...proxies, proxy] }, policy);
    expect(fault).toMatchObject({ entry: "proxy 2" });
  });
});
