import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantAt, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { afterwards } from "./outbox.ts";
import type { Page } from "./page.ts";
import { firstOrNull, type Loader, mapped } from "./statement.ts";

/** Where a letter is on its way. */
export const LETTER_STATES = [
  "queued",
  "withheld",
  "refused",
  "sent",
  "delivered",
  "bounced",
  "complained",
] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** A letter as officers see it: never what it says. */
export interface LetterView {
  readonly id: number;
  readonly kind: string;
  /** Null once it is erased. */
  readonly to: string | null;
  readonly state: LetterState;
  readonly stateAt: Instant;
  readonly reason: string | null;
  readonly queuedAt: Instant;
  /** The letter that this one was sent again for. */
  readonly repeats: number | null;
  /** Its words and its address are still there. */
  readonly canBeRepeated: boolean;
}

const SELECT = `SELECT id, kind, recipient, state, state_at, reason, queued_at, repeats,
    state <> 'queued' AND words IS NOT NULL AND recipient IS NOT NULL FROM letter`;

export function letterById(id: number): Loader<LetterView | null> {
  return firstOrNull({
    statement: { sql: `${SELECT} WHERE id = ?`, args: [id] },
    parse: (rows) => rows.map(toView),
  });
}

/** Letters, the newest first: all, or those in one state. `after` is the last that was seen. */
export function letterPage(asked: {
  readonly state: LetterState | null;
  readonly after: number | null;
  readonly limit: number;
}): Loader<Page<LetterView>> {
  const { state, after, limit } = asked;
  const before = after ?? Number.MAX_SAFE_INTEGER;
  const some = state === null ? "" : "state = ?3 AND ";
  const statement = {
    sql: `${SELECT} WHERE ${some}id < ?1 ORDER BY id DESC LIMIT ?2`,
    args: [before, limit + 1, ...(state === null ? [] : [state])],
  };
  return mapped({ statement, parse: (rows) => rows.map(toView) }, (rows) => {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? String(last.id) : null };
  });
}

/** Names the guard that holds when words or address went meanwhile. */
export const LETTER_GONE = "letter_queued_can_be_sent";

/** The same letter once more, as a letter of its own: the carrier would drop a repeated key. */
export function queueAgain(id: number, again: { key: string; at: Instant }): Statement[] {
  return [
    {
      sql: `INSERT INTO letter (key, kind, recipient, words, state, state_at, queued_at, repeats)
        SELECT ?2, kind, recipient, words, 'queued', ?3, ?3, id FROM letter WHERE id = ?1`,
      args: [id, again.key, again.at],
    },
    afterwards({ topic: "mail", key: again.key, payload: {}, at: again.at }),
  ];
}

function toView(row: Row): LetterView {
  return {
    id: integer(row, 0),
    kind: text(row, 1),
    to: textOrNull(row, 2),
    state: text(row, 3) as LetterState,
    stateAt: instantAt(row, 4),
    reason: textOrNull(row, 5),
    queuedAt: instantAt(row, 6),
    repeats: integerOrNull(row, 7),
    canBeRepeated: integer(row, 8) === 1,
  };
}
