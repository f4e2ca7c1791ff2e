import { HOUR, type Instant, MINUTE } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { CodeRefusal } from "./refusals.ts";

/** How long the digits of a letter are good. */
export const CODE_LIVES_MS = 10 * MINUTE;

/** How often one code may be tried; the database counts (`mail_code_tries_few`). */
const CODE_TRIES = 5;

/**
 * How many letters one address gets in an hour (the database counts: `mail_code_few_an_hour`). Each
 * asker has a number of their own, so that a stranger who asks and asks leaves the others theirs;
 * and all strangers together have another, so that a mailbox is not flooded from many networks.
 */
export const CODES_AN_HOUR = { most: 5, strangers: 15, withinMs: HOUR } as const;

/** A browser that was signed in with the address before, or the network a stranger asks from. */
export type Asker = `browser:${string}` | `net:${string}`;

/** How many codes went to an address in the last hour. */
export interface CodesAsked {
  readonly byAsker: number;
  /** By whoever is not a known browser. */
  readonly byStrangers: number;
}

/** Whether one more letter goes out; strangers cannot use up what a known browser has. */
export function isCodeDue({ byAsker, byStrangers }: CodesAsked, asker: Asker): boolean {
  if (byAsker >= CODES_AN_HOUR.most) return false;
  return asker.startsWith("browser:") || byStrangers < CODES_AN_HOUR.strangers;
}

/** A code that was sent, as it is kept. */
export interface CodeSent {
  readonly expiresAt: Instant;
  readonly tries: number;
  readonly usedAt: Instant | null;
}

/**
 * Judges a try. "code-wrong" is one more try, which has to be written down before it is said;
 * "code-spent" is said of what can no longer be right, whatever was typed.
 */
export function judgeTry(
  sent: CodeSent | null,
  isRight: boolean,
  now: Instant,
): Outcome<"right", CodeRefusal> {
  if (sent === null || sent.usedAt !== null || now >= sent.expiresAt) {
    return refuse({ code: "code-spent" });
  }
  if (sent.tries >= CODE_TRIES) return refuse({ code: "code-spent" });
  if (isRight) return accept("right");
  return refuse({ code: "code-wrong", triesLeft: CODE_TRIES - sent.tries - 1 });
}
