import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { compileCore, coreFile } from "./build-core.ts";

test("the planner's compiled core is what its source says, byte for byte", async () => {
  const committed = await readFile(coreFile);
  const compiled = await compileCore();
  expect(Buffer.compare(committed, compiled)).toBe(0);
  expect(committed.length).toBeLessThanOrEqual(100 * 1024);
});
