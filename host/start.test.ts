import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import { afterAll, expect, test } from "vitest";
import { findPort } from "./ports-in-use.ts";
import { readArguments, UsageRefusal } from "./start.ts";

const base = mkdtempSync(join(tmpdir(), "filiera-start-"));
const script = fileURLToPath(import.meta.resolve("./start.ts"));
afterAll(() => rmSync(base, { recursive: true }));

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly code: Promise<unknown>;
}

function run(...words: string[]): Started {
  const child = spawn(process.execPath, [script, "--demo", "none", ...words]);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += part));
  return { child, said: () => said, code: once(child, "exit").then(([code]) => code) };
}

async function answers(port: number): Promise<unknown> {
  for (;;) {
    const answer = await fetch(`http://localhost:${port}/health`).catch(() => null);
    if (answer !== null) return ((await answer.json()) as { status: unknown }).status;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("it serves, stops cleanly when told to, and starts again after it was killed", async () => {
  const port = await findPort(0);
  const words = ["--port", String(port), "--data", join(base, "rete")];
  const first = run(...words);
  expect(await answers(port)).toBe("ok");

  const second = run("--port", "0", "--data", join(base, "rete"));
  expect(await second.code).toBe(1);
  expect(second.said()).toMatch(
    /^Another Filiera \(process \d+\) is already using the folder .*\n$/,
  );

  first.child.kill("SIGTERM");
  expect(await first.code).toBe(0);

  const killed = run(...words);
  expect(await answers(port)).toBe("ok");
  killed.child.kill("SIGKILL");
  await killed.code;

  const last = run(...words);
  expect(await answers(port)).toBe("ok");
  while (!last.said().includes("Set-up")) await new Promise((resolve) => setTimeout(resolve, 20));
  last.child.kill("SIGINT");
  expect(await last.code).toBe(0);
  expect(last.said()).toMatch(/^Filiera {5}http:\/\/localhost:\d+\n/);
});

test("a database from a newer version is refused in one line", async () => {
  const data = join(base, "futura");
  const first = run("--port", "0", "--data", data);
  while (!first.said().includes("Set-up")) await new Promise((resolve) => setTimeout(resolve, 20));
  first.child.kill("SIGTERM");
  await first.code;
  const database = new Database(join(data, "network.db"));
  database.exec(
    `INSERT INTO schema_migration SELECT 9999, 'futuro', digest, schema_digest, 1
     FROM schema_migration WHERE number = 1`,
  );
  database.close();
  const refused = run("--port", "0", "--data", data);
  expect(await refused.code).toBe(1);
  expect(refused.said()).toMatch(
    /^The database is from a newer version: it has migration 9999.*\n$/,
  );
});

test.each([["--port", "70000"], ["--port", "x"], ["--demo", "milano"], ["--dat", "x"], ["extra"]])(
  "the words %s %s are refused with the usage",
  (...words) => {
    expect(() => readArguments(words.filter((word) => word !== undefined))).toThrow(UsageRefusal);
  },
);
