import { type Instant, instant, MINUTE } from "#domain/kernel/instant.ts";

/** How long a challenge may be answered: the assertion under an act is at most so old. */
const CHALLENGE_LIVES_MS = 5 * MINUTE;

/**
 * What a passkey is asked to sign: a nonce and the time, with a seal over both and over what the
 * answer is for. Nothing is stored until it is answered, so that asking costs the database
 * nothing; an answered one is remembered and answers no more.
 */
export interface Challenge {
  readonly nonce: string;
  readonly at: Instant;
  readonly seal: string;
}

/** Seals words with the network's secret: the same words give the same text. */
export type Sealing = (...words: readonly string[]) => string;

/** What an answer is for: an act by a person, a sign-in, an enrolment. */
export type Purpose = readonly ["act" | "sign-in" | "enrolment", ...string[]];

export function newChallenge(
  seal: Sealing,
  nonce: string,
  at: Instant,
  purpose: Purpose,
): Challenge {
  return { nonce, at, seal: seal("passkey", nonce, String(at), ...purpose) };
}

export function expiryOf({ at }: Challenge): Instant {
  return instant(at + CHALLENGE_LIVES_MS);
}

/** The text of a challenge, as it travels inside base64url. */
export function challengeText({ nonce, at, seal }: Challenge): string {
  return `${nonce}.${at}.${seal}`;
}

/** Reads a challenge back if it is ours, for this purpose, and still young. */
export function openChallenge(
  seal: Sealing,
  text: string,
  now: Instant,
  purpose: Purpose,
): Challenge | null {
  const [, nonce = "", time = ""] =
    /^([0-9a-z]{20,40})\.(\d{1,13})\.[0-9a-z]{20,80}$/.exec(text) ?? [];
  if (nonce === "") return null;
  const at = instant(Number(time));
  const challenge = newChallenge(seal, nonce, at, purpose);
  if (challengeText(challenge) !== text) return null;
  return now >= at && now < expiryOf(challenge) ? challenge : null;
}
