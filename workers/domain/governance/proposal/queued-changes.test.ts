import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import { aVersion } from "#tests/rules.ts";
import { isOvertaken, queuedChanges } from "./queued-changes.ts";

const at = instant;
const action = { key: "network-fee", subject: "", value: "550", follows: 1 };
const text = {
  version: 1,
  title: "Abbassare la trattenuta",
  body: "",
  actions: [action],
  options: [],
  digest: digestOfText(""),
  writtenAt: at(1),
};
const passed = (number: number, from: number) => ({
  number,
  text,
  row: {
    submittedAt: at(1),
    endorsedAt: at(2),
    notice: { noticedAt: at(3), opensAt: at(4), closesAt: at(5), extendedTo: null },
    tally: { hasQuorum: true, passes: true, challengeUntil: at(100) },
    hasSecondCall: false,
    queue: { from: at(from), until: at(from + 100), executedAt: null },
    ended: null,
  },
});

test("what passed is told while it may be challenged and while it waits, the soonest first", () => {
  const proposals = [passed(8, 300), passed(7, 200)];
  for (const now of [50, 150, 250]) {
    expect(queuedChanges(proposals, at(now)).map(({ proposal }) => proposal)).toEqual([7, 8]);
  }
  expect(queuedChanges(proposals, at(300)).map(({ proposal }) => proposal)).toEqual([8]);
  expect(queuedChanges(proposals, at(4))).toEqual([]);
});

test("what was decided on a version that is no more the last will not take effect", () => {
  const [change] = queuedChanges([passed(7, 200)], at(150));
  if (change === undefined) throw new Error("it is queued");
  expect(isOvertaken(change, [aVersion(1, "600")])).toBe(false);
  expect(isOvertaken(change, [aVersion(1, "600"), aVersion(2, "500")])).toBe(true);
});
