import { afterAll, beforeAll, expect, test } from "vitest";
import { openMigratedServer } from "#tests/migrated-database.ts";
import { guardNamed, openDatabase } from "./database.ts";

let server: Awaited<ReturnType<typeof openMigratedServer>>;
beforeAll(async () => {
  server = await openMigratedServer();
});
afterAll(() => server.close());

const open = () => openDatabase({ url: server.url, token: server.token });
const job = (name: string, at: number) => ({
  sql: "INSERT INTO job_run (job, last_at) VALUES (?, ?)",
  args: [name, at],
});
const jobs = async () => {
  const [rows] = await open().read([{ sql: "SELECT job FROM job_run ORDER BY job", args: [] }]);
  return rows?.map((row) => row[0]);
};

test("a guard is known by the name in the message, whatever the server's code is", () => {
  expect(guardNamed("SQLITE_CONSTRAINT: refused:cycle-closed")).toBe("refused:cycle-closed");
  expect(guardNamed("CHECK constraint failed: stock_pool_not_oversold")).toBe(
    "stock_pool_not_oversold",
  );
  expect(guardNamed("UNIQUE constraint failed: op_log.actor, op_log.key")).toBe(
    "op_log.actor, op_log.key",
  );
  expect(guardNamed("FOREIGN KEY constraint failed")).toBeNull();
  expect(guardNamed("no such table: refuse")).toBeNull();
});

test("a batch that meets a guard leaves nothing behind", async () => {
  const written = await open().write([job("first", 1), job("second", -1)]);
  expect(written).toEqual({ kind: "guarded", guard: "job_run_last_at_instant" });
  expect(await jobs()).toEqual([]);
  expect(await open().write([job("first", 1)])).toMatchObject({ kind: "committed" });
  expect(await jobs()).toEqual(["first"]);
});

test("a wrong statement is a bug, not a refusal", async () => {
  await expect(open().write([{ sql: "INSERT INTO nowhere VALUES (1)", args: [] }])).rejects.toThrow(
    "nowhere",
  );
});

test("when nobody answers, the outcome of a write is unknown, and a read fails", async () => {
  const nobody = openDatabase({ url: "http://127.0.0.1:9", token: "none" });
  expect(await nobody.write([job("lost", 1)])).toMatchObject({ kind: "unknown" });
  await expect(nobody.read([{ sql: "SELECT 1", args: [] }])).rejects.toThrow();
});
