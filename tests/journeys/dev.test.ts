import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "#host/places.ts";

/** A copy of what `npm run dev` builds from: these tests change it, and the real one stays. */
const copy = mkdtempSync(join(tmpdir(), "filiera-dev-"));
const texts = join(copy, "frontend", "texts", "it", "lost.ts");
const TITLE = "Questa pagina non c’è";

let dev: ChildProcess;
let said = "";

beforeAll(async () => {
  const parts = ["workers", "frontend", "schema", "host", "package.json", "package-lock.json"];
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const script = JSON.parse(readFileSync(join(copy, "package.json"), "utf8")) as Scripts;
  const [, ...words] = script.scripts.dev.split(" ");
  const own = ["--demo", "none", "--port", "0", "--data", join(copy, "rete")];
  dev = spawn(process.execPath, [...words, ...own], { cwd: copy });
  for (const stream of [dev.stdout, dev.stderr]) stream?.on("data", (part) => (said += part));
  await until(() => said.includes("Set-up"));
});

interface Scripts {
  readonly scripts: { readonly dev: string };
}

afterAll(async () => {
  const ended = dev.exitCode === null ? once(dev, "exit") : null;
  dev.kill("SIGTERM");
  await ended;
  rmSync(copy, { recursive: true });
  expect(dev.exitCode).toBe(0);
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    if (dev.exitCode !== null) throw new Error(said);
    await pause(50);
  }
}

/** Between two builds nobody answers, for a moment: then it says nothing. */
async function lostPage(): Promise<string> {
  const url = /^Filiera\s+(\S+)/m.exec(said)?.[1] ?? "";
  const answer = await fetch(`${url}/non-c-e`).catch(() => null);
  return answer === null ? "" : answer.text();
}

function rewrite(before: string, after: string): void {
  writeFileSync(texts, readFileSync(texts, "utf8").replace(before, after));
}

test("a text that is changed while it runs is on the page a moment later", async () => {
  expect(await lostPage()).toContain(TITLE);
  rewrite(TITLE, "Qui non cresce niente");
  await until(async () => (await lostPage()).includes("Qui non cresce niente"));
});

test("a source that does not build is said, and what was served before is served", async () => {
  rewrite('"Qui non cresce niente"', '"Qui non cresce niente');
  await until(() => said.includes("Build failed"));
  expect(await lostPage()).toContain("Qui non cresce niente");
  rewrite('"Qui non cresce niente', '"Qui ricresce"');
  await until(async () => (await lostPage()).includes("Qui ricresce"));
});
