import { gt, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import type { ProductId } from "#domain/kernel/ids.ts";
import type { Statement } from "#ports/database.ts";
import { category } from "#schema/catalogue.ts";
import { integer, text, textOrNull } from "./cells.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import { type Loader, selecting } from "./statement.ts";

export type CategoryRow = typeof category.$inferSelect;

const selectCategories = selecting(
  new QueryBuilder()
    .select({
      id: category.id,
      parentId: category.parentId,
      name: category.name,
      position: category.position,
    })
    .from(category)
    .where(gt(category.id, sql.placeholder("after")))
    .orderBy(category.id)
    .limit(sql.placeholder("limit")),
);

export function categoryPage(asked: PageAsked): Loader<Page<CategoryRow>> {
  return paged(selectCategories(pageValues(asked)), asked, ({ id }) => id);
}

/** A category and those above it, the nearest first; at most ten, whatever the tree says. */
export function categoryPath(id: string | null): Loader<CategoryRow[]> {
  return pathFrom("SELECT ?1", id);
}

/** The same for the category that a product is in. */
export function shelvesOf(product: ProductId): Loader<CategoryRow[]> {
  return pathFrom("SELECT category_id FROM product WHERE id = ?1", product);
}

function pathFrom(
  start: "SELECT ?1" | "SELECT category_id FROM product WHERE id = ?1",
  id: string | null,
): Loader<CategoryRow[]> {
  return {
    statement: {
      sql: `WITH RECURSIVE path (id, parent_id, name, position, depth) AS (
          SELECT id, parent_id, name, position, 0 FROM category WHERE id = (${start})
          UNION ALL
          SELECT above.id, above.parent_id, above.name, above.position, depth + 1
          FROM category AS above JOIN path ON above.id = path.parent_id WHERE depth < 9
        ) SELECT id, parent_id, name, position FROM path ORDER BY depth`,
      args: [id],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: text(row, 0),
        parentId: textOrNull(row, 1),
        name: text(row, 2),
        position: integer(row, 3),
      })),
  };
}

export function putCategory(row: CategoryRow): Statement {
  return {
    sql: `INSERT INTO category (id, parent_id, name, position) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        parent_id = excluded.parent_id, name = excluded.name, position = excluded.position`,
    args: [row.id, row.parentId, row.name, row.position],
  };
}

/** What a product's words are made of, where its category's name is one of them. */
export interface ShelvedWords {
  readonly id: ProductId;
  readonly name: string;
  readonly maker: string | null;
  readonly producer: string;
  readonly categoryId: string;
  readonly categoryName: string;
}

/** The products of a category and of those right below it. */
export function productsUnder(id: string): Loader<ShelvedWords[]> {
  return {
    statement: {
      sql: `SELECT product.id, product.name, maker, enterprise.name, category.id, category.name
        FROM category JOIN product ON product.category_id = category.id
        JOIN enterprise ON enterprise.id = product.enterprise_id
        WHERE category.id = ?1 OR category.parent_id = ?1`,
      args: [id],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: text(row, 0) as ProductId,
        name: text(row, 1),
        maker: textOrNull(row, 2),
        producer: text(row, 3),
        categoryId: text(row, 4),
        categoryName: text(row, 5),
      })),
  };
}
