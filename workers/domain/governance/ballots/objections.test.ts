import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { cast } from "#tests/ballots.ts";
import { objectionsAmong } from "./objections.ts";

const objection = { vote: "objection", reason: "manca il preventivo" } as const;
const box = (...ballots: readonly ReturnType<typeof cast>[]) =>
  ballots.map((ballot, at) => ({
    ...ballot,
    number: at + 1,
    tracker: `t${at + 1}`,
    castAt: instant(at),
  }));
const states = (ballots: ReturnType<typeof box>, ownBeatsProxy = true) =>
  objectionsAmong(ballots, ownBeatsProxy).map(({ tracker, state }) => [tracker, state]);

test("an objection stands until another ballot of its member takes it back", () => {
  const raised = box(cast("ada", objection), cast("bruno", objection));
  expect(objectionsAmong(raised, true)[0]).toEqual({
    tracker: "t1",
    member: "ada",
    by: "ada",
    reason: "manca il preventivo",
    raisedAt: instant(0),
    state: "standing",
  });
  const consent = { vote: "consent" } as const;
  const back = box(cast("ada", objection), cast("bruno", objection), cast("ada", consent));
  expect(states(back.toReversed())).toEqual([
    ["t1", "taken-back"],
    ["t2", "standing"],
  ]);
});

test("what a proxy's holder objected gives way to the member's own ballot", () => {
  const both = box(cast("ada", objection, { by: "bruno" }), cast("ada", { vote: "consent" }));
  expect(states(both)).toEqual([["t1", "taken-back"]]);
  expect(states(both, false)).toEqual([["t1", "standing"]]);
});
