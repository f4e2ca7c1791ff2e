import type { CivilDate } from "#domain/kernel/instant.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import type { Mail } from "./order-mail.ts";
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

/** The order that a producer gets when a cycle is sent; without any household's name. */
export function producerSheetMail(sheet: {
  readonly cycleCode: string;
  readonly deliveryDay: CivilDate;
  readonly producerName: string;
  readonly lines: readonly SheetLine[];
}): Mail {
  const { cycleCode, deliveryDay, producerName, lines } = sheet;
  const subject = `Ordine ${cycleCode} per ${producerName}`;
  const bought = lines.filter(({ orderedMilli }) => orderedMilli > 0);
  const said =
    bought.length === 0
      ? ["Questa volta non serve preparare niente."]
      : [`Da consegnare il ${italianDay(deliveryDay)}:`, "", ...bought.map(lineText)];
  return { subject, text: [`Buongiorno ${producerName},`, "", ...said].join("\n") };
}

function lineText({ productName, label, kind, boxUnits, boxes, orderedMilli }: SheetLine): string {
  const name = label === "" ? productName : `${productName}, ${label}`;
  const count = amountOf(orderedMilli, kind === "kg" ? "kg" : "pezzi");
  if (boxes === null) return `- ${name}: ${count}`;
  return `- ${name}: ${boxes} ${boxes === 1 ? "collo" : "colli"} da ${boxUnits} (${count})`;
}

/** 2026-06-05 is 5/6/2026. */
function italianDay(day: CivilDate): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)}/${Number(month)}/${year}`;
}
