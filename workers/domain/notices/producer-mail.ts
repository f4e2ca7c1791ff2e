import type { CivilDate } from "#domain/kernel/instant.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import type { Letter, LetterLang, Piece } from "./letter.ts";
import { amountOf } from "./quantities.ts";

/** One offer of a producer's order sheet. */
export interface SheetLine {
  readonly productName: string;
  readonly label: string;
  readonly kind: "piece" | "kg" | "variable";
  readonly boxUnits: number;
  readonly boxes: number | null;
  readonly orderedMilli: Milli;
}

const WORDS = {
  it: {
    subject: (cycle: string, producer: string) => `Ordine ${cycle} per ${producer}`,
    greeting: (producer: string) => `Buongiorno ${producer},`,
    nothing: "Questa volta non serve preparare niente.",
    bring: (day: string) => `Da consegnare il ${day}:`,
    pieces: "pezzi",
    boxes: (boxes: number, units: number) =>
      `${boxes} ${boxes === 1 ? "collo" : "colli"} da ${units}`,
  },
  en: {
    subject: (cycle: string, producer: string) => `Order ${cycle} for ${producer}`,
    greeting: (producer: string) => `Good morning ${producer},`,
    nothing: "There is nothing to prepare this time.",
    bring: (day: string) => `To be delivered on ${day}:`,
    pieces: "pieces",
    boxes: (boxes: number, units: number) =>
      `${boxes} ${boxes === 1 ? "box" : "boxes"} of ${units}`,
  },
} as const;

/** The order that a producer gets when a cycle is sent; without any household's name. */
export function producerSheetMail(
  lang: LetterLang,
  sheet: {
    readonly cycleCode: string;
    readonly deliveryDay: CivilDate;
    readonly producerName: string;
    readonly lines: readonly SheetLine[];
  },
): Letter {
  const { cycleCode, deliveryDay, producerName, lines } = sheet;
  const words = WORDS[lang];
  const bought = lines.filter(({ orderedMilli }) => orderedMilli > 0);
  const said: Piece[] =
    bought.length === 0
      ? [{ words: words.nothing }]
      : [
          { words: words.bring(shortDay(deliveryDay)) },
          { list: bought.map((line) => lineText(lang, line)) },
        ];
  return {
    kind: "order-sheet",
    lang,
    subject: words.subject(cycleCode, producerName),
    pieces: [{ words: words.greeting(producerName) }, ...said],
  };
}

function lineText(lang: LetterLang, line: SheetLine): string {
  const { productName, label, kind, boxUnits, boxes, orderedMilli } = line;
  const words = WORDS[lang];
  const name = label === "" ? productName : `${productName}, ${label}`;
  const count = amountOf(orderedMilli, kind === "kg" ? "kg" : words.pieces);
  return `${name}: ${boxes === null ? count : `${words.boxes(boxes, boxUnits)} (${count})`}`;
}

/** 2026-06-05 is 5/6/2026. */
function shortDay(day: CivilDate): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)}/${Number(month)}/${year}`;
}
