import { type Client, createClient, type InValue } from "@libsql/client/web";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type LibsqlServer, startLibsqlServer } from "./libsql-server.ts";

// What the Worker relies on, through the very client that it uses.

let server: LibsqlServer;
let client: Client;

beforeAll(async () => {
  server = await startLibsqlServer({ file: ":memory:" });
  client = createClient({ url: server.url, authToken: server.token });
  await client.executeMultiple(`
    CREATE TABLE producer (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE offer (
      id INTEGER PRIMARY KEY,
      producer_id INTEGER NOT NULL REFERENCES producer (id),
      name TEXT NOT NULL,
      price_cents INTEGER NOT NULL,
      stock INTEGER NOT NULL CONSTRAINT stock_is_never_negative CHECK (stock >= 0)
    ) STRICT;
    CREATE TRIGGER offer_price_is_frozen BEFORE UPDATE OF price_cents ON offer
    BEGIN SELECT raise(abort, 'refused:price-frozen'); END;
    CREATE TABLE thing (id INTEGER PRIMARY KEY, value ANY) STRICT;
    INSERT INTO producer VALUES (1, 'Malga Lessinia'), (2, 'Forno San Zeno');
    INSERT INTO offer VALUES (10, 1, 'Monte Veronese', 1890, 5), (11, 2, 'Pane di segale', 420, 8);
  `);
});

afterAll(async () => {
  client.close();
  await server.close();
});

async function echo(value: InValue, intMode: "number" | "bigint" = "bigint"): Promise<unknown> {
  const own = createClient({ url: server.url, authToken: server.token, intMode });
  const result = await own.execute({ sql: "SELECT ? AS value, typeof(?1)", args: [value] });
  return result.rows[0]?.[0];
}

describe("values go in and come back as they were", () => {
  test.each([
    ["the largest integer", 9_223_372_036_854_775_807n],
    ["the smallest integer", -9_223_372_036_854_775_808n],
    ["an integer one above 2^53", 9_007_199_254_740_993n],
    ["a float", 0.1],
    ["a negative float", -1.5e-300],
    ["an infinite float from SQL", undefined],
    ["a text with quotes and a line end", `l'"orto"\n\\ \u2028`],
    ["a text beyond the basic plane", "Zucchine 🥒 à è Ł 東"],
    ["an empty text", ""],
    ["null", null],
  ])("%s", async (_, value) => {
    if (value === undefined) {
      const { rows } = await client.execute("SELECT 9e999, -9e999");
      expect([rows[0]?.[0], rows[0]?.[1]]).toEqual([Infinity, -Infinity]);
    } else expect(await echo(value)).toEqual(value);
  });

  test("a blob, an empty blob and one of 300,000 bytes", async () => {
    for (const bytes of [[0, 255, 10], [], Array.from({ length: 300_000 }, (_, at) => at % 256)]) {
      const back = await echo(Uint8Array.from(bytes));
      expect(back).toBeInstanceOf(ArrayBuffer);
      expect(new Uint8Array(back as ArrayBuffer)).toEqual(Uint8Array.from(bytes));
    }
  });

  test("an integer too large for a JavaScript number fails loudly", async () => {
    await expect(echo(9_007_199_254_740_993n, "number")).rejects.toThrow(/too large/);
  });

  test("a stored integer above 2^53, in a row of its own, keeps its type", async () => {
    await client.execute({ sql: "INSERT INTO thing VALUES (1, ?)", args: [2n ** 60n + 1n] });
    const { rows } = await client.execute(
      "SELECT typeof(value), CAST(value AS TEXT) FROM thing WHERE id = 1",
    );
    expect([rows[0]?.[0], rows[0]?.[1]]).toEqual(["integer", "1152921504606846977"]);
  });

  test("a text with a NUL is refused, because it could not be read back whole", async () => {
    await expect(echo("pane\0burro")).rejects.toMatchObject({ code: "SQL_ARGS_INVALID" });
  });
});

describe("results", () => {
  test("equal column names in a join lose nothing", async () => {
    const joined = await client.execute(
      `SELECT o.id, p.id, o.name, p.name
       FROM offer o JOIN producer p ON p.id = o.producer_id ORDER BY 1`,
    );
    expect(joined.columns).toEqual(["id", "id", "name", "name"]);
    expect(joined.rows.map((row) => Array.from({ length: 4 }, (_, at) => row[at]))).toEqual([
      [10, 1, "Monte Veronese", "Malga Lessinia"],
      [11, 2, "Pane di segale", "Forno San Zeno"],
    ]);
    expect(joined.columnTypes).toEqual(["INTEGER", "INTEGER", "TEXT", "TEXT"]);
  });

  test("an empty result still names its columns", async () => {
    const none = await client.execute("SELECT id, name AS nome FROM offer WHERE id = 0");
    expect([none.columns, none.rows.length]).toEqual([["id", "nome"], 0]);
  });

  test("1,234 rows arrive in order", async () => {
    const many = await client.execute(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1234) SELECT i FROM n",
    );
    expect(many.rows.map((row) => row[0])).toEqual(Array.from({ length: 1234 }, (_, at) => at + 1));
  });

  test("a write tells how many rows it touched and the last row's number", async () => {
    const added = await client.execute("INSERT INTO producer (name) VALUES ('Orto A'), ('Orto B')");
    expect([added.rowsAffected, added.rows.length]).toEqual([2, 0]);
    expect(added.lastInsertRowid).toBe(4n);
    const none = await client.execute("UPDATE producer SET name = 'x' WHERE id = 0");
    expect(none.rowsAffected).toBe(0);
  });

  test("a row number above 2^53 is told exactly", async () => {
    const added = await client.execute(`INSERT INTO thing VALUES (${2n ** 62n + 3n}, 1)`);
    expect(added.lastInsertRowid).toBe(2n ** 62n + 3n);
  });

  test("RETURNING gives its rows and its affected count together", async () => {
    const raised = await client.execute(
      "UPDATE offer SET stock = stock + 1 WHERE id IN (10, 11) RETURNING id, stock",
    );
    expect(raised.rows.map((row) => [row[0], row[1]])).toEqual([
      [10, 6],
      [11, 9],
    ]);
    expect(raised.rowsAffected).toBe(2);
    const none = await client.execute("DELETE FROM offer WHERE id = 0 RETURNING id");
    expect([none.rows.length, none.rowsAffected]).toEqual([0, 0]);
  });

  test("a WITH that writes counts its rows, a WITH that reads counts none", async () => {
    const written = await client.execute(
      "WITH one(i) AS (SELECT 11) UPDATE offer SET stock = 9 WHERE id IN one RETURNING id",
    );
    expect([written.rowsAffected, written.rows.length]).toEqual([1, 1]);
    const read = await client.execute("WITH one(i) AS (SELECT 1) SELECT i, 'RETURNING' FROM one");
    expect([read.rowsAffected, read.lastInsertRowid]).toEqual([0, undefined]);
  });
});

