import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countCall } from "#domain/governance/ballots/count-call.ts";
import {
  add,
  compare,
  fraction,
  readFraction,
  times,
} from "#domain/governance/counting/fraction.ts";
import type { Basis } from "#domain/governance/electorate/raw-weights.ts";
import { aCall, anElector, cast, NAMES } from "#tests/ballots.ts";

const choice = fc.constantFrom("yes", "no", "abstain");

/** What the ten of the cast do: who is by exchange or lends, who stands for whom, who says what. */
const meetings = fc.record({
  weights: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 10, maxLength: 10 }),
  bases: fc.array(fc.constantFrom<Basis>("head", "head", "exchange", "financing"), {
    minLength: 10,
    maxLength: 10,
  }),
  casts: fc.array(
    fc.record({ member: fc.constantFrom(...NAMES), isProxy: fc.boolean(), vote: choice }),
    { maxLength: 24 },
  ),
  ownBeatsProxy: fc.boolean(),
});

type Meeting = typeof meetings extends fc.Arbitrary<infer Of> ? Of : never;

function callOf({ weights, bases, casts, ownBeatsProxy }: Meeting) {
  const electorate = NAMES.map((name, at) => {
    const basis = bases[at] ?? "head";
    const weight = fraction(basis === "head" ? 1 : (weights[at] ?? 1));
    return anElector(name, { basis, weight });
  });
  const [holder, ...givers] = NAMES;
  const proxies = givers.slice(0, 3).map((giver) => ({ giver, holder }));
  const ballots = casts.map(({ member, isProxy, vote }, at) =>
    cast(member, { vote }, { tracker: `t-${at}`, by: isProxy ? holder : member, nth: at + 1 }),
  );
  return aCall({ policy: { ownBeatsProxy }, ballots, electorate, proxies });
}

const read = (text: string) => readFraction(text) ?? fraction(-1);

describe("whatever is cast in whatever way", () => {
  test("each member is present at most once, by themselves or by a proxy (I1, I17)", () => {
    fc.assert(
      fc.property(meetings, (meeting) => {
        const call = callOf(meeting);
        const { present, passedOver, replaced } = countCall(call);
        const who = new Set(meeting.casts.map(({ member }) => member));
        expect(present.members).toBeLessThanOrEqual(who.size);
        expect(present.members + passedOver.length + replaced).toBe(meeting.casts.length);
      }),
    );
  });

  test("the votes that are used are those of who is present (I3)", () => {
    fc.assert(
      fc.property(meetings, (meeting) => {
        const { present, count } = countCall(callOf(meeting));
        if (count.kind !== "motion") throw new Error("a motion is counted as one");
        const used = add(add(read(count.yes), read(count.no)), read(count.abstain));
        expect(compare(used, read(present.votes))).toBe(0);
      }),
    );
  });

  test("who finances never has more than a third of the votes present (I4)", () => {
    const lenders = meetings.map((meeting) => ({
      ...meeting,
      bases: meeting.bases.map((basis) => (basis === "exchange" ? "head" : basis)),
    }));
    fc.assert(
      fc.property(lenders, (meeting) => {
        // Those who lend say yes, all others no: so their part can be seen.
        const isLender = (name: string) =>
          meeting.bases[(NAMES as readonly string[]).indexOf(name)] === "financing";
        const casts = meeting.casts.map((one) => ({
          member: one.member,
          isProxy: false,
          vote: isLender(one.member) ? ("yes" as const) : ("no" as const),
        }));
        const { present, count } = countCall(callOf({ ...meeting, casts }));
        if (count.kind !== "motion") throw new Error("a motion is counted as one");
        expect(compare(times(read(count.yes), 3), read(present.votes))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("the order in which rows are read changes nothing (I2)", () => {
    fc.assert(
      fc.property(meetings, (meeting) => {
        const call = callOf(meeting);
        const turned = {
          ...call,
          ballots: call.ballots.toReversed(),
          electorate: call.electorate.toReversed(),
          proxies: call.proxies.toReversed(),
        };
        expect(countCall(turned)).toEqual(countCall(call));
      }),
    );
  });
});
