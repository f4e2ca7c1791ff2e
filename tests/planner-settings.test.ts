import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PLANNER_VARIABLES } from "#host/runtime.ts";

const toml = readFileSync("workers/planner/wrangler.toml", "utf8");
const variables = new Set([...toml.matchAll(/^([A-Z_]+) = /gm)].map(([, name]) => name));

test("what the planner is told on one machine it is told at Cloudflare, its key in secret", () => {
  for (const name of PLANNER_VARIABLES) {
    expect([name, variables.has(name)]).toEqual([name, name !== "ROADS_KEY"]);
    expect([name, toml.includes(name)]).toEqual([name, true]);
  }
});

test("each problem has a run of its own, and the most CPU that there is", () => {
  expect(toml).toMatch(/\[\[queues\.consumers\]\]\nqueue = "filiera-plan"\nmax_batch_size = 1\n/);
  expect(toml).toContain("[limits]\ncpu_ms = 300000\n");
});

test("nothing moves the planner's time in production", () => {
  expect(toml).not.toContain("CLOCK");
});
