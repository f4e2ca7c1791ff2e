import type { CivilDate } from "#domain/kernel/instant.ts";
import { speciesInName, withoutAccents } from "./species-in-name.ts";

/** A month of any year, 1 to 12. */
export type MonthNumber = number;

/** From one month to another, both of them in it; it may go over the end of the year. */
export interface Season {
  readonly from: MonthNumber;
  readonly to: MonthNumber;
}

/** What is known of a product: the species its producer states, "" where it states none. */
export interface SeasonalProduct {
  readonly name: string;
  readonly species: string;
}

/**
 * When a product of field or tree is in season in the Veneto. Null for what has none: what is made
 * of it or was dried for the year (juice, jam, dried beans), what is kept in sheds all year, and
 * what nobody here grows. What its producer states wins over what its name says.
 */
export function seasonOf({ name, species }: SeasonalProduct): Season | null {
  const bare = withoutAccents(name);
  if (PRESERVED.test(bare)) return null;
  const known = species === "" ? (speciesInName(name)?.species ?? "") : species;
  const row = CALENDAR.find(
    (one) => one.species === known && (one.word === null || one.word.test(bare)),
  );
  return row?.season ?? null;
}

/** Whether a month is in a season. */
export function isInSeason({ from, to }: Season, month: MonthNumber): boolean {
  return from <= to ? from <= month && month <= to : month >= from || month <= to;
}

const MONTHS: readonly MonthNumber[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The months of a season as one integer: January is its lowest bit; 0 where there is none. */
export function seasonMonths(season: Season | null): number {
  if (season === null) return 0;
  return MONTHS.filter((month) => isInSeason(season, month)).reduce(
    (bits, month) => bits | (1 << (month - 1)),
    0,
  );
}

/** The month that a day falls in. */
export function monthNumber(day: CivilDate): MonthNumber {
  return Number(day.slice(5, 7));
}

/** It was picked once, and is sold at any time: no season, whatever it was made of. */
const PRESERVED = new RegExp(
  [
    String.raw`\b(?:secc|essiccat|disidratat|surgelat|congelat|candit|sciropp|conserv|cott[oaie])`,
    String.raw`\b(?:succ[ho]|nettar[ei]\b|confettur|marmellat|compost|passat|pelat|sug[ho]|salsa)`,
    String.raw`\b(?:crema|pesto|mousse|purea|polvere|farina|torta|crostata|zuppa|vellutata|chips)`,
    String.raw`\b(?:sott.?(?:olio|aceto)|agrodolce|in polvere|tisana|sement)`,
  ].join("|"),
);

interface Row {
  /** As `species-in-name.ts` calls it; "" for what it has no word for. */
  readonly species: string;
  /** What the name has to say, where a species has several seasons. */
  readonly word: RegExp | null;
  readonly season: Season;
}

function grown(
  species: string,
  from: MonthNumber,
  to: MonthNumber,
  word: RegExp | null = null,
): Row {
  return { species, word, season: { from, to } };
}

/**
 * When what grows here is picked or, where it keeps without a cold store (apples, pumpkins,
 * onions), sold from the shed. The months are those of the «Vocabolario del contadino» (Road to
 * green 2020, Adnkronos, 2 March 2020), which speaks of all Italy and warns that regions differ;
 * here they are narrowed to open fields and cold tunnels of the plain and hills around Verona. A
 * heated greenhouse is nobody's season. The first row that fits counts.
 */
const CALENDAR: readonly Row[] = [
  grown("radicchio", 11, 4, /tardiv/),
  grown("radicchio", 9, 3),
  grown("lettuce", 10, 3, /verz|cavol|cappucc/),
  grown("lettuce", 10, 4, /valerian|songin/),
  grown("lettuce", 9, 4, /spinac/),
  grown("lettuce", 9, 3, /cicori|catalogn|puntarell/),
  grown("lettuce", 4, 11, /biet|rucola/),
  grown("lettuce", 4, 10),
  grown("cauliflower", 10, 3),
  grown("broccoli", 10, 3),
  grown("basil", 10, 4, /salvia|rosmarin/),
  grown("basil", 5, 10),
  grown("tomato", 6, 9),
  grown("carrot", 6, 11),
  grown("potato", 6, 10),
  grown("courgette", 5, 9),
  grown("pumpkin", 9, 2),
  grown("aubergine", 6, 9),
  grown("pepper", 6, 10),
  grown("asparagus", 3, 6),
  grown("onion", 4, 6, /cipollott|fresc|novell/),
  grown("onion", 7, 11),
  grown("garlic", 6, 8),
  grown("beans", 4, 6, /pisell|\bfav|taccol/),
  grown("beans", 6, 9),
  grown("mushroom", 9, 11, /porcin|finferl|chiodin/),
  grown("chestnut", 9, 10, /\bnoc[ie]\b|nocciol/),
  grown("chestnut", 9, 11),
  grown("strawberry", 9, 10, /\buva\b/),
  grown("strawberry", 6, 9, /lampon/),
  grown("strawberry", 4, 6),
  grown("cherry", 5, 7),
  grown("peach", 6, 7, /albicocc/),
  grown("peach", 6, 9),
  grown("plum", 6, 9),
  grown("grape", 8, 10),
  grown("orange", 10, 12, /cachi|kaki/),
  grown("apple", 8, 2),
  grown("pear", 7, 12),
  grown("", 11, 4, /kiwi/),
  grown("", 10, 3, /finocch|porr[oi]\b|topinambur|\brap[ae]\b|sedano rapa|card[oi]\b/),
  grown("", 8, 11, /barbabietol|sedano|melagran|melogran|cotogn/),
  grown("", 3, 5, /carciof|agrett|luppol|bruscandol/),
  grown("", 6, 9, /anguri|cocomer|melon[ei]|mirtill|\bmore\b|ribes/),
  grown("", 4, 10, /ravanell/),
];
