import { SCHEMES } from "#domain/catalogue/certificates.ts";
import type { ListWish } from "#frontend/shop/list-address.ts";
import { FIELDS, SORT_WORDS, SORTS, YES } from "#frontend/shop/list-address.ts";

/** As the catalogue and the register make them; anything else is nobody's address. */
export const SLUG = /^[a-z0-9-]{1,200}$/;

/** Longer searches and lists than these are nobody's. */
const LONGEST_QUERY = 80;
const MOST_CHOICES = 40;
const LONGEST_CODE = 40;
const LAST_PAGE = 1000;

/** Reads a list's address. What it does not understand is left out: an old link still works. */
export function wishOf(query: URLSearchParams): ListWish {
  const sort = SORTS.find((one) => SORT_WORDS[one] === query.get(FIELDS.sort));
  const page = Number(query.get(FIELDS.page) ?? "1");
  return {
    query: (query.get(FIELDS.query) ?? "").trim().slice(0, LONGEST_QUERY),
    categories: choices(query, FIELDS.category),
    producers: choices(query, FIELDS.producer),
    practices: SCHEMES.filter((scheme) => query.getAll(FIELDS.practice).includes(scheme)),
    available: query.get(FIELDS.available) === YES,
    inSeason: query.get(FIELDS.season) === YES,
    sort: sort ?? "shelf",
    week: weekAsked(query),
    page: Number.isSafeInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The code of the week that an address asks for; null where it asks for none. */
export function weekAsked(query: URLSearchParams): string | null {
  const code = query.get(FIELDS.week);
  return code !== null && code.length > 0 && code.length <= LONGEST_CODE ? code : null;
}

function choices(query: URLSearchParams, field: string): readonly string[] {
  const values = query.getAll(field).filter((value) => /^[\w-]{1,120}$/.test(value));
  return [...new Set(values)].slice(0, MOST_CHOICES);
}
