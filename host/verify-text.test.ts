import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { journalOf } from "#tests/journals.ts";
import { verifyText } from "./verify-text.ts";

const journal = journalOf(40, 20);
const half = { ...journal, transactions: journal.transactions.slice(0, 20), accounts: [] };
const rest = { ...journal, transactions: journal.transactions.slice(20), seals: [] };

test("an export is checked as one part, as a list of parts, or line by line", () => {
  const checked = { transactions: 40, seals: 2, accounts: journal.accounts.length };
  const whole = { ok: true, checked };
  expect(verifyText(JSON.stringify(journal, null, 2))).toEqual(whole);
  expect(verifyText(JSON.stringify([half, rest]))).toEqual(whole);
  expect(verifyText(`${JSON.stringify(half)}\n${JSON.stringify(rest)}\n`)).toEqual(whole);
  expect(verifyText(JSON.stringify([rest, half]))).toMatchObject({ entry: "transaction 1" });
});

test("what is no export is named by its place", () => {
  expect(verifyText("{")).toMatchObject({ entry: "file", fault: "is no JSON" });
  expect(verifyText("")).toMatchObject({ entry: "file", fault: "is empty" });
  expect(verifyText("[]")).toMatchObject({ entry: "file", fault: "is empty" });
  expect(verifyText('{"kind":"ballots"}')).toMatchObject({ ok: false, entry: "part 1" });
  const strange = JSON.stringify(journal).replace('"postedAt":', '"postedAt":"');
  expect(verifyText(strange)).toMatchObject({ ok: false, entry: "file" });
  const fraction = JSON.stringify(journal).replace(/"postedAt":\d/, '"postedAt":0.5');
  expect(verifyText(fraction)).toMatchObject({ ok: false, entry: "transaction 1 of part 1" });
  const other = { ...rest, upTo: 41 };
  expect(verifyText(JSON.stringify([half, other]))).toMatchObject({ entry: "part 2" });
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const program = fileURLToPath(import.meta.resolve("#host/verify.ts"));
async function verify(text: string | null) {
  const file = join(folder, "export.json");
  if (text !== null) writeFileSync(file, text);
  const missing = join(folder, "nowhere.json");
  const args = [program, text === null ? missing : file];
  return promisify(execFile)(process.execPath, args).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
  );
}

test("the command says that all holds, or names the first bad entry and ends with 1", async () => {
  const good = await verify(JSON.stringify(journal));
  expect(good).toMatchObject({ code: 0 });
  expect(good.said).toContain("everything holds: 40 transactions, 2 seals");
  const bad = await verify(JSON.stringify(journal).replace("wallet-entry:8", "wallet-entry:9"));
  expect(bad).toEqual({
    code: 1,
    said: "transaction 9: does not say what its digest says\n",
  });
  expect(await verify(null)).toMatchObject({ code: 2 });
});
