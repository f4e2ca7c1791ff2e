import type { Allergen } from "#domain/catalogue/allergens.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Row } from "#ports/database.ts";
import { text, textOrNull } from "./cells.ts";
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

/** One size of a product with everything that is said of it. */
export interface DescribedOffer {
  readonly offer: ShelfOffer;
  readonly description: string;
  readonly maker: string | null;
  readonly origin: string;
  readonly ingredients: string;
  readonly allergens: readonly Allergen[];
  readonly species: string;
  readonly variety: string;
  readonly packaging: string;
  readonly certificates: readonly ShownCertificate[];
}

export interface ShownCertificate {
  readonly scheme: Scheme;
  readonly body: string;
  readonly number: string;
  readonly documentUrl: string | null;
  readonly expiresOn: CivilDate;
}

/** The product leads: CROSS JOIN and +position keep the planner from reading the whole shelf. */
const SHEET = `SELECT ${SHELF_COLUMNS}, p.description, p.maker, p.origin, p.ingredients,
    p.allergens, p.species, p.variety, p.packaging, (
      SELECT json_group_array(json_object('scheme', scheme, 'body', body, 'number', number,
        'documentUrl', document_url, 'expiresOn', expires_on) ORDER BY scheme, number)
      FROM certification WHERE enterprise_id = e.id AND ${IN_FORCE}
    )
  FROM (
    SELECT product_id FROM offer WHERE id = ?4 UNION SELECT id FROM product WHERE slug = ?4
  ) AS meant
  CROSS JOIN offer o ON o.product_id = meant.product_id AND o.cycle_id = ${THIS_CYCLE}
    AND o.withdrawn_at IS NULL
  ${SHELF_JOINS} ORDER BY +o.position`;

/** All sizes, in one cycle, of the product that an offer or an address belongs to. */
export function offerSheet(
  which: WhichCycle,
  offerOrSlug: string,
  now: Instant,
): Loader<DescribedOffer[]> {
  return {
    statement: { sql: SHEET, args: [...shelfAt(which, now), offerOrSlug] },
    parse: (rows) => rows.map(toDescribed),
  };
}

function toDescribed(row: Row): DescribedOffer {
  const at = SHELF_WIDTH;
  return {
    offer: shelfOfferOf(row),
    description: text(row, at),
    maker: textOrNull(row, at + 1),
    origin: text(row, at + 2),
    ingredients: text(row, at + 3),
    allergens: JSON.parse(text(row, at + 4)) as Allergen[],
    species: text(row, at + 5),
    variety: text(row, at + 6),
    packaging: text(row, at + 7),
    certificates: JSON.parse(text(row, at + 8)) as ShownCertificate[],
  };
}
