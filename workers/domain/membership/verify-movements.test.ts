import { expect, test } from "vitest";
import { digestOf } from "#domain/kernel/digest.ts";
import { id, type MemberId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { sealRows } from "#domain/kernel/seal.ts";
import type { MovementKind } from "./share-movement.ts";
import { type ExportedMovement, verifyMovements } from "./verify-movements.ts";

const [ada, bea] = ["01jz9x0000000000000000c0s1", "01jz9x0000000000000000c0s2"] as const;

interface Told {
  readonly of: string;
  readonly number: number;
  readonly kind: MovementKind;
  readonly shares?: number;
  readonly subscribed?: number;
  readonly paid?: number;
  readonly plan?: string;
  readonly txRef?: string;
}

const whole: readonly Told[] = [
  {
    of: ada,
    number: 1,
    kind: "subscribed",
    shares: 2,
    subscribed: 5000,
    plan: '[["2026-07-01",5000]]',
  },
  { of: ada, number: 2, kind: "paid", paid: 5000 },
  { of: ada, number: 3, kind: "transferred-out", shares: -1, subscribed: -2500, paid: -2500 },
  { of: bea, number: 1, kind: "transferred-in", shares: 1, subscribed: 2500, paid: 2500 },
];

function numbered(told: readonly Told[]): ExportedMovement[] {
  return told.map(({ of, number, kind, shares = 0, subscribed = 0, paid = 0, ...rest }, at) => {
    const sums = { subscribed: cents(subscribed), paid: cents(paid) };
    const says = {
      memberId: id<MemberId>(of),
      number,
      kind,
      shares,
      ...sums,
      contributed: cents(subscribed),
      owed: cents(0),
      plan: rest.plan ?? "[]",
      txRef: rest.txRef ?? "transfer",
      at: instant(5),
      actor: "test",
    };
    return { ...says, id: at + 1, digest: digestOf(says) };
  });
}

function verdict(told: readonly Told[], upTo = told.length) {
  const movements = numbered(told);
  const seals = [sealRows("shares", movements.slice(0, 2), null, instant(9))];
  return verifyMovements({ kind: "shares", upTo, movements, seals });
}

test("shares that are taken, paid and given on hold", () => {
  expect(verdict(whole)).toEqual({ ok: true, checked: { movements: 4, members: 2, seals: 1 } });
});

const change = (at: number, other: Partial<Told>) =>
  whole.with(at, { ...(whole[at] ?? { of: ada, number: 1, kind: "paid" }), ...other });

test.each([
  ["more paid than promised", change(1, { paid: 5001 }), "movement 2"],
  ["more given than held", change(2, { shares: -3 }), "movement 3"],
  ["instalments that come to something else", change(0, { subscribed: 4000 }), "movement 1"],
  ["a movement that is left out", whole.toSpliced(1, 1), "movement 2"],
  ["shares that arrive from nowhere", whole.toSpliced(2, 1), "movement 3"],
  ["more that arrives than was given", change(3, { shares: 2 }), "movement 4"],
  ["what arrives by another posting", change(3, { txRef: "other" }), "movement 4"],
  ["shares that arrive nowhere", whole.slice(0, 3), "movement 3"],
])("%s: the movement is named", (_, told, entry) => {
  expect(verdict(told)).toMatchObject({ ok: false, entry });
});

test("movements that end before the last one are missing", () => {
  expect(verdict(whole, 5)).toMatchObject({ ok: false, entry: "movement 5" });
});

test("other shares under the same seals break the first of them", () => {
  const seals = [sealRows("shares", numbered(whole).slice(0, 2), null, instant(9))];
  const movements = numbered(change(1, { paid: 4999 })).slice(0, 2);
  const got = verifyMovements({ kind: "shares", upTo: 2, movements, seals });
  expect(got).toMatchObject({ ok: false, entry: "seal 1" });
});
