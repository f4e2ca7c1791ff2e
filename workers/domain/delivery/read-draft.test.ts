import { expect, test } from "vitest";
import { bike, crateTo, problemOf } from "#tests/rounds.ts";
import { profilesOf, readDraft } from "./read-draft.ts";
import { writeProblem } from "./write-problem.ts";

const points = [
  [0, 0],
  [1, 0],
] as const;
const { matrices: _known, ...draft } = problemOf(points, [bike(1)], [crateTo(1)]);
const json = writeProblem(draft);

test("a problem is read before its distances are known", () => {
  expect(readDraft(json, 2)).toEqual({ ok: true, value: draft });
});

test("a place that is none of the places is named", () => {
  expect(readDraft(json, 1)).toEqual({
    ok: false,
    refusal: { field: "jobs[0].location_index", expected: "a whole number from 0 to 0" },
  });
});

test("whoever travels in a way of which no streets are known is named", () => {
  const [vehicle] = json["vehicles"] as object[];
  const boat = { ...json, vehicles: [vehicle, { ...vehicle, id: 2, profile: "boat" }] };
  expect(readDraft(boat, 2)).toMatchObject({ refusal: { field: "vehicles[1].profile" } });
  expect(profilesOf(json)).toEqual({ ok: true, value: ["bike"] });
});

test("nobody brings distances of their own, and nothing is no problem", () => {
  expect(readDraft({ ...json, matrices: {} }, 2)).toMatchObject({ refusal: { field: "matrices" } });
  expect(readDraft(null, 2)).toMatchObject({ refusal: { field: "vehicles" } });
  expect(readDraft({ vehicles: [] }, 2)).toMatchObject({ refusal: { field: "vehicles" } });
});
