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
 * Producers write names, not species codes; the words below are how they write them. The first row
 * that fits counts, so the narrower word stands above the wider one («succo di mela» above «mela»).
 */
export function recognise(product: CataloguedProduct): PictureFacts {
  const name = fold(product.name);
  const known = vocabulary.find(([word]) => word.test(name));
  const packaging = packagings.find(([word]) => word.test(name))?.[1];
  const variety = known?.[2];
  return {
    species: known?.[1] ?? "",
    ...(variety === undefined ? {} : { variety }),
    ...(packaging === undefined ? {} : { packaging }),
    land: landOf(product.town, product.category),
    unit: product.kind,
    count: countIn(name) ?? product.boxUnits,
    category: product.category,
    seed: product.id,
  };
}

/** Lower case, accents off: «Garganega», «garganéga» and «GARGANEGA» are one word. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "");
}

type Row = readonly [word: RegExp, species: string, variety?: string];

const vocabulary: readonly Row[] = [
  [/cassetta|verdura mista|misto orto/, "mixed-vegetables"],
  [/succo|nettare/, "juice"],
  [/\bpolline/, "pollen"],
  [/cera d.?api|candel/, "candle"],
  [/miele.*castagno/, "honey", "chestnut"],
  [/miele.*(millefiori|bosco)/, "honey", "wildflower"],
  [/miele/, "honey"],
  [/marmellat|confettur|composta/, "jam"],
  [/passata|pelati|sugo|salsa di pomodoro/, "tomato-sauce"],
  [/aceto/, "vinegar"],
  [/birra/, "beer"],
  [/yogurt/, "yogurt"],
  [/lenticchi|\bceci\b|borlotti secchi|cannellini|legumi/, "pulses"],
  [/\bpasta\b|spaghett|tagliatell|penne|bigoli|tortellin|gnocch/, "pasta"],
  [/\btrot[ae]\b|pesce|coregon|luccio|carpa/, "fish"],
  [/sapone|saponetta/, "soap"],
  [/detersivo|detergente/, "detergent"],
  [/biscott/, "biscuits"],
  [/farina.*mais|polenta/, "cornmeal"],
  [/farina|semola/, "flour"],
  [/\briso\b/, "rice"],
  [/focaccia/, "focaccia"],
  [/pizza/, "pizza"],
  [/\bpan[ei]\b|pagnott|grissin/, "loaf"],
  [/mosto|saba/, "cooked-must"],
  [/valpolicella|amarone|bardolino/, "wine"],
  [/garganega|soave|lugana|custoza|vino.*bianco/, "wine", "white-wine"],
  [/\bvino/, "wine"],
  [/olive\b/, "olives"],
  [/\bolio/, "olive-oil"],
  [/burro/, "butter"],
  [/ricotta/, "ricotta"],
  [/formaggi|monte veronese|caciott|pecorin|asiago|stagionat/, "cheese"],
  [/\blatte\b(?! (?:detergente|solare))/, "milk"],
  [/\buov[ao]/, "eggs"],
  [/hamburger|macinat|polpett/, "patties"],
  [/pollo|gallina|cappone/, "chicken"],
  [/salame|salsicc|sopressa|cotechin/, "salame"],
  [/radicchio/, "radicchio"],
  [/basilico|prezzemolo|salvia|rosmarino/, "basil"],
  [/pomodor/, "tomato"],
  [/carot/, "carrot"],
  [/patat/, "potato"],
  [/cavolfior/, "cauliflower"],
  [/broccol/, "broccoli"],
  [/insalat|lattug|cavol|verz|spinac|biet|cicori|rucola|valeriana/, "lettuce"],
  [/zucchin|cetriol/, "courgette"],
  [/\bzucc(?:a|he)\b/, "pumpkin"],
  [/melanzan/, "aubergine"],
  [/peperon/, "pepper"],
  [/asparag/, "asparagus"],
  [/cipoll|scalogn/, "onion"],
  [/\baglio\b/, "garlic"],
  [/fagiol|pisell|\bfave?\b|taccol/, "beans"],
  [/fungh|champignon|porcin|pleurot/, "mushroom"],
  [/castagn|marroni|\bnoc[ie]\b|nocciol/, "chestnut"],
  [/fragol|lampon/, "strawberry"],
  [/cilieg|amaren/, "cherry"],
  [/\bpesc(?:a|he)\b|albicocc|nettarin/, "peach"],
  [/prugn|susin|\bfich/, "plum"],
  [/\buva\b/, "grape"],
  [/aranc|mandarin|clementin|cachi|\bkaki\b/, "orange"],
  [/limon|cedri/, "lemon"],
  [/\bmel[ae]\b.*(red|rosse|fuji|gala|stark)/, "apple", "red-apple"],
  [/\bmel[ae]\b/, "apple"],
  [/\bper[ae]\b/, "pear"],
  [/tazz|ciotola/, "cup"],
  [/piatt[oi]/, "plate"],
  [/\bvas[oi]\b/, "vase"],
  // A colour alone is how a wine is called where nothing else is.
  [/\brosso\b/, "wine"],
  [/\bbianco\b/, "wine", "white-wine"],
];

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
  const land = towns.find(([, word]) => word.test(fold(town)))?.[0] ?? "plain";
  const rural = /miele|vino|olio|frutta|orto|carne|uova/.test(category);
  return land === "city" && rural ? "hill" : land;
}
