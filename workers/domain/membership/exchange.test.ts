import { describe, expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { exchangeOf, purchasesByMember, votingExchange } from "./exchange.ts";

const traded = {
  sold: new Map([["orchard", cents(90_000)]]),
  bought: new Map([
    ["anna", cents(12_000)],
    ["tavern", cents(50_000)],
  ]),
};
const anna = { memberId: "anna", kind: "natural", class: "consumer", enterpriseId: null } as const;
const orchard = {
  memberId: "adige",
  kind: "legal",
  class: "producer",
  enterpriseId: "orchard",
} as const;
const tavern = { ...anna, memberId: "tavern", kind: "legal" } as const;

describe("what a member exchanged with the network", () => {
  test("is what a producer's enterprise sold, and what a consumer bought", () => {
    expect(exchangeOf(orchard, traded)).toBe(90_000);
    expect(exchangeOf(anna, traded)).toBe(12_000);
    expect(exchangeOf({ ...anna, memberId: "new" }, traded)).toBe(0);
  });

  test("is nothing of the kind for who works, drives, supports or finances", () => {
    for (const as of ["worker", "courier", "supporter", "financing"] as const) {
      expect(exchangeOf({ ...orchard, class: as }, traded)).toBeNull();
    }
  });
});

test("votes follow the exchange of enterprises, that buy or sell, and of nobody else", () => {
  expect(votingExchange(orchard, traded)).toBe(90_000);
  expect(votingExchange(tavern, traded)).toBe(50_000);
  expect(votingExchange(anna, traded)).toBeNull();
});

test("a household's purchases are split among its members, and none counts twice", () => {
  const bought = purchasesByMember([
    { goodsCents: cents(1001), members: ["anna", "bruno"] },
    { goodsCents: cents(500), members: ["anna"] },
    { goodsCents: cents(700), members: [] },
  ]);
  expect([...bought]).toEqual([
    ["anna", 1001],
    ["bruno", 500],
  ]);
});
