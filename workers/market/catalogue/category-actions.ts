import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CatalogueRefusal } from "#domain/catalogue/refusals.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import {
  categoryPage,
  categoryPath,
  type CategoryRow,
  productsUnder,
  putCategory,
  type ShelvedWords,
} from "#store/categories.ts";
import type { Page, PageAsked } from "#store/page.ts";
import { indexProducts } from "#store/product-search.ts";

/**
 * Puts a shelf in its place, or renames it: products are found by the names of their shelves, so
 * those of this one and of the shelves right below it are indexed again.
 */
export function shelve(request: Request, command: CategoryRow) {
  return perform(request, {
    load: () => ({
      above: categoryPath(command.parentId),
      products: productsUnder(command.id),
    }),
    decide: (
      { above, products },
      principal,
    ): Outcome<Plan<CategoryRow>, AccessRefusal | CatalogueRefusal> => {
      const allowed = allow(principal, "categories.edit");
      if (!allowed.ok) return allowed;
      if (command.parentId !== null && above.length === 0) {
        return refuse({ code: "not-found", what: "category" });
      }
      if (above.some(({ id }) => id === command.id)) {
        return refuse({ code: "category-loop", categoryId: command.id });
      }
      const searched = products.map((product) => ({
        ...product,
        categories: shelfNames(command, above[0]?.name, product),
      }));
      return accept({
        value: command,
        statements: [putCategory(command), ...indexProducts(searched)],
      });
    },
  });
}

/** The shelves of the shop; anyone may read them. */
export async function listCategories(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<CategoryRow>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: categoryPage(asked) });
  const allowed = allow(principal, "catalogue.read");
  return allowed.ok ? accept(known.page) : allowed;
}

function shelfNames(shelf: CategoryRow, aboveIt: string | undefined, product: ShelvedWords) {
  if (product.categoryId !== shelf.id) return [product.categoryName, shelf.name];
  return aboveIt === undefined ? [shelf.name] : [shelf.name, aboveIt];
}
