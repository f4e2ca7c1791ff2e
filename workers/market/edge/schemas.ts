import * as v from "valibot";
import { type Id, ID_PATTERN } from "#domain/kernel/ids.ts";
import { isCivilDate } from "#domain/kernel/instant.ts";

/** Pieces of schemas that every area shares: each has limits, so that no body is unbounded. */

/** A line of text that a person wrote: trimmed, without control characters. */
export function words(most: number, least = 1) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.minLength(least),
    v.maxLength(most),
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    v.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, "control characters"),
    v.regex(/^\P{Surrogate}*$/u, "half a character"),
  );
}

export const identifier = v.pipe(v.string(), v.regex(ID_PATTERN, "not an identifier"));

/** The same, carrying whose identifier it is: the form is checked, the meaning is the path's. */
export function idOf<Of extends Id<string>>() {
  return identifier as unknown as v.GenericSchema<string, Of>;
}

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const quantityMilli = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e8));
export const priceCents = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e8));
/** A sum of any number of amounts. */
export const sumCents = v.pipe(v.number(), v.safeInteger());
export const amountCents = v.pipe(v.number(), v.safeInteger(), v.minValue(-1e9), v.maxValue(1e9));
export const instantMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(4e12));
export const weightGrams = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e8));
export const email = v.pipe(v.string(), v.trim(), v.maxLength(200), v.email());
export const microdegrees = (most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(-most * 1e6), v.maxValue(most * 1e6));

export const civilDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/),
  v.check(isCivilDate, "no such day"),
);

/** A minute of the day on the wall clock; 1440 is the midnight that ends it. */
export const minuteOfDay = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1440));

/** Where a page of a list begins, and how long it is. */
export const pageQuery = {
  after: v.optional(v.pipe(v.string(), v.maxLength(200))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|1\d\d|200)$/, "1 to 200")), "50"),
};
