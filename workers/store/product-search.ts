import { piecesOf, type SearchedWords, searchedWords } from "#domain/catalogue/words.ts";
import { ID_ALPHABET, type ProductId } from "#domain/kernel/ids.ts";
import type { Statement } from "#ports/database.ts";

/** What a product is found by. Certificates are not among it: they expire by themselves. */
export interface SearchedProduct {
  readonly id: ProductId;
  readonly name: string;
  readonly maker: string | null;
  readonly producer: string;
  /** The names of its category and of the one above. */
  readonly categories: readonly string[];
}

const FORGET = "DELETE FROM search_words WHERE row IN (SELECT value FROM json_each(?))";
const KEEP_WORDS = `INSERT INTO search_words (row, product_id, head, name, seller, shelves)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
  FROM json_each(?)`;
const KEEP_PIECES = `INSERT INTO search_piece (piece, word)
  SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`;

/** Writes the words of products, replacing those they had. */
export function indexProducts(products: readonly SearchedProduct[]): Statement[] {
  if (products.length === 0) return [];
  const searched = products.map((product) => ({ id: product.id, words: searchedWords(product) }));
  const rows = searched.map(({ id, words }) => [rowOf(id), id, ...columnsOf(words)]);
  const words = new Set(searched.flatMap((one) => columnsOf(one.words)).flatMap(wordsIn));
  const pieces = [...words].flatMap((word) => piecesOf(word).map((piece) => [piece, word]));
  return [
    { sql: FORGET, args: [JSON.stringify(rows.map(([row]) => row))] },
    { sql: KEEP_WORDS, args: [JSON.stringify(rows)] },
    { sql: KEEP_PIECES, args: [JSON.stringify(pieces)] },
  ];
}

function columnsOf({ head, name, seller, shelves }: SearchedWords): string[] {
  return [head, name, seller, shelves];
}

function wordsIn(column: string): string[] {
  return column.split(" ").filter((word) => word !== "");
}

/**
 * The row of a product in the index: the last ten characters of its id, fifty random bits. The
 * index knows rows by number only, and finding one by its id would read them all.
 */
function rowOf(id: ProductId): number {
  let row = 0;
  for (const character of id.slice(-10)) row = row * 32 + ID_ALPHABET.indexOf(character);
  return row;
}
