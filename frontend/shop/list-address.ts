import type { Scheme } from "#domain/catalogue/certificates.ts";

/** In which order a list stands. `shelf` is the order that the offers were published in. */
export const SORTS = ["shelf", "name", "price", "producer"] as const;
export type Sort = (typeof SORTS)[number];

/** What a reader asks of the list; every part of it is in the address. */
export interface ListWish {
  /** As typed; "" when nothing is searched. */
  readonly query: string;
  /** Ids of categories. */
  readonly categories: readonly string[];
  /** Slugs of producers. */
  readonly producers: readonly string[];
  readonly practices: readonly Scheme[];
  /** Only what can still be ordered. */
  readonly available: boolean;
  /** Only what is in season when the week is delivered. */
  readonly inSeason: boolean;
  readonly sort: Sort;
  /** The code of a week that is open beside the first; null where it is the first. */
  readonly week: string | null;
  /** From 1. */
  readonly page: number;
}

export const EVERYTHING: ListWish = {
  query: "",
  categories: [],
  producers: [],
  practices: [],
  available: false,
  inSeason: false,
  sort: "shelf",
  week: null,
  page: 1,
};

/** The names that the sorts and filters have in an address. */
export const FIELDS = {
  query: "q",
  category: "categoria",
  producer: "azienda",
  practice: "pratica",
  available: "disponibili",
  season: "stagione",
  sort: "ordine",
  week: "ciclo",
  page: "pagina",
  point: "punto",
} as const;

/** How an address says that only what can still be ordered, or is in season, is wanted. */
export const YES = "si";

/** How each order is written in an address. */
export const SORT_WORDS: Readonly<Record<Sort, string>> = {
  shelf: "banco",
  name: "nome",
  price: "prezzo",
  producer: "azienda",
};

/** The address of a list, of products or of producers: what is not asked for is not written. */
export function listHref(wish: Partial<ListWish>, path = "/prodotti"): string {
  const asked = { ...EVERYTHING, ...wish };
  const pairs = [
    ...(asked.week === null ? [] : [[FIELDS.week, asked.week]]),
    ...(asked.query === "" ? [] : [[FIELDS.query, asked.query]]),
    ...asked.categories.map((value) => [FIELDS.category, value]),
    ...asked.producers.map((value) => [FIELDS.producer, value]),
    ...asked.practices.map((value) => [FIELDS.practice, value]),
    ...(asked.inSeason ? [[FIELDS.season, YES]] : []),
    ...(asked.available ? [[FIELDS.available, YES]] : []),
    ...(asked.sort === "shelf" ? [] : [[FIELDS.sort, SORT_WORDS[asked.sort]]]),
    ...(asked.page === 1 ? [] : [[FIELDS.page, `${asked.page}`]]),
  ];
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}

/** An address of the shop in a week; that of the first to close needs no word. */
export function inWeek(path: string, week: string | null | undefined): string {
  if (week === null || week === undefined) return path;
  return `${path}?${new URLSearchParams({ [FIELDS.week]: week })}`;
}

/** Anything but the order and the page: something was looked for. */
export function isNarrowed(wish: ListWish): boolean {
  return wish.query !== "" || chosenFilters(wish) > 0;
}

/** How many filters are ticked. */
export function chosenFilters(wish: ListWish): number {
  const { categories, producers, practices, available, inSeason } = wish;
  const ticked = [available, inSeason].filter((one) => one).length;
  return categories.length + producers.length + practices.length + ticked;
}
