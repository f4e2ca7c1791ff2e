import { expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { type AssemblyMember, electorsOn, standForNobody } from "./electors.ts";

const on = civilDate("2026-11-22");
const member = (memberId: string, change: Partial<AssemblyMember> = {}): AssemblyMember => ({
  memberId,
  class: "producer",
  enrolledOn: civilDate("2020-01-01"),
  state: "active",
  isInArrears: false,
  ...change,
});

test("take part who vote: ninety days in the book, nothing due, no supporter", () => {
  const book = [
    member("ada"),
    member("bruno", { enrolledOn: civilDate("2026-08-24") }),
    member("carla", { enrolledOn: civilDate("2026-08-25") }),
    member("dino", { state: "suspended" }),
    member("elsa", { isInArrears: true }),
    member("furio", { class: "supporter" }),
    member("gino", { class: "financing" }),
  ];
  expect([...electorsOn(book, on)]).toEqual(["ada", "bruno", "gino"]);
});

test("nobody is represented by who directs, supervises or works for the house", () => {
  const book = [member("ada"), member("bruno", { class: "worker" }), member("carla")];
  const term = { from: civilDate("2026-01-01"), to: civilDate("2028-12-31"), endedOn: null };
  const terms = [
    { ...term, organ: "board", memberId: "ada" },
    { ...term, organ: "supervisors", memberId: "dino" },
    { ...term, organ: "delegates", memberId: "carla" },
  ] as const;
  expect([...standForNobody(book, terms, on)].toSorted()).toEqual(["ada", "bruno", "dino"]);
});
