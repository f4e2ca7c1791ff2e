import type { Instant } from "#domain/kernel/instant.ts";
import type { LetterKind } from "./letter.ts";

/** The letters that somebody chooses, in the order in which a week brings them. */
export const OPTIONAL_LETTERS = [
  "week-opens",
  "closing-soon",
  "group-reminder",
  "pickup-day",
  "low-credit",
  "vote-news",
] as const;
export type OptionalLetter = (typeof OPTIONAL_LETTERS)[number];

/**
 * A group's coordinator writes it, at most once a cycle, to households that came into the group
 * to order together: it goes out without an agreement to reminders, until its reader says no.
 */
export const UNASKED_LETTER = "group-reminder" satisfies OptionalLetter;

/** Wanting any of these is agreeing to reminders. */
export function needsAgreement(key: OptionalLetter): boolean {
  return key !== UNASKED_LETTER;
}

/**
 * Letters that go out whatever is chosen, and why: a contract is confirmed and billed (codice del
 * consumo art. 51 (7)), money that is owed is asked for, access is kept safe, work is asked for.
 */
export const FIXED_LETTERS = [
  { key: "order-placed", why: "contract" },
  { key: "order-receipt", why: "contract" },
  { key: "cycle-cancelled", why: "contract" },
  { key: "problem-answered", why: "contract" },
  { key: "payment-declined", why: "money" },
  { key: "account-changed", why: "security" },
  { key: "sign-in-code", why: "security" },
  { key: "membership", why: "contract" },
  { key: "vote-noticed", why: "vote" },
  { key: "order-sheet", why: "work" },
] as const satisfies readonly { readonly key: LetterKind; readonly why: string }[];

export type FixedLetter = (typeof FIXED_LETTERS)[number]["key"];

/** What somebody said of one kind of letter. */
export interface Choice {
  readonly notice: OptionalLetter;
  readonly isWanted: boolean;
  readonly chosenAt: Instant;
}

/** How a kind of letter stands for somebody; `since` is null while they said nothing of it. */
export interface ChoiceStanding {
  readonly key: OptionalLetter;
  readonly isWanted: boolean;
  readonly since: Instant | null;
}

/**
 * Which letters somebody gets: none that needs it before they agree to reminders at all; then each
 * of which they did not say no.
 */
export function choiceStandings(
  agrees: boolean,
  choices: readonly Choice[],
): readonly ChoiceStanding[] {
  return OPTIONAL_LETTERS.map((key) => {
    const said = choices.find(({ notice }) => notice === key);
    const mayGo = agrees || !needsAgreement(key);
    return { key, isWanted: mayGo && (said?.isWanted ?? true), since: said?.chosenAt ?? null };
  });
}

export function isOptionalLetter(kind: string): kind is OptionalLetter {
  return OPTIONAL_LETTERS.some((one) => one === kind);
}

/** From these words, and the network's key, comes the secret that stops letters like this one. */
export function stopNoticeWords(letterKey: string): readonly string[] {
  return ["stop-notice", letterKey];
}
