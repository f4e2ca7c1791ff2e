import type { Findable, Wanted } from "#domain/catalogue/search.ts";
import { formsOf, stemOf, trigramsOf } from "#domain/catalogue/words.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import { type Cells, text, textOrNull } from "./cells.ts";
import { cycleAt, THIS_CYCLE, type WhichCycle } from "./cycle-shelf.ts";
import { asLists, listsAt } from "./row-lists.ts";
import {
  IN_FORCE,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  SHOWN_WIDTH,
  type ShownOffer,
  shownOfferOf,
} from "./shown-offer.ts";
import type { Loader } from "./statement.ts";

/** An offer with what it can be found by. */
export interface Candidate {
  readonly offer: ShownOffer;
  readonly findable: Findable;
}

/** More than these are never what somebody meant. */
const MOST = 200;

/** Where a statement has what candidates are chosen by: constant SQL, never input. */
interface Places {
  /** The cycle's id. */
  readonly cycle: string;
  /** The bound list of `wordsAsked`. */
  readonly words: string;
  /** The bound list of practices. */
  readonly practices: string;
}

/**
 * The products of a cycle that may be meant: by what people call them, or by what is attested of
 * their producer.
 */
export function candidateProducts(places: Places): string {
  return `(${byWords(places)} UNION ${byPractice(places)})`;
}

/**
 * For each word the products of the cycle that have it as it is; or, where none has, those that
 * share pieces with it. First those with most of the words, then those that have them nearest to
 * the beginning: the name stands before the producer, the producer before the shelf.
 */
function byWords({ cycle, words }: Places): string {
  return `SELECT product_id FROM (
    WITH asked AS MATERIALIZED (
      SELECT CASE
        WHEN EXISTS (
          SELECT 1 FROM product_search CROSS JOIN offer ON offer.cycle_id = ${cycle}
            AND offer.product_id = product_search.product_id
          WHERE product_search MATCH value ->> 0
        ) THEN value ->> 0 ELSE value ->> 1 END AS pieces, value ->> 2 AS lead
      FROM json_each(${words})
    )
    SELECT product_id, count(*) AS words_found,
      sum(coalesce(nullif(instr(words, lead), 0), 1000 + 10 * rank)) AS badness
    FROM asked CROSS JOIN product_search ON product_search MATCH asked.pieces
    WHERE EXISTS (SELECT 1 FROM offer WHERE cycle_id = ${cycle}
      AND offer.product_id = product_search.product_id)
    GROUP BY product_id ORDER BY words_found DESC, badness LIMIT ${MOST})`;
}

function byPractice({ cycle, practices }: Places): string {
  return `SELECT product_id FROM (
    SELECT product_id FROM (
      SELECT DISTINCT enterprise_id FROM certification
      WHERE scheme IN (SELECT value FROM json_each(${practices}))
        AND ${IN_FORCE}
    ) AS attested CROSS JOIN offer ON offer.cycle_id = ${cycle}
      AND offer.enterprise_id = attested.enterprise_id
    ORDER BY +position LIMIT ${MOST})`;
}

/** The candidates of a cycle that is there. */
export interface CycleCandidates {
  readonly cycleId: CycleId;
  /** In the order of the shelf; the domain ranks them. */
  readonly candidates: readonly Candidate[];
}

const MEANT = candidateProducts({
  cycle: "week.id",
  words: "?4",
  practices: "?5",
});
/** The candidates lead: CROSS JOIN keeps the planner from reading the whole shelf. */
const CANDIDATES = `SELECT week.id, (
    SELECT ${asLists(`${SHOWN_COLUMNS}, p.maker, above.name`, "o.position")} FROM ${MEANT} AS hit
    CROSS JOIN offer o ON o.product_id = hit.product_id AND o.cycle_id = week.id
      AND o.withdrawn_at IS NULL
    ${SHOWN_JOINS} LEFT JOIN category AS above ON above.id = k.parent_id
  ) FROM cycle AS week WHERE week.id = ${THIS_CYCLE}`;

/** Offers of a cycle that may be meant. */
export function cycleCandidates(
  which: WhichCycle,
  { words, practices }: Wanted,
  now: Instant,
): Loader<CycleCandidates | null> {
  return {
    statement: {
      sql: CANDIDATES,
      args: [...cycleAt(which, now), wordsAsked(words), JSON.stringify(practices)],
    },
    parse: ([row]) =>
      row === undefined
        ? null
        : { cycleId: text(row, 0) as CycleId, candidates: listsAt(row, 1, toCandidate) },
  };
}

/** The words of a search as `candidateProducts` reads them. */
export function wordsAsked(words: readonly string[]): string {
  return JSON.stringify(words.map(toAsked));
}

/** The pieces of a word as the index is asked for them, and the beginning of its forms. */
function toAsked(word: string) {
  return [anyOf(formsOf(word)), anyOf(trigramsOf(word)), ` ${stemOf(word)}`];
}

/** Any of these pieces. They hold letters, figures and spaces only, so that quotes contain them. */
function anyOf(pieces: readonly string[]): string {
  return pieces.map((piece) => `"${piece}"`).join(" OR ");
}

function toCandidate(cells: Cells): Candidate {
  const offer = shownOfferOf(cells);
  const above = textOrNull(cells, SHOWN_WIDTH + 1);
  return {
    offer,
    findable: {
      id: offer.terms.offerId,
      name: offer.name,
      maker: textOrNull(cells, SHOWN_WIDTH),
      producer: offer.seller.name,
      categories: [offer.category.name, ...(above === null ? [] : [above])],
      schemes: offer.seller.schemes,
    },
  };
}
