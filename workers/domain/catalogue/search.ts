import type { Scheme } from "./certificates.ts";
import { editDistance, editsAllowed } from "./edit-distance.ts";
import { PRACTICE_WORDS, practicesNamed } from "./practices.ts";
import { type SearchedWords, stemOf, withoutJoining, wordsOf } from "./words.ts";

/** What somebody looks for, read from whatever they typed. */
export interface Wanted {
  readonly words: readonly string[];
  /** Certificates that some of the words name. */
  readonly practices: readonly Scheme[];
}

/** Nobody means more than this; what follows is not read. */
const MOST_LETTERS = 120;
const MOST_WORDS = 8;

export function readQuery(typed: string): Wanted {
  const folded = wordsOf(Array.from(typed).slice(0, MOST_LETTERS).join(""));
  const words = withoutJoining([...new Set(folded)]).slice(0, MOST_WORDS);
  return {
    words,
    practices: practicesNamed(words),
  };
}

/** An offer with what it can be found by. */
export interface Findable {
  readonly id: string;
  readonly words: SearchedWords;
  /** Certificates in force. */
  readonly schemes: readonly Scheme[];
}

export interface Found {
  /** Ids, the best first; equals stay in the order they came in. */
  readonly ids: readonly string[];
  /** The words as they are written in what was found, when some were only nearly so. */
  readonly readAs: string | null;
}

/**
 * Ranks candidates: those that have all the words, or else the most of them; then by how each word
 * is found (the word itself in any number, its beginning, with an edit, with two), where (name,
 * producer, category, practice), how near to the beginning, and in the very form.
 * A word that some candidate has as it is, or as a beginning, is not taken for another one.
 */
export function rank(wanted: Wanted, candidates: readonly Findable[]): Found {
  const placed = candidates.map(placing());
  const columns = wanted.words.map((word) => columnOf(word, placed));
  const scored = candidates.map((candidate, index) => {
    const matches = columns.flatMap((column) => column[index] ?? []);
    const badness = matches.reduce((sum, match) => sum + match.badness, 0);
    return { candidate, matches, badness };
  });
  const most = Math.max(0, ...scored.map(({ matches }) => matches.length));
  if (most === 0) return { ids: [], readAs: null };
  const kept = scored.filter(({ matches }) => matches.length === most);
  kept.sort((a, b) => a.badness - b.badness);
  return {
    ids: kept.map(({ candidate }) => candidate.id),
    readAs: readAs(wanted.words, kept[0]?.matches ?? []),
  };
}

interface Match {
  readonly asked: string;
  readonly word: string;
  readonly tier: number;
  readonly badness: number;
}

/** How a word was found; a step further weighs more than any place it is found in. */
const TIER = { same: 0, beginning: 1, edited: 2 } as const;
const STEP = 1000;
const FIELD = 100;
const LATEST = 40;

/** A word of a candidate, and what finding it there is worth less than the best place. */
interface Placed {
  readonly word: string;
  readonly badness: number;
}

/** The words of a candidate by field. */
type PlacedFields = readonly (readonly Placed[])[];

/**
 * Places the words of candidates: their names', their producers', their shelves', their
 * practices'. Producers and shelves come again and again, and are taken apart once.
 */
function placing(): (candidate: Findable) => PlacedFields {
  const known = FIELDS.map(() => new Map<string, readonly Placed[]>());
  const placed = (text: string, weight: number) => {
    const before = known[weight]?.get(text);
    if (before !== undefined) return before;
    const words = split(text).map((word, place) => {
      return { word, badness: weight * FIELD + 2 * Math.min(place, LATEST) };
    });
    known[weight]?.set(text, words);
    return words;
  };
  return (candidate) => FIELDS.map((textOf, weight) => placed(textOf(candidate), weight));
}

const FIELDS: readonly ((candidate: Findable) => string)[] = [
  ({ words }) => (words.name === "" ? words.head : `${words.head} ${words.name}`),
  ({ words }) => words.seller,
  ({ words }) => words.shelves,
  ({ schemes }) => schemes.flatMap((scheme) => PRACTICE_WORDS[scheme]).join(" "),
];

function split(words: string): readonly string[] {
  return words === "" ? [] : words.split(" ");
}

/** Where a word is found as it is, near misses are another word and are not looked for. */
function columnOf(asked: string, placed: readonly PlacedFields[]) {
  const found = (edits: number) => {
    const tierOf = tiersOf(asked, edits);
    return placed.map((words) => bestMatch(asked, words, tierOf));
  };
  const asItIs = found(0);
  return asItIs.some((match) => match !== null) ? asItIs : found(editsAllowed(asked));
}

type TierOf = (word: string) => number | null;

function bestMatch(asked: string, fields: PlacedFields, tierOf: TierOf): Match | null {
  let best: Match | null = null;
  for (const words of fields) {
    for (const placed of words) {
      const tier = tierOf(placed.word);
      if (tier === null) continue;
      const { word } = placed;
      const badness = tier * STEP + placed.badness + (word === asked ? 0 : 1);
      if (best === null || badness < best.badness) best = { asked, word, tier, badness };
    }
  }
  return best;
}

/** How other words are this one: each is looked at once, however many candidates have it. */
function tiersOf(asked: string, edits: number): TierOf {
  const known = new Map<string, number | null>();
  const wanted = { word: asked, stem: stemOf(asked), edits };
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const tier = tierBetween(wanted, word);
    known.set(word, tier);
    return tier;
  };
}

/** A word that is looked for, with what is asked of it again and again. */
interface Asked {
  readonly word: string;
  readonly stem: string;
  readonly edits: number;
}

function tierBetween(asked: Asked, word: string): number | null {
  if (word === asked.word) return TIER.same;
  const stem = stemOf(word);
  if (stem === asked.stem) return TIER.same;
  if (asked.word.length >= 2 && word.startsWith(asked.word)) return TIER.beginning;
  const allowed = asked.edits;
  if (allowed === 0 || Math.abs(word.length - asked.word.length) > allowed + 2) return null;
  const edits = Math.min(
    editDistance(asked.word, word, allowed),
    editDistance(asked.stem, stem, allowed),
  );
  return edits > allowed ? null : TIER.edited + edits - 1;
}

function readAs(words: readonly string[], matches: readonly Match[]): string | null {
  const nearly = matches.filter(({ tier }) => tier >= TIER.edited);
  if (nearly.length === 0) return null;
  return words.map((word) => nearly.find(({ asked }) => asked === word)?.word ?? word).join(" ");
}
