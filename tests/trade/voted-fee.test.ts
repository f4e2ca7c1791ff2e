import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDoubles } from "#tests/doubles.ts";
import { openMarket, setUp } from "#tests/market.ts";
import { FEE_STEPS, type FeeLine, SIX_PER_CENT } from "./fee-steps.ts";
import { foundAssembly } from "./voted-fee.ts";

let line: FeeLine;
let close: () => Promise<void>;

beforeAll(async () => {
  const doubles = await openDoubles();
  const opened = await openMarket(undefined, doubles);
  const market = { ...opened, officer: await setUp(opened, SIX_PER_CENT) };
  line = { market, members: await foundAssembly(market) };
  close = async () => {
    await opened.close();
    await doubles.close();
  };
});
afterAll(() => close());

describe("a network whose members lower its fee", () => {
  test.each(FEE_STEPS)("%s", (_, step) => expect(step(line)).resolves.toBeUndefined());
});
