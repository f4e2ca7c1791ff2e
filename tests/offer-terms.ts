import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import { type EnterpriseId, type Id, id, type LineId, type OfferId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, grams, milli } from "#domain/kernel/quantity.ts";

/** Terms of an ordinary offer, a bottle at 4.00 with VAT 10 %; what is said overrides. */
export function offerTerms(own: Partial<OfferTerms> = {}): OfferTerms {
  const kind = own.kind ?? "piece";
  return {
    offerId: numbered<OfferId>("offer", 1),
    enterpriseId: numbered<EnterpriseId>("farm", 1),
    kind,
    priceCents: cents(400),
    vat: basisPoints(1000),
    boxUnits: 1,
    stepMilli: milli(1000),
    leastMilli: own.stepMilli ?? milli(1000),
    nominalGrams: kind === "variable" ? grams(500) : null,
    netGrams: null,
    netMl: null,
    depositCents: cents(0),
    poolId: null,
    poolMilliPerUnit: milli(1000),
    ...own,
  };
}

/** The identifier of the line that came `number`th, in tests of pure rules. */
export function lineIdOf(number: number): LineId {
  return numbered<LineId>("ne", number);
}

/** An identifier that says what it is: `numbered("farm", 3)`. */
export function numbered<Of extends Id<string>>(word: string, number: number): Of {
  const letters = word.replaceAll(/[ilou]/g, "");
  return id<Of>(`${letters}${String(number).padStart(26 - letters.length, "0")}`);
}
