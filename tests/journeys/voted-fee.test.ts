import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { FEE_STEPS, type FeeLine, SIX_PER_CENT } from "#tests/trade/fee-steps.ts";
import { foundAssembly } from "#tests/trade/voted-fee.ts";

// The same steps as in process: in workerd, over HTTP, by the host's clock and its jobs.

let market: RunningMarket;
let line: FeeLine;

beforeAll(async () => {
  market = await openRunningMarket(undefined, { rules: SIX_PER_CENT });
  line = { market, members: await foundAssembly(market) };
}, 60_000);
afterAll(() => market.close());

describe("a network in workerd whose members lower its fee", () => {
  test.each(FEE_STEPS)("%s", (_, step) => expect(step(line)).resolves.toBeUndefined());
});
