import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ballots, elections } from "#tests/voting/elections.ts";
import { layOut } from "./papers.ts";
import { ballotsInTree, growTree, type PreferenceTree } from "./preference-tree.ts";

/** Each path with its ballots, such as "AB 3". */
function paths(tree: PreferenceTree, parent = 0, before = ""): string[] {
  const found: string[] = [];
  let node = tree.firstChild[parent] ?? 0;
  for (; node !== 0; node = tree.nextSibling[node] ?? 0) {
    const path = before + String.fromCharCode("A".charCodeAt(0) + (tree.candidate[node] ?? 0));
    found.push(`${path} ${tree.ballots[node] ?? 0}`, ...paths(tree, node, path));
  }
  return found.toSorted();
}

describe("the tree of preferences", () => {
  test("ballots that begin alike share their path", () => {
    const papers = layOut(3, ballots("3 AB", "2 AC", "1 A", "4 BA"));
    expect(paths(growTree(papers, Uint8Array.from([1, 1, 1])))).toEqual([
      "A 6",
      "AB 3",
      "AC 2",
      "B 4",
      "BA 4",
    ]);
  });

  test("who does not stand is passed over", () => {
    const papers = layOut(3, ballots("3 ABC", "2 BA"));
    expect(paths(growTree(papers, Uint8Array.from([1, 0, 1])))).toEqual(["A 5", "AC 3"]);
  });

  test("every ballot that ranks somebody comes by once, in whatever order", () => {
    fc.assert(
      fc.property(elections, (drawn) => {
        const all = new Uint8Array(drawn.candidates).fill(1);
        const tree = growTree(layOut(drawn.candidates, drawn.ballots), all);
        const other = growTree(layOut(drawn.candidates, drawn.shuffled), all);
        const valid = drawn.ballots
          .filter(({ ranking }) => ranking.length > 0)
          .reduce((sum, { count }) => sum + count, 0);
        expect(ballotsInTree(tree)).toBe(valid);
        expect(paths(other)).toEqual(paths(tree));
      }),
    );
  });
});
