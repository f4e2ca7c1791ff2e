import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import { afterAll, expect, test, vi } from "vitest";
import { findPort } from "./ports-in-use.ts";
import { readArguments, UsageRefusal } from "./start.ts";

const base = mkdtempSync(join(tmpdir(), "filiera-start-"));
const script = fileURLToPath(import.meta.resolve("./start.ts"));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGTERM");
  rmSync(base, { recursive: true });
});

// Whole processes start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly code: Promise<unknown>;
}

function run(...words: string[]): Started {
  const child = spawn(process.execPath, [script, "--demo", "none", ...words]);
  children.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += part));
  return { child, said: () => said, code: once(child, "exit").then(([code]) => code) };
}

// What it prints comes last: then it serves.
async function isUp(started: Started): Promise<void> {
  while (!started.said().includes("Set-up")) await pause(20);
}

async function statusAt(port: number): Promise<unknown> {
  const answer = await fetch(`http://localhost:${port}/health`);
  return ((await answer.json()) as { status: unknown }).status;
}

test("it serves, stops cleanly when told to, and starts again after it was killed", async () => {
  const port = await findPort(0);
  const words = ["--port", String(port), "--data", join(base, "rete")];
  const first = run(...words);
  await isUp(first);
  expect(await statusAt(port)).toBe("ok");

  const second = run("--port", "0", "--data", join(base, "rete"));
  expect(await second.code).toBe(1);
  expect(second.said()).toMatch(
    /^Another Filiera \(process \d+\) is already using the folder .*\n$/,
  );

  first.child.kill("SIGTERM");
  expect(await first.code).toBe(0);

  const killed = run(...words);
  await isUp(killed);
  expect(await statusAt(port)).toBe("ok");
  killed.child.kill("SIGKILL");
  await killed.code;

  const last = run(...words);
  await isUp(last);
  expect(await statusAt(port)).toBe("ok");
  last.child.kill("SIGINT");
  expect(await last.code).toBe(0);
  expect(last.said()).toMatch(/^Filiera {5}http:\/\/localhost:\d+\n/);
});

test("stopped while the demo loads, it ends cleanly and leaves no half network", async () => {
  const data = join(base, "a-metà");
  const cut = run("--demo", "veronetta", "--port", "0", "--data", data);
  while (!cut.said().includes("Demo")) await pause(20);
  cut.child.kill("SIGINT");
  expect(await cut.code).toBe(0);
  expect(cut.said()).toMatch(/^Demo .*\n$/);
  expect(existsSync(join(data, "network.db"))).toBe(false);
});

test.each(["veronetta", "none"])(
  "a folder that cannot be is refused at once, in one line, with the demo %s",
  async (demo) => {
    const file = join(base, "file");
    writeFileSync(file, "");
    for (const data of [file, ...(existsSync("/proc") ? ["/proc/x"] : [])]) {
      const refused = run("--demo", demo, "--port", "0", "--data", data);
      expect(await refused.code).toBe(1);
      expect(refused.said()).toBe(`The folder ${data} cannot be written.\n`);
    }
  },
);

test("a database from a newer version is refused in one line", async () => {
  const data = join(base, "futura");
  const first = run("--port", "0", "--data", data);
  await isUp(first);
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
