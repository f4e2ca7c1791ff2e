import { bakery } from "./bakery.ts";
import type { Drawing } from "./drawing.ts";
import { farmyard } from "./farmyard.ts";
import { garden } from "./garden.ts";
import { grounds } from "./grounds.ts";
import { household } from "./household.ts";
import { orchard } from "./orchard.ts";
import { pantry } from "./pantry.ts";
import { vessels } from "./vessels.ts";

const silhouettes = {
  ...garden,
  ...orchard,
  ...bakery,
  ...farmyard,
  ...vessels,
  ...pantry,
  ...household,
};

/** A thing that can be drawn on its own. */
export type Silhouette = keyof typeof silhouettes;

/** Where a product comes from, as its picture shows it. */
export type Land = Exclude<keyof typeof grounds, "crate">;

/** What a product is sold in. */
export const PACKAGINGS = [
  "crate",
  "jar",
  "bottle",
  "tin",
  "bag",
  "sack",
  "carton",
  "tray",
] as const;
export type Packaging = (typeof PACKAGINGS)[number];

/**
 * What a table of ours says of a word that somebody wrote: nothing, where the word is no row of
 * it. Every object answers to "constructor" and "toString" too, and those are no rows.
 */
export function rowOf<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** How one species is drawn unless its variety says otherwise. */
export interface Species {
  readonly silhouette: Silhouette;
  readonly palette: string;
  /** Narrow things stand side by side and overlap; wide ones spread. */
  readonly narrow?: boolean;
  /** How many are in one drawing: a box of six eggs is drawn once. */
  readonly perDrawing?: number;
  /** Sold by weight, it is shown heaped in a crate. */
  readonly crated?: boolean;
}

/** The species the hand knows how to draw; what is not here is drawn by packaging or category. */
export const species: Readonly<Record<string, Species>> = {
  apple: { silhouette: "apple", palette: "apple", crated: true },
  pear: { silhouette: "pear", palette: "pear", crated: true },
  radicchio: { silhouette: "radicchio", palette: "radicchio" },
  basil: { silhouette: "basil", palette: "basil" },
  tomato: { silhouette: "tomato", palette: "tomato", crated: true },
  carrot: { silhouette: "carrot", palette: "carrot" },
  potato: { silhouette: "potato", palette: "potato", crated: true },
  lettuce: { silhouette: "lettuce", palette: "lettuce" },
  strawberry: { silhouette: "strawberry", palette: "tomato", crated: true },
  cherry: { silhouette: "cherry", palette: "red-apple", crated: true },
  peach: { silhouette: "peach", palette: "peach", crated: true },
  plum: { silhouette: "peach", palette: "aubergine", crated: true },
  grape: { silhouette: "grape", palette: "aubergine", crated: true },
  orange: { silhouette: "citrus", palette: "carrot", crated: true },
  lemon: { silhouette: "citrus", palette: "apple", crated: true },
  pumpkin: { silhouette: "pumpkin", palette: "carrot" },
  courgette: { silhouette: "courgette", palette: "basil" },
  onion: { silhouette: "onion", palette: "potato", crated: true },
  garlic: { silhouette: "onion", palette: "garlic" },
  pepper: { silhouette: "pepper", palette: "tomato", crated: true },
  aubergine: { silhouette: "aubergine", palette: "aubergine" },
  asparagus: { silhouette: "asparagus", palette: "basil" },
  beans: { silhouette: "beans", palette: "basil" },
  mushroom: { silhouette: "mushroom", palette: "mushroom" },
  chestnut: { silhouette: "chestnut", palette: "chestnut-nut" },
  cauliflower: { silhouette: "cauliflower", palette: "garlic" },
  broccoli: { silhouette: "cauliflower", palette: "lettuce" },
  fish: { silhouette: "fish", palette: "fish" },
  milk: { silhouette: "bottle", palette: "garlic", narrow: true },
  yogurt: { silhouette: "jar", palette: "garlic" },
  jam: { silhouette: "jar", palette: "red-apple" },
  "tomato-sauce": { silhouette: "bottle", palette: "tomato", narrow: true },
  vinegar: { silhouette: "bottle", palette: "chestnut-nut", narrow: true },
  beer: { silhouette: "bottle", palette: "mushroom", narrow: true },
  pasta: { silhouette: "bag", palette: "flour" },
  pulses: { silhouette: "bag", palette: "corn" },
  "mixed-vegetables": { silhouette: "lettuce", palette: "lettuce", crated: true },
  loaf: { silhouette: "loaf", palette: "crust" },
  focaccia: { silhouette: "focaccia", palette: "focaccia" },
  pizza: { silhouette: "pizza", palette: "pizza" },
  biscuits: { silhouette: "biscuits", palette: "biscuit" },
  cheese: { silhouette: "cheese", palette: "cheese" },
  ricotta: { silhouette: "ricotta", palette: "ricotta" },
  butter: { silhouette: "butter", palette: "butter" },
  eggs: { silhouette: "eggs", palette: "eggs", perDrawing: 10 },
  chicken: { silhouette: "hen", palette: "hen" },
  patties: { silhouette: "patties", palette: "patties", perDrawing: 2 },
  salame: { silhouette: "salame", palette: "salame" },
  honey: { silhouette: "jar", palette: "acacia" },
  pollen: { silhouette: "pollen-jar", palette: "pollen" },
  olives: { silhouette: "olive-jar", palette: "olives" },
  wine: { silhouette: "bottle", palette: "red-wine", narrow: true },
  "cooked-must": { silhouette: "must-bottle", palette: "must" },
  "olive-oil": { silhouette: "oil", palette: "oil", narrow: true },
  juice: { silhouette: "juice", palette: "juice", narrow: true },
  rice: { silhouette: "bag", palette: "rice" },
  flour: { silhouette: "bag", palette: "flour" },
  cornmeal: { silhouette: "corn-bag", palette: "corn" },
  soap: { silhouette: "soap", palette: "soap" },
  detergent: { silhouette: "detergent", palette: "detergent", narrow: true },
  candle: { silhouette: "candle", palette: "beeswax", narrow: true },
  cup: { silhouette: "cup", palette: "ceramic" },
  plate: { silhouette: "plate", palette: "ceramic" },
  vase: { silhouette: "vase", palette: "vase" },
};

