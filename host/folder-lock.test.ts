import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
  for (const folder of [notFolder, join(notFolder, "dentro"), ...oddFolders]) {
    expect(() => lockFolder(folder)).toThrow(`The folder ${folder} cannot be written.`);
  }
});

// File systems of the kernel's own: some make no folder, some no file.
const oddFolders = ["/proc/x", "/proc/x/y", "/proc", "/sys", "/sys/x"].filter(() =>
  existsSync("/proc"),
);

test("a folder that is for reading only is refused, and so is one inside it", () => {
  const folder = join(base, "chiusa");
  mkdirSync(folder);
  chmodSync(base, 0o755);
  chmodSync(folder, 0o555);
  asNobody(() => {
    for (const closed of [folder, join(folder, "dentro")]) {
      expect(() => lockFolder(closed)).toThrow(`The folder ${closed} cannot be written.`);
    }
  });
});

/** The superuser writes where it likes: it steps down for the moment. */
function asNobody(deed: () => void): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    deed();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test("a folder without room is refused before anything is written there", () => {
  const folder = join(base, "piena");
  expect(() => lockFolder(folder, 2 ** 60)).toThrow(
    `The folder ${folder} has no room: 1099511627776 MB must be free.`,
  );
  expect(existsSync(join(folder, "host.lock"))).toBe(false);
  lockFolder(folder).release();
});
