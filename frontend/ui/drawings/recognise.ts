import { speciesInName, withoutAccents } from "#domain/catalogue/species-in-name.ts";
import type { Land, Packaging } from "./species.ts";
import type { PictureFacts } from "./picture.tsx";

/** What a catalogue knows about a product, enough to draw it. */
export interface CataloguedProduct {
  readonly id: string;
  /** As the producer wrote it, in Italian: «Uova bio, vassoio da 30». */
  readonly name: string;
  readonly kind: "piece" | "kg" | "variable";
  /** Sale units in one box; 1 is sold loose. */
  readonly boxUnits: number;
  readonly category: string;
  /** The producer's town. */
  readonly town: string;
}

/**
 * Reads the facts of a picture from the words of a product's name.
 * Producers write names, not species codes: the vocabulary of the catalogue is how they write them.
 */
export function recognise(product: CataloguedProduct): PictureFacts {
  const name = withoutAccents(product.name);
  const known = speciesInName(product.name);
  const packaging = packagings.find(([word]) => word.test(name))?.[1];
  const variety = known?.variety ?? undefined;
  return {
    species: known?.species ?? "",
    ...(variety === undefined ? {} : { variety }),
    ...(packaging === undefined ? {} : { packaging }),
    land: landOf(product.town, product.category),
    unit: product.kind,
    count: countIn(name) ?? product.boxUnits,
    category: product.category,
    seed: product.id,
  };
}

const packagings: readonly (readonly [word: RegExp, packaging: Packaging])[] = [
  [/cassetta|cassa/, "crate"],
  [/latta|lattina/, "tin"],
  [/sacco/, "sack"],
  [/sacchett/, "bag"],
  [/vasetto|barattolo/, "jar"],
  [/bottigli/, "bottle"],
  [/vassoio/, "tray"],
  [/confezione|scatola/, "carton"],
];

/** «confezione da 6», «vassoio da 30», «2 x 150 g»: how many are sold together. */
function countIn(name: string): number | null {
  const found = /\bda (\d{1,3})\b(?! ?(?:g|kg|ml|l|cl)\b)|\b(\d{1,3}) ?x ?\d/.exec(name);
  const digits = found?.[1] ?? found?.[2];
  return digits === undefined ? null : Number(digits);
}

const towns: readonly (readonly [land: Land, word: RegExp])[] = [
  ["mountain", /chiesanuova|erbezzo|velo|rovere|malcesine|ferrara di monte/],
  ["lake", /bardolino|garda|lazise|torri|peschiera|brenzone/],
  ["hill", /grezzana|negrar|fumane|valpolicella|marano|soave|illasi|tregnago|mezzane/],
  ["city", /^verona|veronetta/],
];

/** A land that does not know its town is a plain; bees and herds are kept outside the walls. */
function landOf(town: string, category: string): Land {
  const land = towns.find(([, word]) => word.test(withoutAccents(town)))?.[0] ?? "plain";
  const rural = /miele|vino|olio|frutta|orto|carne|uova/.test(category);
  return land === "city" && rural ? "hill" : land;
}
