import type { Scheme } from "./certificates.ts";
import { stemOf } from "./words.ts";

/** How people name what a certificate attests, already folded. */
export const PRACTICE_WORDS: Readonly<Record<Scheme, readonly string[]>> = {
  "bio-eu": ["bio", "biologico", "organico"],
  pgs: ["pgs", "garanzia", "partecipata"],
  integrata: ["integrata"],
  "coop-sociale": ["cooperativa", "coop", "sociale"],
  dop: ["dop"],
  igp: ["igp"],
};

/** The certificates that these words ask for. */
export function practicesNamed(words: readonly string[]): readonly Scheme[] {
  const stems = new Set(words.map(stemOf));
  const schemes = Object.keys(PRACTICE_WORDS) as Scheme[];
  return schemes.filter((scheme) => PRACTICE_WORDS[scheme].some((word) => stems.has(stemOf(word))));
}
