import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Flow, type Mode, walk } from "./flow.ts";
import { openPageWorld, type PageWorld } from "./page-world.ts";

const folder = join(import.meta.dirname, "flows");
const flows = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Flow,
);
const SAID: Readonly<Record<Mode, string>> = {
  nojs: "without scripts",
  kbd: "by keyboard alone",
  js: "as most do",
};

let world: PageWorld;
beforeAll(async () => {
  world = await openPageWorld();
});
afterAll(() => world?.close());

describe.each(flows)("people can $name on a phone", (flow) => {
  test.each(flow.modes.map((mode) => ({ mode, said: SAID[mode] })))("$said", async ({ mode }) => {
    const viewport = { width: 360, height: 740 };
    const javaScriptEnabled = mode !== "nojs";
    const context = await world.contextOf(flow.reader, { viewport, javaScriptEnabled });
    try {
      const walked = walk(flow, { page: await context.newPage(), url: world.url, mode });
      await expect(walked).resolves.toBeUndefined();
    } finally {
      await context.close();
    }
  });
});
