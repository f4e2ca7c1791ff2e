import { type Client, createClient, LibsqlBatchError } from "@libsql/client/web";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { type LibsqlServer, startLibsqlServer } from "./libsql-server.ts";

// What the server says no to, and in which words.

let server: LibsqlServer;
let client: Client;

beforeAll(async () => {
  server = await startLibsqlServer({ file: ":memory:" });
  client = createClient({ url: server.url, authToken: server.token });
  await client.executeMultiple(`
    CREATE TABLE offer (
      id INTEGER PRIMARY KEY,
      name TEXT UNIQUE,
      stock INTEGER NOT NULL CONSTRAINT stock_is_never_negative CHECK (stock >= 0)
    ) STRICT;
    CREATE TRIGGER offer_is_kept BEFORE DELETE ON offer
    BEGIN SELECT raise(abort, 'refused:offer-kept'); END;
  `);
});

beforeEach(() => {
  server.database.exec("DROP TRIGGER IF EXISTS offer_is_kept; DELETE FROM offer");
  server.database.exec(`CREATE TRIGGER offer_is_kept BEFORE DELETE ON offer
    BEGIN SELECT raise(abort, 'refused:offer-kept'); END`);
});

afterAll(async () => {
  client.close();
  await server.close();
});

async function stored(): Promise<number[]> {
  const { rows } = await client.execute("SELECT id FROM offer ORDER BY id");
  return rows.map((row) => Number(row[0]));
}

interface Posted {
  readonly status: number;
  readonly body: {
    readonly message?: string;
    readonly code?: string;
    readonly results: readonly {
      readonly type: string;
      readonly response?: Record<string, unknown> & { readonly result?: Record<string, unknown> };
      readonly error?: { readonly message: string; readonly code: string };
    }[];
  };
}

async function post(requests: unknown, more: Record<string, unknown> = {}): Promise<Posted> {
  const response = await fetch(`${server.url}/v2/pipeline`, {
    method: "POST",
    headers: { authorization: `Bearer ${server.token}` },
    body: JSON.stringify({ ...more, requests }),
  });
  return { status: response.status, body: (await response.json()) as Posted["body"] };
}

describe("errors keep SQLite's words", () => {
  test.each([
    ["INSERT INTO offer VALUES (1, 'Mele', -1)", "stock_is_never_negative", "CHECK"],
    [
      "INSERT INTO offer SELECT i, 'Pere', 1 FROM (SELECT 2 AS i UNION SELECT 3)",
      "offer.name",
      "UNIQUE",
    ],
    ["INSERT INTO offer (id, name) VALUES (4, 'Kiwi')", "offer.stock", "NOTNULL"],
  ])("%s", async (sql, named, kind) => {
    const failure = client.execute(sql);
    await expect(failure).rejects.toMatchObject({ code: `SQLITE_CONSTRAINT_${kind}` });
    await expect(failure).rejects.toThrow(named);
  });

  test("a trigger's own message arrives word for word", async () => {
    await client.execute("INSERT INTO offer VALUES (1, 'Mele', 1)");
    await expect(client.execute("DELETE FROM offer")).rejects.toThrow(/(^|: )refused:offer-kept$/);
  });

  test("two statements in one text are refused, not cut after the first", async () => {
    await expect(client.execute("SELECT 1; DELETE FROM offer")).rejects.toMatchObject({
      code: "SQL_MANY_STATEMENTS",
    });
    await client.execute("INSERT INTO offer VALUES (9, 'Uva', 1); -- one, and a remark");
    await expect(client.execute(" -- niente\n;")).rejects.toMatchObject({
      code: "SQL_NO_STATEMENT",
    });
  });

  test("another database cannot be attached", async () => {
    await expect(client.execute("ATTACH 'altro.db' AS altro")).rejects.toMatchObject({
      code: "SQL_REFUSED",
    });
  });
});

