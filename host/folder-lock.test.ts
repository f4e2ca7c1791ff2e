import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { lockFolder } from "./folder-lock.ts";

const base = mkdtempSync(join(tmpdir(), "filiera-lock-"));
afterAll(() => rmSync(base, { recursive: true }));

test("a folder is held by one host at a time, also within one process", () => {
  const folder = join(base, "rete");
  const first = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(
    `Another Filiera (process ${process.pid}) is already using the folder ${folder}.`,
  );
  first.release();
  first.release();
  lockFolder(folder).release();
});

test("a host that was killed leaves no lock behind", async () => {
  const folder = join(base, "uccisa");
  const script = `
    const { lockFolder } = await import(${JSON.stringify(import.meta.resolve("./folder-lock.ts"))});
    lockFolder(${JSON.stringify(folder)});
    process.stdout.write("held");
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
  await once(child.stdout, "data");
  expect(() => lockFolder(folder)).toThrow(`process ${child.pid}`);
  child.kill("SIGKILL");
  await once(child, "exit");
  lockFolder(folder).release();
});

test("a folder that cannot be made or written is refused in one line", () => {
  const notFolder = join(base, "file");
  writeFileSync(notFolder, "");
  for (const folder of [notFolder, join(notFolder, "dentro")]) {
    expect(() => lockFolder(folder)).toThrow(`The folder ${folder} cannot be written.`);
  }
});
