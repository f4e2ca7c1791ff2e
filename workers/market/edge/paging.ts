import * as v from "valibot";
import { pageQuery } from "./schemas.ts";

/** The query of a list that has nothing to ask but its page. */
export const PageQuery = v.strictObject(pageQuery);

/** Reads which page is asked for from a query that `pageQuery` has validated. */
export function askedPage(query: { readonly after?: string | undefined; readonly limit: string }) {
  return { after: query.after ?? null, limit: Number(query.limit) };
}

/** The schema of a page of such things. */
export function pageOf<S extends v.GenericSchema>(item: S) {
  return v.object({ items: v.array(item), next: v.nullable(v.string()) });
}