describe("arguments", () => {
  test.each([":", "@", "$"])("named with %s, given with or without the prefix", async (prefix) => {
    const sql = `SELECT ${prefix}paese || ${prefix}paese, ${prefix}cap`;
    const bare = await client.execute({ sql, args: { paese: "Bosco", cap: 37_021n } });
    const dressed = await client.execute({
      sql,
      args: { [`${prefix}paese`]: "Bosco", [`${prefix}cap`]: 37_021n },
    });
    expect([bare.rows[0]?.[0], bare.rows[0]?.[1]]).toEqual(["BoscoBosco", 37_021]);
    expect(dressed.rows).toEqual(bare.rows);
  });

  test("a colon or a question mark inside a text or a comment is no argument", async () => {
    const { rows } = await client.execute({
      sql: "SELECT ':a ?', \"id\" /* ? :b */ FROM offer WHERE id = ?2 AND ?1 = 1 -- $c ?",
      args: [1n, 10n],
    });
    expect(rows[0]?.[0]).toBe(":a ?");
  });

  test("one too few, one too many and an unknown name are never bound as NULL", async () => {
    const refused = { code: "SQL_ARGS_INVALID" };
    await expect(client.execute("SELECT ?, ?", [1])).rejects.toMatchObject(refused);
    await expect(client.execute("SELECT ?", [1, 2])).rejects.toMatchObject(refused);
    await expect(client.execute({ sql: "SELECT :a", args: { a: 1, b: 2 } })).rejects.toMatchObject(
      refused,
    );
    await expect(client.execute({ sql: "SELECT :a, :b", args: { a: 1 } })).rejects.toMatchObject(
      refused,
    );
  });
});

describe("batches", () => {
  test("a write batch answers statement by statement", async () => {
    const results = await client.batch(
      [
        { sql: "INSERT INTO producer (id, name) VALUES (?, ?)", args: [20, "Apiario"] },
        { sql: "SELECT count(*) FROM producer WHERE id = ?", args: [20] },
        "UPDATE producer SET name = 'Apiario Monti' WHERE id = 20 RETURNING name",
      ],
      "write",
    );
    expect(results.map((result) => result.rowsAffected)).toEqual([1, 0, 1]);
    expect([results[1]?.rows[0]?.[0], results[2]?.rows[0]?.[0]]).toEqual([1, "Apiario Monti"]);
  });

  test("2,000 statements travel in one batch", async () => {
    const statements = Array.from({ length: 2000 }, (_, at) => ({
      sql: "INSERT INTO thing (id, value) VALUES (?, ?)",
      args: [1000 + at, `riga ${at}`],
    }));
    const results = await client.batch(statements, "write");
    expect(results.length).toBe(2000);
    const { rows } = await client.execute(
      "SELECT count(*) FROM thing WHERE id BETWEEN 1000 AND 2999",
    );
    expect(rows[0]?.[0]).toBe(2000);
  });

  test("a read batch sees one state and changes none", async () => {
    const [offers, sum] = await client.batch(
      ["SELECT id FROM offer ORDER BY id", "SELECT sum(price_cents) FROM offer"],
      "read",
    );
    expect([offers?.rows.length, sum?.rows[0]?.[0]]).toEqual([2, 2310]);
  });

  test("a changed table is seen by statements that were kept prepared", async () => {
    await client.execute("CREATE TABLE crate (id INTEGER PRIMARY KEY) STRICT");
    expect((await client.execute("SELECT * FROM crate")).columns).toEqual(["id"]);
    await client.execute("ALTER TABLE crate ADD COLUMN colour TEXT");
    expect((await client.execute("SELECT * FROM crate")).columns).toEqual(["id", "colour"]);
  });

  test("migrate() may switch foreign keys off, for that request only", async () => {
    await client.migrate(["CREATE TABLE migrated (id INTEGER PRIMARY KEY) STRICT"]);
    await expect(
      client.execute("INSERT INTO offer VALUES (99, 777, 'Nessuno', 1, 1)"),
    ).rejects.toThrow("FOREIGN KEY constraint failed");
  });
});
