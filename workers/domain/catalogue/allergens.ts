/** Substances that a label must name: Reg. (EU) 1169/2011, Annex II, in its order. */
export const ALLERGENS = [
  "gluten",
  "crustaceans",
  "eggs",
  "fish",
  "peanuts",
  "soy",
  "milk",
  "nuts",
  "celery",
  "mustard",
  "sesame",
  "sulphites",
  "lupin",
  "molluscs",
] as const;
export type Allergen = (typeof ALLERGENS)[number];

/** Each once, in the order of the regulation. */
export function listedAllergens(given: readonly Allergen[]): readonly Allergen[] {
  return ALLERGENS.filter((allergen) => given.includes(allergen));
}
