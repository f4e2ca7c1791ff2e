import { createClient } from "@libsql/client/web";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMigratedServer } from "#tests/migrated-database.ts";
import { openDatabase } from "./database.ts";
import { endpointOf, pipelineOf, rowsOf, rowsOfOne, SqlRefused } from "./hrana.ts";

let server: Awaited<ReturnType<typeof openMigratedServer>>;
beforeAll(async () => {
  server = await openMigratedServer();
});
afterAll(() => server.close());

const asks = [{ sql: "SELECT 1", args: [] }];
const step = (rows: object[][] = []) => ({ cols: [], rows });
const answering = (result: object) =>
  JSON.stringify({ results: [{ type: "ok", response: { type: "batch", result } }] });

test("what is sent and read is what libSQL's own client sends and reads", async () => {
  const client = createClient({ url: server.url, authToken: server.token, intMode: "number" });
  const own = openDatabase(server);
  const text = fc.string({ unit: "grapheme" }).filter((some) => !some.includes("\0"));
  const value = fc.oneof(
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.bigInt({ min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n }),
    text,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 6 }), async (args) => {
      const sql = `SELECT ${args.map(() => "?").join(", ")}`;
      const [theirs] = await client.batch([{ sql, args }]);
      const [ours] = await own.read([{ sql, args }]);
      expect(ours).toEqual(theirs?.rows.map((row) => Array.from(row)));
    }),
    { numRuns: 60 },
  );
  client.close();
});

test("a whole number stays whole, and any other is a fraction", async () => {
  const sql = "SELECT typeof(?), typeof(?), typeof(?), ? / 2";
  const [rows] = await openDatabase(server).read([{ sql, args: [3, 3n, 0.5, 7] }]);
  expect(rows).toEqual([["integer", "integer", "real", 3]]);
});

test("statements run in one transaction, and each sees the one before", async () => {
  const name = { sql: "SELECT last_at FROM job_run WHERE job = ?", args: ["first"] };
  const note = (at: number) => ({
    sql: "INSERT INTO job_run VALUES (?, ?) ON CONFLICT DO UPDATE SET last_at = excluded.last_at",
    args: ["first", at],
  });
  const written = await openDatabase(server).write([note(1), name, note(2), name]);
  expect(written).toEqual({ kind: "committed", rows: [[], [[1]], [], [[2]]] });
});

test("the first step that failed is the answer, whatever the rollback says", () => {
  const answer = answering({
    step_results: [step(), null, null, null],
    step_errors: [
      null,
      { message: "refused:cycle-closed", code: "SQLITE_CONSTRAINT" },
      null,
      { message: "no transaction is active", code: "SQLITE_ERROR" },
    ],
  });
  const refused = new SqlRefused({ message: "refused:cycle-closed", code: "SQLITE_CONSTRAINT" });
  expect(() => rowsOf(answer, asks)).toThrow(refused);
  const late = { message: "disk I/O error", code: "SQLITE_IOERR" };
  const atCommit = answering({
    step_results: [step(), step(), null, step()],
    step_errors: [null, null, late, null],
  });
  expect(() => rowsOf(atCommit, asks)).toThrow(new SqlRefused(late));
});

test("an answer that tells of no commit is no answer", () => {
  const cut = answering({ step_results: [step(), step()], step_errors: [null, null] });
  for (const answer of [cut, '{"results":[]}', answering({})]) {
    expect(() => rowsOf(answer, asks)).toThrow("the database tells of no commit");
  }
  const whole = answering({
    step_results: [step(), step([[{ type: "integer", value: "1" }]]), step(), null],
    step_errors: [null, null, null, null],
  });
  expect(rowsOf(whole, asks)).toEqual([[[1]]]);
});

test("a request that the server refuses as a whole is a no of the server's", () => {
  const error = { message: "no stream outlives its request", code: "BATON_REFUSED" };
  const answer = JSON.stringify({ results: [{ type: "error", error }] });
  expect(() => rowsOf(answer, asks)).toThrow(new SqlRefused(error));
  expect(() => rowsOfOne(answer)).toThrow(new SqlRefused(error));
  expect(() => rowsOfOne(answering({}))).toThrow("the database tells of no rows");
});

test("one read alone and the same read beside another give the same rows", async () => {
  const own = openDatabase(server);
  const sql = "SELECT value, typeof(value) FROM json_each(?)";
  const ask = { sql, args: ['[1, 0.5, "uno", null]'] };
  const [alone] = await own.read([ask]);
  expect(alone).toHaveLength(4);
  expect(await own.read([ask, ask])).toEqual([alone, alone]);
  expect(await own.read([])).toEqual([]);
  await expect(own.read([{ sql: "SELECT * FROM nowhere", args: [] }])).rejects.toThrow(SqlRefused);
});

test("a number that we cannot hold, and bytes, are no cells of ours", () => {
  const cell = (one: object) => () =>
    rowsOf(
      answering({
        step_results: [step(), step([[one]]), step(), null],
        step_errors: [null, null, null, null],
      }),
      asks,
    );
  expect(cell({ type: "integer", value: "9007199254740993" })).toThrow("9007199254740993");
  expect(cell({ type: "blob", base64: "AA" })).toThrow("a text or a number");
});

test("Turso's own form of an address is taken, and a slash at its end", () => {
  const endpoint = "https://network.turso.io/v2/pipeline";
  expect(endpointOf("libsql://network.turso.io")).toBe(endpoint);
  expect(endpointOf("https://network.turso.io/")).toBe(endpoint);
  expect(endpointOf("http://127.0.0.1:8080")).toBe("http://127.0.0.1:8080/v2/pipeline");
});

test("a batch begins, runs each statement after the one before, and commits or rolls back", () => {
  const body = JSON.parse(pipelineOf("BEGIN IMMEDIATE", asks)) as {
    requests: [{ batch: { steps: { condition?: object; stmt: { sql: string } }[] } }, object];
  };
  const { steps } = body.requests[0].batch;
  expect(steps.map(({ condition, stmt }) => [stmt.sql, condition])).toEqual([
    ["BEGIN IMMEDIATE", undefined],
    ["SELECT 1", { type: "ok", step: 0 }],
    ["COMMIT", { type: "ok", step: 1 }],
    ["ROLLBACK", { type: "not", cond: { type: "ok", step: 2 } }],
  ]);
});
