import { HOUR, type Instant, MINUTE } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { CodeRefusal } from "./refusals.ts";

/** How long the digits of a letter are good. */
export const CODE_LIVES_MS = 10 * MINUTE;

/** How often one code may be tried; the database counts (`mail_code_tries_few`). */
const CODE_TRIES = 5;

/** How many letters one address gets in an hour; the database counts (`mail_code_few_an_hour`). */
export const CODES_AN_HOUR = { most: 5, withinMs: HOUR } as const;

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
