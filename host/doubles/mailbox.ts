import type Database from "libsql";
import * as v from "valibot";
import { openDatabase } from "#host/hrana-connection.ts";
import { type Asked, type Loopback, serveLoopback, type Told } from "./loopback.ts";
import { mailboxPage } from "./mailbox-page.ts";

const NewMessage = v.object({
  to: v.pipe(v.string(), v.email()),
  subject: v.pipe(v.string(), v.regex(/^[^\r\n]{1,300}$/)),
  text: v.string(),
  html: v.optional(v.string()),
});

/** A message that "arrived". */
export interface Message extends v.InferOutput<typeof NewMessage> {
  readonly id: number;
  /** The Idempotency-Key it came under. */
  readonly key: string;
  /** Milliseconds UTC by the host's clock. */
  readonly at: number;
}

/** The mailbox of one machine: everything that the network sends, to whomever. */
export interface Mailbox extends Loopback {
  /** Newest first. */
  messages(): readonly Message[];
}

const schema = `
  CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL, at INTEGER NOT NULL
  ) STRICT;`;

/**
 * Takes mail by POST /messages, once per Idempotency-Key, and shows it: GET / as a page,
 * GET /messages as JSON. `file` keeps it over a restart.
 */
export async function startMailbox(file: string, now: () => number): Promise<Mailbox> {
  const database = openDatabase(file, 2000);
  database.exec(schema);
  const served = await serveLoopback((asked) => answer(asked, database, now));
  return {
    url: served.url,
    messages: () => messagesOf(database),
    async close() {
      await served.close();
      database.close();
    },
  };
}

function answer(asked: Asked, database: Database.Database, now: () => number): Told {
  const call = `${asked.method} ${asked.path}`;
  if (call === "GET /") return { status: 200, html: mailboxPage(messagesOf(database)) };
  if (call === "GET /messages") return { status: 200, json: { messages: messagesOf(database) } };
  if (call !== "POST /messages") return { status: 404, json: { code: "no-such-path" } };
  const message = v.safeParse(NewMessage, asked.body);
  if (!message.success || asked.key === "") return { status: 400, json: { code: "bad-request" } };
  return store(asked.key, JSON.stringify(message.output), database, now());
}

function store(key: string, body: string, database: Database.Database, at: number): Told {
  const known = database.prepare("SELECT id, body FROM message WHERE key = ?").all([key])[0] as
    | { readonly id: number; readonly body: string }
    | undefined;
  if (known === undefined) {
    const insert = database.prepare("INSERT INTO message (key, body, at) VALUES (?, ?, ?)");
    const { lastInsertRowid } = insert.run([key, body, BigInt(at)]);
    return { status: 202, json: { id: Number(lastInsertRowid) } };
  }
  if (known.body === body) return { status: 202, json: { id: known.id } };
  return { status: 409, json: { code: "idempotency-key-reused" } };
}

function messagesOf(database: Database.Database): readonly Message[] {
  const rows = database.prepare("SELECT id, key, body, at FROM message ORDER BY id DESC").all([]);
  return (rows as { id: number; key: string; body: string; at: number }[]).map((row) => ({
    id: row.id,
    key: row.key,
    at: row.at,
    ...v.parse(NewMessage, JSON.parse(row.body)),
  }));
}
