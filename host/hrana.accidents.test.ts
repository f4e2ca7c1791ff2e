import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Client, createClient } from "@libsql/client/web";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { openDatabase } from "./hrana-connection.ts";
import { type LibsqlServer, startLibsqlServer } from "./libsql-server.ts";

// What stays true with strangers at the door, cut requests and another process on the file.

const folder = mkdtempSync(join(tmpdir(), "filiera-accidents-"));
const file = join(folder, "network.db");
let server: LibsqlServer;
let client: Client;

beforeAll(async () => {
  server = await startLibsqlServer({ file, busyTimeoutMs: 40 });
  client = createClient({ url: server.url, authToken: server.token });
  await client.executeMultiple(`
    CREATE TABLE offer (
      id INTEGER PRIMARY KEY,
      name TEXT UNIQUE,
      stock INTEGER NOT NULL CONSTRAINT stock_is_never_negative CHECK (stock >= 0)
    ) STRICT;
  `);
});

beforeEach(() => {
  server.database.exec("DELETE FROM offer");
});

afterAll(async () => {
  client.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function stored(): Promise<number[]> {
  const { rows } = await client.execute("SELECT id FROM offer ORDER BY id");
  return rows.map((row) => Number(row[0]));
}

describe("strangers and accidents", () => {
  test("a request without the token, or with another, is read and refused", async () => {
    const stranger = createClient({ url: server.url, authToken: "un altro" });
    await expect(stranger.execute("SELECT 1")).rejects.toMatchObject({ code: "AUTH_REQUIRED" });
    const bare = await fetch(`${server.url}/v2/pipeline`, {
      method: "POST",
      body: "x".repeat(1_000_000),
    });
    expect([bare.status, bare.headers.get("connection")]).toEqual([401, "keep-alive"]);
    await bare.body?.cancel();
  });

  test("a request with any Origin is refused, even with the token", async () => {
    for (const origin of ["https://example.org", "http://localhost:8787", "null"]) {
      const answer = await fetch(`${server.url}/v2/pipeline`, {
        method: "POST",
        headers: { authorization: `Bearer ${server.token}`, origin },
        body: JSON.stringify({ requests: [{ type: "close" }] }),
      });
      expect([answer.status, await answer.json()]).toEqual([
        403,
        { message: "browsers are refused", code: "REFUSED" },
      ]);
    }
  });

  test("a request cut in the middle of its body changes nothing", async () => {
    const body = JSON.stringify({
      requests: [{ type: "execute", stmt: { sql: "INSERT INTO offer VALUES (1, 'Mele', 1)" } }],
    });
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write(
      `POST /v2/pipeline HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${server.token}\r\n` +
        `content-length: ${body.length + 1}\r\n\r\n${body}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    expect(await stored()).toEqual([]);
  });

  test("60 parallel pipelines all answer, each with its own rows", async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, id) => {
        const own = createClient({ url: server.url, authToken: server.token });
        await own.batch(
          [{ sql: "INSERT INTO offer VALUES (?, ?, 1)", args: [id, `Cassetta ${id}`] }],
          "write",
        );
        const { rows } = await own.execute("SELECT name FROM offer WHERE id = ?", [id]);
        return rows[0]?.[0];
      }),
    );
    expect(answers).toEqual(Array.from({ length: 60 }, (_, id) => `Cassetta ${id}`));
  });

  test("closing twice is closing once", async () => {
    const other = await startLibsqlServer({ file: ":memory:" });
    await Promise.all([other.close(), other.close()]);
    await expect(fetch(other.url)).rejects.toThrow();
  });
});

describe("another process holds the write lock", () => {
  test.each(["write", "autocommit", "stale"])(
    "BUSY (%s) is told and loses nothing",
    async (way) => {
      const other = openDatabase(file, 0);
      const insert = "INSERT INTO offer VALUES (1, 'Mele', 1) RETURNING id";
      other.exec("BEGIN IMMEDIATE");
      const attempt =
        way === "write"
          ? client.batch([insert], "write")
          : way === "autocommit"
            ? client.execute(insert)
            : client.batch(["SELECT count(*) FROM offer", insert], "deferred");
      await expect(attempt).rejects.toMatchObject({ code: expect.stringMatching(/^SQLITE_BUSY/) });
      other.exec("COMMIT");
      expect(await stored()).toEqual([]);

      // The commit after a BUSY must be one that another process sees.
      await client.execute("INSERT INTO offer VALUES (2, 'Pere', 1)");
      expect(other.prepare("SELECT id FROM offer").raw().all()).toEqual([[2]]);
      other.exec("INSERT INTO offer VALUES (3, 'Uva', 1)");
      other.close();
      expect(await stored()).toEqual([2, 3]);
    },
  );
});
