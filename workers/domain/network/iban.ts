import { invariant } from "#domain/kernel/invariant.ts";

/** Two letters of the country, two check figures, and the account's own 11 to 30 signs. */
const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
/** An Italian one: a letter, the bank, the branch, the account (27 signs in all). */
const ITALIAN = /^IT\d{2}[A-Z]\d{10}[A-Z0-9]{12}$/;

/**
 * An account's number as it is kept: without spaces, in capitals.
 * @returns null where it has not the shape, or its check figures say that a sign is wrong (ISO
 * 13616, ISO 7064 MOD 97-10)
 */
export function readIban(text: string): string | null {
  const iban = text.replaceAll(/\s/g, "").toUpperCase();
  if (!SHAPE.test(iban) || (iban.startsWith("IT") && !ITALIAN.test(iban))) return null;
  const turned = iban.slice(4) + iban.slice(0, 4);
  const figures = turned.replaceAll(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
  return BigInt(figures) % 97n === 1n ? iban : null;
}

/** As it is read aloud and copied from paper: in fours. @throws BrokenInvariant unless it is one */
export function ibanInFours(iban: string): string {
  invariant(SHAPE.test(iban), "an account's number as it is kept");
  return iban.replaceAll(/(.{4})(?=.)/g, "$1 ");
}
