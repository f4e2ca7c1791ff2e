import type { Instant } from "#domain/kernel/instant.ts";
import { type Letter, type LetterKind, traitsOf } from "#domain/notices/letter.ts";
import type { Row, Statement } from "#ports/database.ts";
import { letter } from "#schema/mail.ts";
import { integer, text } from "./cells.ts";
import { wantedSql } from "./notice-choices.ts";
import { afterwards } from "./outbox.ts";
import { foldAddress } from "./persons.ts";
import { insertInto, type Loader } from "./statement.ts";

/** A secret that is stored nowhere: the sender derives it from these words (`ids.derived`). */
export interface LetterSecrets {
  /** The link is the network's origin, this path, and the secret; no words, no secret. */
  readonly link?: { readonly path: string; readonly words: readonly string[] } | null;
  /** The code is eight digits of the secret (`ids.derivedCode`). */
  readonly code?: { readonly words: readonly string[] } | null;
}

/** A letter to somebody. */
export interface LetterTo extends LetterSecrets {
  /** What makes it the same letter however often it is sent: "order-placed:01jz…". */
  readonly key: string;
  readonly to: string;
  readonly letter: Letter;
  readonly at: Instant;
}

/**
 * Puts a letter in the batch of the fact that it tells of. It is sent later, and then followed.
 * One that its reader does not want is not put there at all.
 */
export function queueLetter({ key, to, letter: said, at, link, code }: LetterTo): Statement[] {
  const { kind, lang, subject, pieces } = said;
  const words = { lang, subject, pieces, link: link ?? null, code: code ?? null };
  const row = { key, kind, recipient: to, words: JSON.stringify(words), queuedAt: at };
  const queued = [
    afterwards({ topic: "mail", key, payload: {}, at }),
    insertInto(letter, { ...row, state: "queued", stateAt: at }),
  ];
  return traitsOf(kind).isOptional
    ? queued.map((statement) => onlyWanted(statement, { to, kind }))
    : queued;
}

/** The same insert, where whoever reads the address wants letters of this kind. */
function onlyWanted(
  { sql, args }: Statement,
  { to, kind }: { readonly to: string; readonly kind: LetterKind },
): Statement {
  const [into = "", values = ""] = sql.split(" VALUES ");
  return {
    sql: `${into} SELECT ${values.slice(1, -1)} FROM (SELECT ? AS address, ? AS kind) AS meant
      WHERE ${wantedSql("meant.address", "meant.kind")}`,
    args: [...args, foldAddress(to), kind],
  };
}

/** A letter in the hands of a sender. */
export interface LetterInHand extends Letter, Required<LetterSecrets> {
  readonly id: number;
  readonly key: string;
  readonly to: string;
  /** Letters to this address come back, or are not wanted. */
  readonly isFailing: boolean;
  /** A person asked for it to be sent again. */
  readonly isRepeated: boolean;
  /** Whoever reads the address wants letters of this kind, where they may be chosen. */
  readonly isWanted: boolean;
}

/**
 * Whether an address fails: a letter to it came back and none was delivered since, or somebody
 * called one unwanted. It is read from the letters themselves, so that no order of events matters.
 */
export function failingSql(address: string): string {
  return `EXISTS (SELECT 1 FROM letter AS failed
    WHERE failed.recipient = ${address} AND (failed.state = 'complained' OR (
      failed.state = 'bounced' AND NOT EXISTS (SELECT 1 FROM letter AS arrived
        WHERE arrived.recipient = failed.recipient AND arrived.state = 'delivered'
          AND arrived.state_at > failed.state_at))))`;
}

/** The letters that can still be sent among those with these keys. */
export function lettersInHand(keys: readonly string[]): Loader<LetterInHand[]> {
  return {
    statement: {
      sql: `SELECT id, key, kind, recipient, words, repeats, ${failingSql("letter.recipient")},
          ${wantedSql("lower(letter.recipient)", "letter.kind")}
        FROM letter WHERE key IN (SELECT value FROM json_each(?)) AND words IS NOT NULL
          AND recipient IS NOT NULL`,
      args: [JSON.stringify(keys)],
    },
    parse: (rows) => rows.map(toLetterInHand),
  };
}

/** What `queueLetter` wrote is what is read. */
function toLetterInHand(row: Row): LetterInHand {
  const words = JSON.parse(text(row, 4)) as Omit<Letter, "kind"> & Required<LetterSecrets>;
  return {
    ...words,
    id: integer(row, 0),
    key: text(row, 1),
    kind: text(row, 2) as LetterKind,
    to: text(row, 3),
    isRepeated: row[5] !== null,
    isFailing: integer(row, 6) === 1,
    isWanted: integer(row, 7) === 1,
  };
}

/**
 * The carrier has it, though news of it may have come first. Words of which nothing more may be
 * sent go at once.
 */
export function letterSent(
  { id, kind }: LetterInHand,
  sent: { readonly carrierId: string | null; readonly at: Instant },
): Statement {
  const words = traitsOf(kind).isOnce ? "NULL" : "words";
  return {
    sql: `UPDATE letter SET carrier_id = ?2, words = ${words},
        state = CASE state WHEN 'queued' THEN 'sent' ELSE state END,
        state_at = CASE state WHEN 'queued' THEN ?1 ELSE state_at END
      WHERE id = ?3 AND carrier_id IS NULL`,
    args: [sent.at, sent.carrierId, id],
  };
}

/** It is not sent: the carrier refuses it for good, or its address fails. */
export function letterEnded(
  key: string,
  ended: { readonly state: "refused" | "withheld"; readonly at: Instant; readonly reason: string },
): Statement {
  return {
    sql: `UPDATE letter SET state = ?, state_at = ?, reason = ? WHERE key = ? AND state = 'queued'`,
    args: [ended.state, ended.at, ended.reason, key],
  };
}
