import { describe, expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { bookLine, type Enrolled, type HeldOffice } from "./book-line.ts";

const ada: Enrolled = {
  memberId: "m-ada",
  personId: "p-ada",
  class: "producer",
  kind: "natural",
  ownMembers: null,
  enrolledOn: civilDate("2020-01-01"),
  state: "active",
  isInArrears: false,
};
const own = { exchangeCents: cents(0), salt: "salt" };
const line = (offices: readonly HeldOffice[], change: Partial<Enrolled> = {}) =>
  bookLine({ ...ada, ...change }, offices, own);

describe("a vote of the directors", () => {
  test("is for those who run the network, as long as no board was elected", () => {
    expect(line([{ personId: "p-ada", role: "officer" }]).isDirector).toBe(true);
    expect(line([{ personId: "p-bruno", role: "officer" }]).isDirector).toBe(false);
  });

  test("is for the board alone once there is one", () => {
    const offices = [
      { personId: "p-ada", role: "officer" },
      { personId: "p-bruno", role: "director" },
    ] as const;
    expect(line(offices).isDirector).toBe(false);
    expect(line(offices, { personId: "p-bruno" }).isDirector).toBe(true);
  });
});

test("who holds an office or works for the house stands for nobody", () => {
  expect(line([]).mayHold).toBe(true);
  expect(line([{ personId: "p-ada", role: "auditor" }]).mayHold).toBe(false);
  expect(line([], { class: "worker" }).mayHold).toBe(false);
});

test("all else is as the book says it", () => {
  const { personId: _, ...kept } = ada;
  expect(line([])).toEqual({ ...kept, ...own, isDirector: false, mayHold: true });
});
