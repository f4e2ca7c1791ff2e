import type { MemberKind } from "./member.ts";

const PERSON =
  /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-EHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const FIRM = /^\d{11}$/;

/** What each character counts at an odd place, from 0 and from A on (D.M. 23/12/1976, tab. B). */
const AT_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22];
const REST_AT_ODD = [25, 24, 23];

/**
 * Whether a text is an Italian tax code: of a person with its check letter, also where digits
 * became letters to tell two people apart (omocodia); of a firm with its check digit.
 */
export function isTaxCode(kind: MemberKind, text: string): boolean {
  return kind === "natural" ? isPersonal(text) : isOfFirm(text);
}

/** A code as people type it: blanks out, letters large. */
export function foldTaxCode(text: string): string {
  return text.replaceAll(/\s/g, "").toUpperCase();
}

function isPersonal(text: string): boolean {
  if (!PERSON.test(text)) return false;
  const sum = Array.from(text.slice(0, 15)).reduce((total, character, index) => {
    const place = placeOf(character);
    return total + (index % 2 === 0 ? oddValue(place) : place);
  }, 0);
  return text.charCodeAt(15) === 65 + (sum % 26);
}

/** Digits and letters count alike: 0 and A are 0. */
function placeOf(character: string): number {
  const code = character.charCodeAt(0);
  return code < 65 ? code - 48 : code - 65;
}

function oddValue(place: number): number {
  return AT_ODD[place] ?? REST_AT_ODD[place - AT_ODD.length] ?? 0;
}

/** The digits of a firm are those of its VAT number (D.M. 23/12/1976: Luhn's check). */
function isOfFirm(text: string): boolean {
  if (!FIRM.test(text)) return false;
  const sum = Array.from(text, Number).reduce((total, digit, index) => {
    const counted = index % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}
