import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { aCall, anElector, cast, NAMES } from "#tests/ballots.ts";
import { aRule } from "#tests/policies.ts";
import { resultText } from "./call-result.ts";
import { type CallToCount, countCall } from "./count-call.ts";

const yes = { vote: "yes" } as const;
const no = { vote: "no" } as const;
const text = (call: CallToCount) => resultText(countCall(call));

describe("a call is counted", () => {
  test("with the quorum of its round", () => {
    const ballots = [cast("ada", yes), cast("bruno", yes), cast("carla", yes)];
    const first = countCall(aCall({ ballots }));
    expect(first).toMatchObject({
      round: 1,
      hasQuorum: false,
      passes: false,
      electorate: { members: 10, votes: "10" },
      present: { members: 3, votes: "3" },
      quorum: { of: "present", isStrict: false, needed: "10/3", counted: "3" },
    });
    expect(countCall(aCall({ ballots, round: 2 }))).toMatchObject({
      hasQuorum: true,
      passes: true,
    });
  });

  test("with what was cast, where the quorum asks for it", () => {
    const rule = {
      ...aRule(),
      quorum: { share: fraction(1, 5), of: "cast", isStrict: true },
    } as const;
    const policy = { calls: [rule] as const };
    const blank = cast("carla", { vote: "abstain" });
    const two = [cast("ada", yes), cast("bruno", yes), blank];
    expect(countCall(aCall({ policy, ballots: two }))).toMatchObject({
      hasQuorum: false,
      quorum: { counted: "2", needed: "2" },
    });
    expect(
      countCall(aCall({ policy, ballots: [...two, cast("dino", no)], round: 2 })),
    ).toMatchObject({ hasQuorum: true });
    expect(
      countCall(aCall({ policy: { calls: [{ ...rule, quorum: null }] }, ballots: [] })),
    ).toMatchObject({ quorum: null, hasQuorum: true, passes: false });
  });

  test("by who may vote: those who may not are no part of the whole", () => {
    const electorate = [
      ...NAMES.slice(0, 4).map((name) => anElector(name)),
      anElector("zoe", { reason: "suspended", weight: fraction(0) }),
    ];
    const ballots = [cast("ada", yes), cast("bruno", yes), cast("zoe", no)];
    expect(countCall(aCall({ electorate, ballots }))).toMatchObject({
      passes: true,
      electorate: { members: 4 },
      passedOver: [{ name: "of-zoe", why: "not-in-electorate" }],
    });
  });

  test("with the votes that the caps leave to those who came", () => {
    const electorate = [
      ...NAMES.slice(0, 8).map((name) => anElector(name)),
      anElector("coop", { basis: "exchange", weight: fraction(100) }),
    ];
    const ballots = [...NAMES.slice(0, 4).map((name) => cast(name, no)), cast("coop", yes)];
    expect(countCall(aCall({ electorate, ballots }))).toMatchObject({
      electorate: { votes: "80/9" },
      present: { votes: "40/9" },
      passes: false,
      count: { yes: "4/9", no: "4" },
    });
  });

  test("the same whatever the order of ballots, members and proxies", () => {
    const choices = fc.constantFrom(yes, no, { vote: "abstain" } as const);
    const hands = fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), choices);
    fc.assert(
      fc.property(
        fc.array(hands, { maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (drawn, chance) => {
          const ballots = drawn.map(([member, by, choice], at) =>
            cast(member, choice, { by, tracker: `t${at}`, number: at + 1 }),
          );
          const proxies = [
            { giver: "ada", holder: "bruno" },
            { giver: "carla", holder: "bruno" },
          ];
          const call = aCall({ ballots, proxies });
          const shuffled = <T>(list: readonly T[]) =>
            list
              .map((one) => [Number(chance.next().value), one] as const)
              .toSorted(([one], [other]) => one - other)
              .map(([, one]) => one);
          const other = {
            ...call,
            ballots: shuffled(call.ballots),
            electorate: shuffled(call.electorate),
            proxies: shuffled(proxies),
          };
          expect(text(other)).toBe(text(call));
          const { present } = countCall(call);
          expect(present.members).toBeLessThanOrEqual(
            new Set(drawn.map(([member]) => member)).size,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
