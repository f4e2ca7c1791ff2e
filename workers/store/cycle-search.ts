import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { Findable, Wanted } from "#domain/catalogue/search.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row } from "#ports/database.ts";
import { textOrNull } from "./cells.ts";
import {
  IN_FORCE,
  SHELF_COLUMNS,
  SHELF_JOINS,
  SHELF_WIDTH,
  shelfAt,
  type ShelfOffer,
  shelfOfferOf,
  THIS_CYCLE,
  type WhichCycle,
} from "./cycle-shelf.ts";
import type { Loader } from "./statement.ts";

/** An offer with what it can be found by. */
export interface Candidate {
  readonly offer: ShelfOffer;
  readonly findable: Findable;
}

/** More than these are never what somebody meant. */
const MOST = 200;

/** On the shelf of the cycle, by pieces of words shared with ?4, those with the rarest first. */
const BY_WORDS = `SELECT product_id FROM (
    SELECT product_id FROM product_search WHERE product_search MATCH ?4
      AND EXISTS (SELECT 1 FROM offer WHERE cycle_id = ${THIS_CYCLE}
        AND offer.product_id = product_search.product_id)
    ORDER BY rank LIMIT ${MOST})`;
/** By what is attested of their producer, as ?5 lists. */
const BY_PRACTICE = `SELECT product_id FROM (
    SELECT product_id FROM offer WHERE cycle_id = ${THIS_CYCLE} AND enterprise_id IN (
      SELECT enterprise_id FROM certification
      WHERE scheme IN (SELECT value FROM json_each(?5)) AND ${IN_FORCE})
    ORDER BY position LIMIT ${MOST})`;

const CANDIDATES = `SELECT ${SHELF_COLUMNS}, p.maker, above.name
  FROM (${BY_WORDS} UNION ${BY_PRACTICE}) AS hit
  JOIN offer o ON o.product_id = hit.product_id AND o.cycle_id = ${THIS_CYCLE}
    AND o.withdrawn_at IS NULL
  ${SHELF_JOINS} LEFT JOIN category AS above ON above.id = k.parent_id
  ORDER BY o.position`;

/** Offers of a cycle that may be meant, in the order of the shelf; the domain ranks them. */
export function cycleCandidates(
  which: WhichCycle,
  { trigrams, practices }: Wanted,
  now: Instant,
): Loader<Candidate[]> {
  return {
    statement: {
      sql: CANDIDATES,
      args: [...shelfAt(which, now), matchText(trigrams), JSON.stringify(practices)],
    },
    parse: (rows) => rows.map(toCandidate),
  };
}

/** Any of these pieces. They hold letters, figures and spaces only, so that quotes contain them. */
function matchText(trigrams: readonly string[]): string {
  return trigrams.length === 0 ? NOTHING : trigrams.map((piece) => `"${piece}"`).join(" OR ");
}

/** A query of the index that no words can match. */
const NOTHING = '"\u0001\u0001\u0001"';

function toCandidate(row: Row): Candidate {
  const offer = shelfOfferOf(row);
  const above = textOrNull(row, SHELF_WIDTH + 1);
  return {
    offer,
    findable: {
      id: offer.terms.offerId,
      name: offer.name,
      maker: textOrNull(row, SHELF_WIDTH),
      producer: offer.producer.name,
      categories: [offer.category.name, ...(above === null ? [] : [above])],
      schemes: offer.schemes satisfies readonly Scheme[],
    },
  };
}
