import { indexedText } from "#domain/catalogue/words.ts";
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

const INDEX = `INSERT INTO product_search (rowid, words, product_id)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`;
const UNINDEX = "DELETE FROM product_search WHERE rowid IN (SELECT value FROM json_each(?))";

/** Writes the words of products, replacing those they had. */
export function indexProducts(products: readonly SearchedProduct[]): Statement[] {
  if (products.length === 0) return [];
  const rows = products.map((product) => [rowOf(product.id), wordsOf(product), product.id]);
  return [
    { sql: UNINDEX, args: [JSON.stringify(rows.map(([row]) => row))] },
    { sql: INDEX, args: [JSON.stringify(rows)] },
  ];
}

function wordsOf({ name, maker, producer, categories }: SearchedProduct): string {
  return indexedText([name, maker ?? "", producer, ...categories]);
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
