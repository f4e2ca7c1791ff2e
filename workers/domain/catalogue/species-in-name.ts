/**
 * What a name says that a product is, in the words that producers use for it: the same that its
 * picture draws and its season goes by. The first row that fits counts, so the narrower word
 * stands above the wider one («succo di mela» above «mela»). Null where no word is known.
 */
export function speciesInName(name: string): NamedSpecies | null {
  const bare = withoutAccents(name);
  const known = vocabulary.find(([word]) => word.test(bare));
  if (known === undefined) return null;
  const [, species, variety] = known;
  return { species, variety: variety ?? null };
}

/** A species as a catalogue calls it, and the variety where the name tells it. */
export interface NamedSpecies {
  readonly species: string;
  readonly variety: string | null;
}

/** Lower case, accents off, signs left in: «Garganega» and «GARGANÉGA» are one word. */
export function withoutAccents(text: string): string {
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