describe("a batch is all or nothing", () => {
  test("the failing statement is named by its index and nothing stays", async () => {
    const failure: unknown = await client
      .batch(
        [
          "INSERT INTO offer VALUES (1, 'Mele', 1)",
          "INSERT INTO offer VALUES (2, 'Pere', 1)",
          "UPDATE offer SET stock = stock - 5 WHERE id = 2",
          "INSERT INTO offer VALUES (3, 'Uva', 1)",
        ],
        "write",
      )
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LibsqlBatchError);
    expect(failure).toMatchObject({ statementIndex: 2, code: "SQLITE_CONSTRAINT_CHECK" });
    expect(server.database.inTransaction).toBe(false);
    expect(await stored()).toEqual([]);
  });

  test("a pipeline that ends inside a transaction is rolled back and told so", async () => {
    const { body } = await post([
      { type: "execute", stmt: { sql: "INSERT INTO offer VALUES (1, 'Mele', 1)" } },
      { type: "execute", stmt: { sql: "BEGIN IMMEDIATE" } },
      { type: "execute", stmt: { sql: "INSERT INTO offer VALUES (2, 'Pere', 1)" } },
      { type: "close" },
    ]);
    expect(body.results.map((one) => one.error?.code ?? one.type)).toEqual([
      "ok",
      "TRANSACTION_LEFT_OPEN",
      "TRANSACTION_LEFT_OPEN",
      "TRANSACTION_LEFT_OPEN",
    ]);
    expect(server.database.inTransaction).toBe(false);
    expect(await stored()).toEqual([1]);
  });

  test("an interactive transaction is refused at its first statement", async () => {
    const transaction = await client.transaction("write");
    await expect(
      transaction.execute("INSERT INTO offer VALUES (1, 'Mele', 1)"),
    ).rejects.toMatchObject({ code: "TRANSACTION_LEFT_OPEN" });
    transaction.close();
    expect(await stored()).toEqual([]);
  });

  test("a baton is refused", async () => {
    const { status, body } = await post([{ type: "close" }], { baton: "abc" });
    expect([status, body.code]).toEqual([400, "BATON_REFUSED"]);
  });

  test("conditions: ok, error, not, and, or, is_autocommit", async () => {
    const step = (sql: string, condition?: unknown) => ({ stmt: { sql }, condition });
    const steps = [
      step("INSERT INTO offer VALUES (1, 'Mele', -1)"),
      step("SELECT 'after the error'", { type: "error", step: 0 }),
      step("SELECT 'not reached'", { type: "ok", step: 0 }),
      step("SELECT 'reached'", { type: "not", cond: { type: "ok", step: 2 } }),
      step("SELECT 1", {
        type: "and",
        conds: [
          { type: "ok", step: 1 },
          { type: "ok", step: 2 },
        ],
      }),
      step("SELECT 1", {
        type: "or",
        conds: [
          { type: "ok", step: 1 },
          { type: "ok", step: 2 },
        ],
      }),
      step("BEGIN"),
      step("SELECT 1", { type: "is_autocommit" }),
      step("COMMIT", { type: "not", cond: { type: "is_autocommit" } }),
      step("SELECT 1", { type: "is_autocommit" }),
    ];
    const { body } = await post([{ type: "batch", batch: { steps } }, { type: "get_autocommit" }]);
    const result = body.results[0]?.response?.result as { step_results: unknown[] };
    const ran = result.step_results.map((one) => one !== null);
    expect(ran).toEqual([false, true, false, true, false, true, true, false, true, true]);
    expect(body.results[1]?.response?.["is_autocommit"]).toBe(true);
  });
});

describe("the rest of the protocol", () => {
  test("describe names parameters and columns without running the statement", async () => {
    const sql = "INSERT INTO offer VALUES (:id, ?, @stock) RETURNING id, stock";
    const { body } = await post([
      { type: "store_sql", sql_id: 7, sql },
      { type: "describe", sql_id: 7 },
      { type: "close_sql", sql_id: 7 },
      { type: "describe", sql_id: 7 },
    ]);
    expect(body.results[1]?.response?.result).toMatchObject({
      params: [{ name: ":id" }, { name: null }, { name: "@stock" }],
      cols: [
        { name: "id", decltype: "INTEGER" },
        { name: "stock", decltype: "INTEGER" },
      ],
      is_explain: false,
      is_readonly: false,
    });
    expect(body.results[3]?.error?.code).toBe("SQL_NOT_FOUND");
    expect(await stored()).toEqual([]);
  });

  test("executeMultiple runs until the first error and leaves no transaction", async () => {
    const script =
      "BEGIN; INSERT INTO offer VALUES (1, 'Mele', 1); INSERT INTO offer VALUES (2, 'Mele', 1)";
    await expect(client.executeMultiple(script)).rejects.toThrow("offer.name");
    expect(server.database.inTransaction).toBe(false);
    expect(await stored()).toEqual([]);
  });

  test("malformed bodies and requests are answered, not dropped", async () => {
    const garbage = await fetch(`${server.url}/v2/pipeline`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.token}` },
      body: "{",
    });
    expect([garbage.status, await garbage.json()]).toEqual([
      400,
      { message: "the body is not JSON", code: "PROTOCOL_ERROR" },
    ]);
    const { body } = await post([{ type: "teleport" }, { type: "execute" }, { type: "batch" }]);
    expect(body.results.map((one) => one.type)).toEqual(["error", "error", "error"]);
  });
});
