import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { openDoubleDatabase } from "./double-database.ts";
import { type News, NEWS } from "./mail-news.ts";

const oneLine = v.pipe(v.string(), v.regex(/^[^\r\n]{1,300}$/));
const address = v.pipe(v.string(), v.email());

/** What POST /emails takes: as much of Resend's API as a letter needs. */
export const NewEmail = v.object({
  from: oneLine,
  to: v.pipe(v.array(address), v.length(1)),
  subject: oneLine,
  text: v.string(),
  html: v.optional(v.string()),
  reply_to: v.optional(v.array(address)),
  headers: v.optional(v.record(v.string(), oneLine)),
  tags: v.optional(
    v.array(v.object({ name: v.string(), value: v.pipe(v.string(), v.regex(/^[\w-]{1,256}$/)) })),
  ),
});

/** A letter that "arrived". */
export interface Message {
  /** What the carrier calls it. */
  readonly carrierId: string;
  /** The Idempotency-Key it came under. */
  readonly key: string;
  /** Milliseconds UTC by the host's clock. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The sender's own name for it. */
  readonly tag: string | undefined;
  /** The headers that the sender added. */
  readonly headers: Readonly<Record<string, string>>;
  /** What was last told of it; null while nothing was. */
  readonly news: News | null;
}

/** What came of handing a letter over. */
export type Given =
  | { readonly kind: "new" | "known"; readonly carrierId: string }
  | { readonly kind: "other" };

/** The letters of one machine, kept over a restart. */
export interface MailboxStore {
  give(key: string, email: v.InferOutput<typeof NewEmail>, at: number): Given;
  /** Newest first. */
  messages(): readonly Message[];
  note(carrierId: string, news: News): void;
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS email (
    number INTEGER PRIMARY KEY, carrier_id TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL, at INTEGER NOT NULL, news TEXT
  ) STRICT;`;

interface Row {
  readonly carrier_id: string;
  readonly key: string;
  readonly body: string;
  readonly at: number;
  readonly news: string | null;
}

/** Opens the letters in a file, or in ":memory:". */
export function openMailboxStore(file: string): MailboxStore {
  const { database, prepare } = openDoubleDatabase(file, schema);
  return {
    give: (key, email, at) => {
      const body = JSON.stringify(email);
      const found = prepare("SELECT carrier_id, body FROM email WHERE key = ?").all([key]);
      const [known] = found as Pick<Row, "carrier_id" | "body">[];
      if (known !== undefined) {
        if (known.body !== body) return { kind: "other" };
        return { kind: "known", carrierId: known.carrier_id };
      }
      const carrierId = randomUUID();
      prepare("INSERT INTO email (carrier_id, key, body, at) VALUES (?, ?, ?, ?)").run([
        carrierId,
        key,
        body,
        BigInt(at),
      ]);
      return { kind: "new", carrierId };
    },
    messages: () =>
      (prepare("SELECT * FROM email ORDER BY number DESC").all([]) as Row[]).map(toMessage),
    note: (carrierId, news) => {
      prepare("UPDATE email SET news = ? WHERE carrier_id = ?").run([news, carrierId]);
    },
    close: () => database.close(),
  };
}

function toMessage({ carrier_id: carrierId, key, body, at, news }: Row): Message {
  const {
    from,
    to,
    subject,
    text,
    html = "",
    tags,
    headers = {},
  } = v.parse(NewEmail, JSON.parse(body));
  const tag = tags?.find(({ name }) => name === "letter")?.value;
  const told = NEWS.find((one) => one === news) ?? null;
  return {
    carrierId,
    key,
    at,
    from,
    to: to[0] ?? "",
    subject,
    text,
    html,
    tag,
    headers,
    news: told,
  };
}
