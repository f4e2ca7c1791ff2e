import { expect, test } from "vitest";
import { type Act, ACTS, openingOf } from "./access.ts";
import { needOf } from "./needs.ts";

const acts = Object.keys(ACTS) as Act[];

test("reading never needs a passkey", () => {
  const reads = acts.filter((act) => /\.(read|list)$/.test(act));
  expect(reads.length).toBeGreaterThan(10);
  expect(reads.filter((act) => needOf(act) !== "none")).toEqual([]);
});

test("what is open to anyone needs no passkey, for a guest has none", () => {
  const open = acts.filter((act) => openingOf(act).anyone === true);
  expect(open.filter((act) => needOf(act) !== "none")).toEqual([]);
});

test("roles, tokens, settings, corrections, closures and cancellations are signed", () => {
  const signed: readonly Act[] = [
    "roles.grant",
    "tokens.manage",
    "network.edit",
    "wallet.correct",
    "cycles.close",
    "cycles.cancel",
  ];
  expect(signed.filter((act) => needOf(act) === "none")).toEqual([]);
});

test("offices, the book, rules, papers, minutes and passkeys in person take two officers", () => {
  const taken = acts.filter((act) => needOf(act) === "second");
  expect(taken.toSorted()).toEqual([
    "assemblies.seal",
    "ballots.enter-papers",
    "members.exclude",
    "members.transcribe",
    "offices.grant",
    "offices.seat",
    "passkeys.give-in-person",
    "rules.decide",
  ]);
});
