import { integer, text } from "drizzle-orm/sqlite-core";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Id } from "#domain/kernel/ids.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { BasisPoints, Grams, Milli } from "#domain/kernel/quantity.ts";

// Columns that carry a brand of the kernel. The types are a promise that the migrations' CHECKs
// and the one writer of each table keep; nothing is converted on the way in or out.

/** Whole euro cents. */
export function cents(name: string) {
  return integer(name).$type<Cents>();
}

/** Thousandths of the sale unit. */
export function milli(name: string) {
  return integer(name).$type<Milli>();
}

/** Whole grams. */
export function grams(name: string) {
  return integer(name).$type<Grams>();
}

/** Hundredths of a percentage point. */
export function basisPoints(name: string) {
  return integer(name).$type<BasisPoints>();
}

/** Milliseconds since 1970 in UTC. */
export function instant(name: string) {
  return integer(name).$type<Instant>();
}

/** A day of the calendar, as `2026-06-05`. */
export function day(name: string) {
  return text(name).$type<CivilDate>();
}

/** SHA-256 in lower-case hexadecimal. */
export function digest(name: string) {
  return text(name).$type<Digest>();
}

/** The identifier of one kind of thing: `idOf<OfferId>("offer_id")`. */
export function idOf<Of extends Id<string>>(name: string) {
  return text(name).$type<Of>();
}
