import * as v from "valibot";
import { pageQuery } from "./schemas.ts";

/** The query of a list whose rows are numbered: `after` is the last number that was seen. */
export const rowPageQuery = {
  ...pageQuery,
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/, "the number of a row"))),
};

/** A page of numbered rows: what comes after a row, or from the start of the list. */
export interface RowPage {
  readonly after: number | null;
  readonly limit: number;
}

/** Reads which page is asked for from a query that `rowPageQuery` has validated. */
export function askedRows(query: {
  readonly after?: string | undefined;
  readonly limit: string;
}): RowPage {
  return {
    after: query.after === undefined ? null : Number(query.after),
    limit: Number(query.limit),
  };
}
