import type { BlindCastProps } from "#frontend/islands/blind-cast.tsx";
import type { Texts } from "#frontend/texts/texts.ts";

/** What is said at each step of a blind vote, and of each that does not come off. */
export function blindWords(t: Texts): BlindCastProps["say"] {
  const { choose, objectionMissing, rankTwice, rankNone, tracker, blind, cast } = t.votes.ballot;
  const { faults, ...said } = blind;
  const typed = { choose, objectionMissing, rankTwice, rankNone };
  const all = { ...typed, ...faults };
  return { ...said, cast, tracker, inBox: t.votes.receipt.cast, faults: all };
}
