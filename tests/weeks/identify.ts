/** Names of things in a generated week: ids take many forms, and none may be relied on. */
import type { Dice } from "./dice.ts";

/** The kind of a thing by its letter, as in the Veronetta week, and its place from 1 on. */
export type Identify = (kind: Kind, place: number) => string;

type Kind = keyof typeof WORDS;

const WORDS = {
  A: "prova",
  C: "ciclo",
  G: "gas",
  H: "casa",
  L: "riga",
  P: "socio",
  Q: "ritiro",
  R: "bene",
};

/** Rolls one form of ids for a whole week. */
export function identify(chance: Dice): Identify {
  return chance.pick([
    (kind, place) => `${kind}${String(place).padStart(2, "0")}`,
    (kind, place) => `${kind}${String(place).padStart(2, "0")}`,
    (kind, place) => `${WORDS[kind]}-${place}`,
    (kind, place) => `${WORDS[kind].toUpperCase()}_${String(place * 7).padStart(5, "0")}`,
    // The same id then names a household, a product, a line: kinds must not be confused.
    (_, place) => String(place),
    uuid(chance.below(0x10000)),
  ]);
}

function uuid(week: number): Identify {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  return (kind, place) =>
    `${hex(week, 8)}-${hex(kind.charCodeAt(0), 4)}-4000-8000-${hex(place, 12)}`;
}