/** A container that hides its contents is the drawing; the palette stays the species' own. */
export const containers: Readonly<Partial<Record<Packaging, Silhouette>>> = {
  jar: "jar",
  bottle: "bottle",
  tin: "tin",
  bag: "bag",
  sack: "sack",
  carton: "parcel",
};

/** What stands for a product of unknown species, by the first word of its category. */
export const categories: Readonly<Record<string, Species>> = {
  ortofrutta: { silhouette: "lettuce", palette: "lettuce", crated: true },
  orto: { silhouette: "lettuce", palette: "lettuce", crated: true },
  verdura: { silhouette: "lettuce", palette: "lettuce", crated: true },
  frutta: { silhouette: "apple", palette: "apple", crated: true },
  forno: { silhouette: "loaf", palette: "crust" },
  cereali: { silhouette: "bag", palette: "flour" },
  formaggi: { silhouette: "wheel", palette: "wheel" },
  uova: { silhouette: "eggs", palette: "eggs", perDrawing: 10 },
  carne: { silhouette: "salame", palette: "salame" },
  miele: { silhouette: "jar", palette: "acacia" },
  vino: { silhouette: "bottle", palette: "red-wine", narrow: true },
  olio: { silhouette: "oil", palette: "oil", narrow: true },
  cosmesi: { silhouette: "soap", palette: "soap" },
  artigianato: { silhouette: "cup", palette: "ceramic" },
};

/** When nothing is known but that it is sold. */
export const parcel: Species = { silhouette: "parcel", palette: "parcel" };

/** The paths behind a symbol id (`s-apple`, `z-hill`, `c-crate`), and the box they stand in. */
export function drawingOf(id: string): { readonly box: string; readonly drawing: Drawing } | null {
  const name = id.slice(2);
  const find = (from: Readonly<Record<string, Drawing>>, box: string) => {
    const drawing = from[name];
    return drawing === undefined ? null : { box, drawing };
  };
  if (id.startsWith("s-")) return find(silhouettes, "0 0 96 96");
  if (id.startsWith("z-")) return find(grounds, "0 0 160 120");
  return id === "c-crate" ? find(grounds, "0 0 120 50") : null;
}

/** Every symbol there is, for the tests and for a page that shows them all. */
export const allSymbols: readonly string[] = [
  ...Object.keys(silhouettes).map((name) => `s-${name}`),
  ...Object.keys(grounds).map((name) => (name === "crate" ? "c-crate" : `z-${name}`)),
];
