import { describe, expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { aCall, anElector, cast, NAMES } from "#tests/ballots.ts";
import { aRule } from "#tests/policies.ts";
import { countCall } from "./count-call.ts";
import { passesThreshold } from "./count-motion.ts";

const yes = { vote: "yes" } as const;
const no = { vote: "no" } as const;
const abstain = { vote: "abstain" } as const;

describe("a question of yes or no", () => {
  test("passes with its quorum and its majority, and says what was needed", () => {
    const ballots = [cast("ada", yes), cast("bruno", yes), cast("carla", yes), cast("dino", no)];
    expect(countCall(aCall({ ballots }))).toMatchObject({
      passes: true,
      winners: [],
      draws: [],
      decidedByLot: false,
      count: { kind: "motion", yes: "3", no: "1", abstain: "0", cast: "4", needed: "2" },
    });
  });

  test("at exactly half it has not passed, and no lot decides", () => {
    const ballots = [
      cast("ada", yes),
      cast("bruno", no),
      cast("carla", yes),
      cast("dino", abstain),
    ];
    expect(countCall(aCall({ ballots }))).toMatchObject({
      passes: false,
      decidedByLot: false,
      count: { isTied: true },
    });
  });

  test("who was there without a ballot is present too", () => {
    const ballots = [cast("ada", yes), cast("bruno", yes), cast("carla", no)];
    const call = aCall({ ballots, silent: ["dino", "elsa", "dino", "ada", "nobody"] });
    expect(countCall(call)).toMatchObject({
      present: { members: 5, votes: "5" },
      passes: false,
      count: { needed: "5/2" },
    });
  });
});

describe("colleges", () => {
  const colleges = ["producer", "worker", "consumer"].map((code) => ({
    code,
    weight: code === "consumer" ? fraction(2, 5) : fraction(3, 10),
  }));
  const electorate = NAMES.map((name, at) =>
    anElector(name, { class: at < 2 ? "producer" : at < 4 ? "worker" : "consumer" }),
  );
  const ballots = [
    cast("ada", yes),
    cast("carla", no),
    cast("elsa", yes),
    cast("franca", no),
    cast("gino", abstain),
  ];
  const call = (base: "cast" | "electorate", empty: "lost" | "redistribute") =>
    aCall({
      ballots,
      electorate,
      policy: {
        votes: { kind: "colleges", colleges, empty },
        calls: [{ ...aRule(), threshold: { share: fraction(1, 2), base, isStrict: true } }],
      },
    });

  test("weigh as the statute says, heads within each", () => {
    expect(countCall(call("cast", "lost"))).toMatchObject({
      passes: false,
      count: {
        kind: "colleges",
        yes: "1/2",
        no: "1/2",
        needed: "1/2",
        isTied: true,
        colleges: [
          { code: "producer", yes: 1, no: 0, abstain: 0 },
          { code: "worker", yes: 0, no: 1, abstain: 0 },
          { code: "consumer", weight: "2/5", yes: 1, no: 1, abstain: 1 },
        ],
      },
    });
  });

  test("a silent college counts against, where the threshold is of all", () => {
    const silent = {
      ...call("electorate", "lost"),
      ballots: call("cast", "lost").ballots.slice(0, 1),
    };
    const quorum = { ...silent.policy.calls[0], quorum: null };
    const asked = { ...silent, policy: { ...silent.policy, calls: [quorum] as const } };
    expect(countCall(asked)).toMatchObject({
      passes: false,
      count: { yes: "3/10", needed: "1/2" },
    });
    const ofCast = { ...quorum, threshold: { ...quorum.threshold, base: "cast" } } as const;
    const said = { ...asked, policy: { ...asked.policy, calls: [ofCast] as const } };
    expect(countCall(said)).toMatchObject({ passes: true, count: { needed: "3/20" } });
  });
});

describe("consent", () => {
  const objection = { vote: "objection", reason: "manca il preventivo" } as const;
  const call = (...ballots: ReturnType<typeof cast>[]) =>
    countCall(
      aCall({ policy: { method: "consent", calls: [aRule({ quorum: fraction(1, 5) })] }, ballots }),
    );

  test("passes where nobody objects", () => {
    const result = call(cast("ada", { vote: "consent" }), cast("bruno", abstain));
    expect(result).toMatchObject({
      passes: true,
      count: { kind: "consent", consents: 1, abstentions: 1, objections: [] },
    });
  });

  test("one objection stands in its way, until who raised it takes it back", () => {
    const raised = [cast("ada", { vote: "consent" }), cast("bruno", objection)];
    expect(call(...raised)).toMatchObject({
      passes: false,
      count: { objections: [{ ballot: "of-bruno", reason: "manca il preventivo" }] },
    });
    const back = cast("bruno", { vote: "consent" }, { nth: 2, tracker: "again" });
    expect(call(...raised, back)).toMatchObject({ passes: true, replaced: 1 });
  });

  test("nothing passes by abstentions alone, nor without a quorum", () => {
    expect(call(cast("ada", abstain), cast("bruno", abstain)).passes).toBe(false);
    expect(call(cast("ada", { vote: "consent" })).passes).toBe(false);
  });
});

test("a threshold is passed or only reached, as the policy says", () => {
  const half = fraction(1, 2);
  expect(passesThreshold(half, half, { isStrict: false })).toBe(true);
  expect(passesThreshold(half, half, { isStrict: true })).toBe(false);
});
