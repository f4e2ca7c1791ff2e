import { describe, expect, test } from "vitest";
import { aBookLine, exportedVote } from "#tests/exported-votes.ts";
import { checkGiven } from "./check-given.ts";

const book = [1, 2, 3, 4].map((place) => aBookLine(place));
const away = aBookLine(5, { state: "suspended" });
const choices = book.slice(0, 3).map(({ memberId: member }) => ({
  member,
  choice: { vote: "yes" } as const,
}));
const played = { book: [...book, away], choices };
const blind = exportedVote({ ...played, policy: { secrecy: "blind" } });
const given = blind.given ?? [];

describe("the tokens of a blind vote", () => {
  test("were given to as many as have voted, one each, in no order of coming", () => {
    expect(checkGiven(blind)).toBeNull();
    expect(given).toEqual(given.toSorted());
    const fault = (changed: readonly string[], voted = blind.voted) =>
      checkGiven({ ...blind, given: changed as typeof given, voted })?.fault;
    expect(fault(given.toReversed())).toBe("has somebody twice, or out of order");
    expect(fault([...given.slice(0, 1), ...given])).toBe("has somebody twice, or out of order");
    expect(fault(given.slice(1))).toBe("is not as many as have voted");
    expect(fault(given, 4)).toBe("is not as many as have voted");
    expect(fault([...given, "f".repeat(64)])).toBe("has somebody who may not vote");
    const suspended = blind.electorate.find(({ reason }) => reason !== "")?.digest ?? "";
    expect(fault([suspended])).toBe("has somebody who may not vote");
  });

  test("are said of a blind vote, and of no other", () => {
    const { given: _, ...unsaid } = blind;
    expect(checkGiven(unsaid)).toMatchObject({ entry: "given" });
    const detached = exportedVote({ ...played, policy: { secrecy: "detached" } });
    expect(checkGiven(detached)).toBeNull();
    expect(checkGiven({ ...detached, given })).toMatchObject({ entry: "given" });
  });
});
