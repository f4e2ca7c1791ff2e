import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { placeBuild } from "./kept-build.ts";

// Building takes the machine's cores, which may be busy.
vi.setConfig({ testTimeout: 60_000 });

const base = mkdtempSync(join(tmpdir(), "filiera-kept-"));
afterAll(() => rmSync(base, { recursive: true }));

const worker = (target: string) => readFileSync(join(target, "market", "index.js"), "utf8");

test("two who ask at once get the same build, each a copy of its own", async () => {
  const [one, two] = [join(base, "una"), join(base, "due")];
  await Promise.all([placeBuild(one), placeBuild(two)]);
  expect(worker(one)).toContain("runJobs");
  expect(worker(two)).toBe(worker(one));
  writeFileSync(join(two, "market", "index.js"), "changed");
  expect(worker(one)).not.toBe("changed");
});

test("the same sources are built once, and what was there before goes", async () => {
  const target = join(base, "tre");
  const madeAt = () => statSync(join(target, "market", "index.js")).mtimeMs;
  await placeBuild(target);
  const first = madeAt();
  writeFileSync(join(target, "old.txt"), "");
  await placeBuild(target);
  expect(madeAt()).toBe(first);
  expect(existsSync(join(target, "old.txt"))).toBe(false);
});
