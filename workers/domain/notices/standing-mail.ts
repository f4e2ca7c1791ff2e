import type { Cents } from "#domain/kernel/money.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import { euros } from "./euros.ts";
import type { Letter, LetterLang } from "./letter.ts";
import { amountOf } from "./quantities.ts";

/** Why a line of a list was not ordered, or not all of it. */
type LineNo =
  | { readonly why: "not-offered" | "wallet-floor" | "not-alone" | "not-in-steps" }
  | { readonly why: "price-risen"; readonly priceCents: Cents }
  | { readonly why: "short-stock"; readonly leftMilli: Milli };

interface Line {
  readonly name: string;
  /** "kg", or "pz". */
  readonly unit: string;
  readonly wantedMilli: Milli;
  readonly orderedMilli: Milli;
  readonly no: LineNo | null;
}

const WORDS = {
  it: {
    partlySubject: (cycle: string) =>
      `La tua spesa ricorrente nel ciclo ${cycle}: ordinata in parte`,
    failedSubject: (cycle: string) => `La tua spesa ricorrente nel ciclo ${cycle} non è partita`,
    partly: "Abbiamo ordinato quello che si poteva. Ecco che cosa manca, e perché.",
    failed: {
      "order-exists": "Avevi già un ordine in questo ciclo: lo abbiamo lasciato com’è.",
      "place-unknown": "Il luogo di ritiro della tua lista non c’è più.",
      "slot-full": "La fascia oraria della tua lista era già al completo.",
      "place-full": "Il punto di ritiro della tua lista era già al completo.",
      "address-missing": "Per la consegna a casa ci manca il tuo indirizzo.",
      "wallet-missing": "La tua famiglia non ha un portafoglio con cui pagare.",
      "wallet-floor": "Nel portafoglio non c’è abbastanza.",
      "nothing-left": "Niente della tua lista si poteva ordinare.",
      "not-whole": "Qualcosa non si poteva ordinare, e avevi chiesto tutto o niente.",
    },
    line: {
      "not-offered": () => "questa volta non è in vendita",
      "price-risen": (price: string) => `ora costa ${price}, più di quanto hai accettato`,
      "not-in-steps": () => "si vende in un’altra misura",
      "short-stock": (left: string) => (left === "" ? "è finito" : `ne restavano ${left}`),
      "wallet-floor": () => "il portafoglio non bastava",
      "not-alone": () => "si poteva, ma non da solo",
    },
    ordered: (amount: string, wanted: string) => `${amount} su ${wanted}`,
    none: (wanted: string) => `niente su ${wanted}`,
    more: "Puoi ancora ordinare a mano, o cambiare la lista, fino alla chiusura.",
  },
  en: {
    partlySubject: (cycle: string) => `Your standing order in cycle ${cycle}: partly placed`,
    failedSubject: (cycle: string) => `Your standing order in cycle ${cycle} was not placed`,
    partly: "We ordered what could be ordered. This is what is missing, and why.",
    failed: {
      "order-exists": "You already had an order in this cycle: we left it as it is.",
      "place-unknown": "The pickup point of your list is no longer there.",
      "slot-full": "The time of your list was full already.",
      "place-full": "The pickup point of your list was full already.",
      "address-missing": "Home delivery needs your address, which we do not have.",
      "wallet-missing": "Your household has no wallet to pay with.",
      "wallet-floor": "There is not enough in the wallet.",
      "nothing-left": "Nothing on your list could be ordered.",
      "not-whole": "Something could not be ordered, and you asked for all or nothing.",
    },
    line: {
      "not-offered": () => "not on sale this time",
      "price-risen": (price: string) => `now costs ${price}, more than you agreed to`,
      "not-in-steps": () => "sold in another size",
      "short-stock": (left: string) => (left === "" ? "sold out" : `${left} were left`),
      "wallet-floor": () => "the wallet was not enough",
      "not-alone": () => "available, but not alone",
    },
    ordered: (amount: string, wanted: string) => `${amount} of ${wanted}`,
    none: (wanted: string) => `none of ${wanted}`,
    more: "You can still order by hand, or change the list, until orders close.",
  },
} as const;

/** Why nothing of a list was ordered. */
type StandingNo = keyof (typeof WORDS)["it"]["failed"];

/** Tells a household that its list became an order in part, or not at all, and why. */
export function standingMail(
  lang: LetterLang,
  told: {
    readonly cycleCode: string;
    /** Null where a part of it was ordered. */
    readonly no: StandingNo | null;
    readonly lines: readonly Line[];
  },
): Letter {
  const words = WORDS[lang];
  const { cycleCode, no, lines } = told;
  const rows = lines.flatMap((line) => (line.no === null ? [] : [lineWords(lang, line, line.no)]));
  return {
    kind: "standing-order",
    lang,
    subject: no === null ? words.partlySubject(cycleCode) : words.failedSubject(cycleCode),
    pieces: [
      { words: no === null ? words.partly : words.failed[no] },
      ...(rows.length === 0 ? [] : [{ list: rows }]),
      { words: words.more },
    ],
  };
}

function lineWords(lang: LetterLang, line: Line, no: LineNo): string {
  const words = WORDS[lang];
  const wanted = amountOf(line.wantedMilli, line.unit);
  const got =
    line.orderedMilli === 0
      ? words.none(wanted)
      : words.ordered(amountOf(line.orderedMilli, line.unit), wanted);
  return `${line.name}, ${got}: ${reasonOf(lang, line.unit, no)}`;
}

function reasonOf(lang: LetterLang, unit: string, no: LineNo): string {
  const words = WORDS[lang].line;
  if (no.why === "price-risen") return words[no.why](euros(no.priceCents));
  if (no.why !== "short-stock") return words[no.why]();
  return words[no.why](no.leftMilli === 0 ? "" : amountOf(no.leftMilli, unit));
}
