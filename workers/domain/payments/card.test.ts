import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { amounts, balancesAfter, firstOrder, juneCycle, occasion } from "#tests/postings.ts";
import { captureCard, holdCard, holdRef, releaseCard } from "./card.ts";

const hold = (held: number) => ({
  holdId: "hold-1",
  heldCents: cents(held),
  orderId: firstOrder,
  cycleId: juneCycle,
});

test("a hold is noted outside the balance sheet", () => {
  const after = balancesAfter([holdCard(hold(1139), occasion)]);
  expect([...after]).toEqual([
    ["card-held", 1139],
    ["card-held-mirror", -1139],
  ]);
});

test("a capture takes the final total and ends the hold it names", () => {
  const capture = captureCard(hold(1139), cents(901), occasion);
  expect(capture.resolves).toBe(holdRef("hold-1"));
  const after = balancesAfter([holdCard(hold(1139), occasion), capture]);
  expect(after.get("card-held")).toBe(0);
  expect(after.get("card-clearing")).toBe(901);
  expect(after.get("card-receivable")).toBe(-901);
});

test("a released hold leaves nothing behind; capture and release end the same hold", () => {
  fc.assert(
    fc.property(amounts, (held) => {
      const release = releaseCard(hold(held), occasion);
      const after = balancesAfter([holdCard(hold(held), occasion), release]);
      expect([...after.values()].every((balance) => balance === 0)).toBe(true);
      expect(release.resolves).toBe(captureCard(hold(held), cents(0), occasion).resolves);
    }),
  );
});
