import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { Findable, Wanted } from "#domain/catalogue/search.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Database, Row } from "#ports/database.ts";
import { type Cells, integer, text, textOrNull } from "./cells.ts";
import { cycleAt, THIS_CYCLE, type WhichCycle } from "./cycle-shelf.ts";
import { asAnyLists, asList, asLists, listsAt, readLists } from "./row-lists.ts";
import { askedWords, SEARCH } from "./search-statement.ts";
import { SHOP_CYCLE, shopAt } from "./shop-week.ts";
import {
  IN_FORCE,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  shownAt,
  type ShownOffer,
  shownOfferOf,
} from "./shown-offer.ts";
import { type Loader, readBatch } from "./statement.ts";

/** An offer that may be meant, with what it can be found by and chosen from. */
export interface Candidate extends Findable {
  readonly sellerId: string;
  /** Its category's id, and that of the one above. */
  readonly categories: readonly string[];
}

/** What may be meant by a search in a cycle that is there. */
export interface Candidates {
  readonly cycleId: CycleId;
  /** In the order of the shelf; the domain ranks them. */
  readonly candidates: readonly Candidate[];
  /** With all that is shown of an offer, those that will likely be asked for. */
  readonly shown: ReadonlyMap<string, ShownOffer>;
}

/** Which of the candidates will likely be shown, counted in the order in which they fit best. */
export interface Likely {
  readonly from: number;
  readonly count: number;
}

/** For who has to look at all of them; a negative limit is none. */
export const EVERY_CANDIDATE: Likely = { from: 0, count: -1 };

const CANDIDATE = asAnyLists(
  `c.id, c.head, c.name, c.seller, c.shelves, c.enterprise_id, c.category_id, k.parent_id,
    c.position`,
);

const POSITION = 8;

/** Narrow rows of all candidates; wide ones only of those that will likely be shown. */
function searchIn(cycle: string): string {
  return `WITH week AS MATERIALIZED (SELECT id FROM cycle WHERE id = ${cycle}), ${SEARCH}
    SELECT week.id,
      (SELECT ${CANDIDATE} FROM candidate c JOIN category k ON k.id = c.category_id),
      (SELECT ${asLists("enterprise_id, scheme", "scheme")} FROM (
        SELECT DISTINCT enterprise_id AS attested FROM candidate
      ) CROSS JOIN certification ON enterprise_id = attested WHERE ${IN_FORCE}),
      (SELECT ${asAnyLists(SHOWN_COLUMNS)} FROM likely
        CROSS JOIN offer o ON o.id = likely.id ${SHOWN_JOINS})
    FROM week`;
}

const IN_CYCLE = searchIn(THIS_CYCLE);
const IN_SHOP = searchIn(`(${SHOP_CYCLE})`);

/** Offers of a cycle that may be meant. */
export function cycleCandidates(
  which: WhichCycle,
  wanted: Wanted,
  likely: Likely,
  now: Instant,
): Loader<Candidates | null> {
  const args = [...cycleAt(which, now), ...asked(wanted, likely)];
  return { statement: { sql: IN_CYCLE, args }, parse: toCandidates };
}

/** Offers of the shop's cycle that may be meant. */
export function shopCandidates(
  week: string | null,
  wanted: Wanted,
  likely: Likely,
  now: Instant,
): Loader<Candidates | null> {
  const args = [...shopAt(week, now), ...asked(wanted, likely)];
  return { statement: { sql: IN_SHOP, args }, parse: toCandidates };
}

function asked({ words, practices }: Wanted, { from, count }: Likely) {
  return [...askedWords(words), JSON.stringify(practices), count, from];
}

function toCandidates([row]: readonly Row[]): Candidates | null {
  if (row === undefined) return null;
  const attested = listsAt(row, 2, (cells) => [text(cells, 0), text(cells, 1) as Scheme] as const);
  const schemes = Map.groupBy(attested, ([seller]) => seller);
  const shown = listsAt(row, 3, shownOfferOf);
  const found = listsAt(row, 1, (cells) => cells);
  found.sort((a, b) => integer(a, POSITION) - integer(b, POSITION));
  return {
    cycleId: text(row, 0) as CycleId,
    candidates: found.map((cells) => {
      const named = schemes.get(text(cells, 5)) ?? [];
      return candidateOf(cells, [...new Set(named.map(([, scheme]) => scheme))]);
    }),
    shown: new Map(shown.map((offer) => [offer.terms.offerId, offer])),
  };
}

function candidateOf(cells: Cells, schemes: readonly Scheme[]): Candidate {
  const category = text(cells, 6);
  const above = textOrNull(cells, 7);
  return {
    id: text(cells, 0),
    words: {
      head: text(cells, 1),
      name: text(cells, 2),
      seller: text(cells, 3),
      shelves: text(cells, 4),
    },
    schemes,
    sellerId: text(cells, 5),
    categories: above === null ? [category] : [category, above],
  };
}

/**
 * These candidates with all that is shown of them, in this order. What fits best was read with
 * them; only where the domain sees that otherwise is there something to read once more.
 */
export async function shownOf(
  { shown }: Candidates,
  ids: readonly string[],
  { database, now }: { readonly database: Database; readonly now: Instant },
): Promise<readonly ShownOffer[]> {
  const missing = ids.filter((id) => !shown.has(id));
  const read = missing.length === 0 ? [] : await readShown(database, missing, now);
  const all = new Map([...shown, ...read.map((offer) => [offer.terms.offerId, offer] as const)]);
  return ids.flatMap((id) => all.get(id) ?? []);
}

async function readShown(database: Database, ids: readonly string[], now: Instant) {
  const statement = {
    sql: `SELECT ${asList(SHOWN_COLUMNS)} FROM json_each(?3) AS wish
      CROSS JOIN offer o ON o.id = wish.value ${SHOWN_JOINS}`,
    args: [...shownAt(now), JSON.stringify(ids)],
  };
  return (await readBatch(database, { offers: { statement, parse: toShown } })).offers;
}

function toShown(rows: readonly Row[]): readonly ShownOffer[] {
  return readLists(rows, shownOfferOf);
}
