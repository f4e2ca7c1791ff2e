import { expect, test } from "vitest";
import { choiceFromText, readChoice } from "./read-choice.ts";

test.each([
  [{ vote: "yes" }],
  [{ vote: "objection", reason: "manca il preventivo" }],
  [{ approved: ["pane"] }],
  [{ ranking: [] }],
  [{ scores: { pane: 3 } }],
  [{ ranks: { pane: 1 } }],
])("a choice is read as it was written: %j", (choice) => {
  expect(readChoice(choice)).toEqual(choice);
  expect(choiceFromText(JSON.stringify(choice))).toEqual(choice);
});

test.each([
  [null],
  ["yes"],
  [[]],
  [{}],
  [{ vote: "forse" }],
  [{ vote: "objection" }],
  [{ vote: "yes", reason: "perché sì" }],
  [{ approved: "pane" }],
  [{ approved: [1] }],
  [{ ranking: ["pane"], approved: [] }],
  [{ scores: { pane: "3" } }],
  [{ ranks: { pane: 1.5 } }],
])("what has the form of no choice is none: %j", (value) => {
  expect(readChoice(value)).toBeNull();
});

test("a text that is no JSON is no choice", () => {
  expect(choiceFromText("{")).toBeNull();
});
