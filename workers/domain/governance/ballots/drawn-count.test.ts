import { describe, expect, test } from "vitest";
import { lotFromSeed } from "#domain/governance/counting/lot.ts";
import { aCall, cast } from "#tests/ballots.ts";
import { countCall } from "./count-call.ts";
import { countByLot } from "./drawn-count.ts";

const options = ["pane", "olio", "miele"];
const ballots = [
  cast("ada", { ranking: ["pane"] }),
  cast("bruno", { ranking: ["olio"] }),
  cast("carla", { ranking: ["pane"] }),
  cast("dino", { ranking: ["olio"] }),
];
const call = (seed: string) => aCall({ policy: { method: "irv" }, options, ballots, seed });

describe("the lot", () => {
  test("is drawn from the seed of the call, and the result says where it decided", () => {
    const seeds = Array.from({ length: 8 }, (_, at) => String(at));
    const results = seeds.map((seed) => countCall(call(seed)));
    expect(new Set(results.map(({ winners }) => winners[0]))).toEqual(new Set(["pane", "olio"]));
    for (const [at, result] of results.entries()) {
      expect(result.decidedByLot).toBe(true);
      expect(result.lot).toEqual(
        lotFromSeed(seeds[at] ?? "", options).map((index) => options[index]),
      );
    }
  });

  test("that decides nothing is said to decide nothing", () => {
    const clear = aCall({ policy: { method: "irv" }, options, ballots: ballots.slice(0, 3) });
    expect(countCall({ ...clear, round: 2 })).toMatchObject({
      winners: ["pane"],
      decidedByLot: false,
      draws: [],
    });
  });

  test("gives winners their names", () => {
    const counting = { call: call("seed") } as Parameters<typeof countByLot>[0];
    const { names, told } = countByLot(counting, () => ({ winners: [1], draws: [] }));
    expect(names).toEqual(options);
    expect(told).toMatchObject({ winners: ["olio"], draws: [], decidedByLot: false });
  });
});
