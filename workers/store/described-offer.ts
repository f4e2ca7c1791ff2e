import type { Allergen } from "#domain/catalogue/allergens.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import { type Cells, text, textOrNull } from "./cells.ts";
import { listAt } from "./row-lists.ts";
import {
  IN_FORCE,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  SHOWN_WIDTH,
  type ShownOffer,
  shownOfferOf,
} from "./shown-offer.ts";

/** One size of a product with everything that is said of it. */
export interface DescribedOffer extends ShownOffer {
  readonly description: string;
  /** Who made it, where that is not who sells it. */
  readonly maker: string | null;
  readonly origin: string;
  readonly ingredients: string;
  readonly allergens: readonly Allergen[];
  readonly certificates: readonly ShownCertificate[];
}

/** A certificate in force today. */
export interface ShownCertificate {
  readonly scheme: Scheme;
  readonly body: string;
  readonly number: string;
  readonly documentUrl: string | null;
  readonly expiresOn: CivilDate;
}

/** The columns of an offer `o`, after `SHOWN_JOINS`, as `describedOfferOf` reads them. */
export const DESCRIBED_COLUMNS = `${SHOWN_COLUMNS}, p.description, p.maker, p.origin,
  p.ingredients, json(p.allergens), json((
    SELECT json_group_array(json_object('scheme', scheme, 'body', body, 'number', number,
      'documentUrl', document_url, 'expiresOn', expires_on) ORDER BY scheme, number)
    FROM certification WHERE enterprise_id = e.id AND ${IN_FORCE}
  ))`;
/** How many they are. */
export const DESCRIBED_WIDTH = SHOWN_WIDTH + 6;

/**
 * The sizes `o`, in a cycle, of the products `meant`. The products lead: CROSS JOIN keeps the
 * planner from reading the whole shelf, as does +position in an order.
 */
export function sizesOf(meant: string, cycle: string): string {
  return `(${meant}) AS meant CROSS JOIN offer o ON o.product_id = meant.product_id
    AND o.cycle_id = ${cycle} AND o.withdrawn_at IS NULL
    ${SHOWN_JOINS}`;
}

export function describedOfferOf(cells: Cells): DescribedOffer {
  const at = SHOWN_WIDTH;
  return {
    ...shownOfferOf(cells),
    description: text(cells, at),
    maker: textOrNull(cells, at + 1),
    origin: text(cells, at + 2),
    ingredients: text(cells, at + 3),
    allergens: listAt(cells, at + 4),
    certificates: listAt(cells, at + 5),
  };
}
