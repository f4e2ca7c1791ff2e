/** What the house must know of a kind of letter. */
interface LetterTraits {
  /** Goes out even to an address that fails: without it somebody loses access, goods or money. */
  readonly isEssential: boolean;
  /** Carries what works once: its words go the moment it is handed over, and it is not repeated. */
  readonly isOnce: boolean;
  /** Goes only to who wants it, and says how to stop it; others are part of what was asked for. */
  readonly isOptional: boolean;
}

const essential = { isEssential: true, isOnce: false, isOptional: false };
/** Codice del consumo art. 51 (7): a contract made at a distance is confirmed in writing. */
const courtesy = { isEssential: false, isOnce: false, isOptional: false };
const optional = { isEssential: false, isOnce: false, isOptional: true };
const once = { isEssential: true, isOnce: true, isOptional: false };

/** Every kind of letter that the network writes. */
export const LETTERS = {
  "order-placed": courtesy,
  "order-receipt": courtesy,
  "low-credit": optional,
  "week-opens": optional,
  "closing-soon": optional,
  "pickup-day": optional,
  "cycle-cancelled": essential,
  "order-sheet": essential,
  "payment-declined": essential,
  "problem-reported": courtesy,
  "problem-answered": essential,
  "account-changed": essential,
  "standing-order": essential,
  membership: essential,
  "group-request": courtesy,
  "group-answer": courtesy,
  "group-reminder": optional,
  "vote-noticed": essential,
  "vote-news": optional,
  "assembly-convened": essential,
  "assembly-cancelled": essential,
  "sign-in-code": once,
  invitation: once,
} as const satisfies Readonly<Record<string, LetterTraits>>;

export type LetterKind = keyof typeof LETTERS;

/** Whether a kind goes out whatever happened to earlier letters, and whether only once. */
export function traitsOf(kind: LetterKind): LetterTraits {
  return LETTERS[kind];
}

/** The languages that letters are written in. */
export type LetterLang = "it" | "en";

/** A piece of a letter, in the order in which it is read. Plain words: nothing is markup. */
export type Piece =
  | { readonly words: string }
  | { readonly list: readonly string[] }
  /** What it is and what it comes to, a row each: ["Totale", "15,50 €"]. */
  | { readonly sums: readonly (readonly [string, string])[] }
  /** What the link opens. The address comes in when the letter is sent, and is stored nowhere. */
  | { readonly link: string }
  /** What the code is for. The code comes in when the letter is sent, and is stored nowhere. */
  | { readonly code: string };

/** A letter before anybody's network, link or code is on it. */
export interface Letter {
  readonly kind: LetterKind;
  readonly lang: LetterLang;
  readonly subject: string;
  readonly pieces: readonly Piece[];
}
