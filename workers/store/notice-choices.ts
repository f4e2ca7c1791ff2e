import { PURPOSES } from "#domain/access/consents.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { type Choice, type OptionalLetter, UNASKED_LETTER } from "#domain/notices/choices.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantAt, integer, text } from "./cells.ts";
import type { Loader } from "./statement.ts";

export type ChoiceChannel = "page" | "api" | "letter";

/** What the page says of reminders today: who agreed to other words agreed to others. */
const WORDING = PURPOSES.find(({ key }) => key === "reminders")?.textVersion ?? 0;

/** Whether a person agrees to letters that nobody has to be sent. */
export function agreesSql(person: string): string {
  return `coalesce((SELECT said.given = 1 AND said.text_version = ${WORDING} FROM consent AS said
    WHERE said.person_id = ${person} AND said.purpose = 'reminders'
    ORDER BY said.number DESC LIMIT 1), 0)`;
}

/** What somebody chose of a kind of letter, as 0 or 1; NULL where they said nothing. */
export function chosenSql(holder: string, kind: string): string {
  return `(SELECT choice.wanted FROM notice_choice AS choice
    WHERE choice.holder = ${holder} AND choice.notice = ${kind})`;
}

/**
 * Whether whoever reads this address wants an optional letter of this kind. A person who is here
 * has to agree, save to their group's reminder; an address that is nobody's here was told of when
 * its household joined, and can be said no for. `address` is folded.
 */
export function wantedSql(address: string, kind: string): string {
  return `coalesce(
    (SELECT (${kind} = '${UNASKED_LETTER}' OR ${agreesSql("reader.person_id")})
        AND coalesce(${chosenSql("reader.person_id", kind)}, ${chosenSql(address, kind)}, 1)
      FROM person_email AS reader WHERE reader.folded = ${address}
        AND reader.confirmed_at IS NOT NULL AND reader.removed_at IS NULL),
    ${chosenSql(address, kind)}, 1)`;
}

/** What whoever is signed in chose, letter by letter. */
export function choicesIn(session: Digest | null): Loader<Choice[]> {
  return {
    statement: {
      sql: `SELECT notice, wanted, chosen_at FROM notice_choice
        WHERE holder = (SELECT person_id FROM session WHERE digest = ?)`,
      args: [session],
    },
    parse: (rows) => rows.map(toChoice),
  };
}

/** Writes what somebody chose of some letters; the last word counts. */
export function choose(
  holder: string,
  letters: readonly { readonly notice: OptionalLetter; readonly isWanted: boolean }[],
  { channel, at }: { readonly channel: ChoiceChannel; readonly at: Instant },
): Statement {
  const said = letters.map(({ notice, isWanted }) => [notice, isWanted ? 1 : 0]);
  return {
    sql: `INSERT INTO notice_choice (holder, notice, wanted, channel, chosen_at)
      SELECT ?1, value ->> 0, value ->> 1, ?2, ?3 FROM json_each(?4) WHERE true
      ON CONFLICT (holder, notice) DO UPDATE SET wanted = excluded.wanted,
        channel = excluded.channel, chosen_at = excluded.chosen_at`,
    args: [holder, channel, at, JSON.stringify(said)],
  };
}

/** Who agrees to reminders anew has said nothing of any one of them; their group's is none. */
export function forgetChoices(personId: PersonId): Statement {
  return {
    sql: "DELETE FROM notice_choice WHERE holder = ? AND notice <> ?",
    args: [personId, UNASKED_LETTER],
  };
}

/** A letter whose reader may stop its kind. */
export interface StoppableLetter {
  readonly key: string;
  readonly kind: string;
  /** Whose choice it would be; null once the address is forgotten. */
  readonly holder: string | null;
}

export function stoppableLetter(letterId: number): Loader<StoppableLetter | null> {
  return {
    statement: {
      sql: `SELECT l.key, l.kind, coalesce(
          (SELECT e.person_id FROM person_email e WHERE e.folded = lower(l.recipient)
            AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL), lower(l.recipient), '')
        FROM letter l WHERE l.id = ?`,
      args: [letterId],
    },
    parse: ([row]) => {
      if (row === undefined) return null;
      const holder = text(row, 2);
      return { key: text(row, 0), kind: text(row, 1), holder: holder === "" ? null : holder };
    },
  };
}

function toChoice(row: Row): Choice {
  return {
    notice: text(row, 0) as OptionalLetter,
    isWanted: integer(row, 1) === 1,
    chosenAt: instantAt(row, 2),
  };
}
