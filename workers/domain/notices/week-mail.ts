import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Letter, LetterLang, Piece } from "./letter.ts";
import { clockWords, dayWords, momentWords } from "./when-words.ts";

/** The week that a letter is about. */
export interface WeekTold {
  readonly code: string;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
}

/** An order of its reader's that is handed over today. */
export interface HandedToday {
  readonly code: string;
  /** Null at home. */
  readonly place: string | null;
  readonly slot: { readonly fromMinute: number; readonly toMinute: number } | null;
}

const WORDS = {
  it: {
    opensSubject: (week: string) => `Si ordina: ${week}`,
    opens: (until: string, day: string) =>
      `Gli ordini sono aperti fino a ${until}. Si consegna ${day}.`,
    toShelf: "Guarda i prodotti",
    closingSubject: (week: string) => `Ultimo giorno per ordinare: ${week}`,
    closing: (until: string, day: string) => `Gli ordini chiudono ${until}. Si consegna ${day}.`,
    ordered: (code: string) => `Il tuo ordine ${code} è confermato: fino ad allora puoi cambiarlo.`,
    basket: "Nella tua cassetta c’è qualcosa che non hai ancora ordinato.",
    none: "Per questa settimana non hai ancora ordinato.",
    toOrders: "I tuoi ordini",
    toBasket: "La tua cassetta",
    pickupSubject: "Oggi si consegna",
    pickup: (code: string, where: string, time: string) => `Ordine ${code}: ${where}${time}`,
    home: "a casa tua",
    between: (from: string, to: string) => `, dalle ${from} alle ${to}`,
    bring: "Se hai vuoti con la cauzione, portali.",
  },
  en: {
    opensSubject: (week: string) => `Orders are open: ${week}`,
    opens: (until: string, day: string) => `Orders are open until ${until}. Delivery is ${day}.`,
    toShelf: "See the products",
    closingSubject: (week: string) => `Last day to order: ${week}`,
    closing: (until: string, day: string) => `Orders close ${until}. Delivery is ${day}.`,
    ordered: (code: string) => `Your order ${code} is confirmed: you can change it until then.`,
    basket: "Your basket holds something that you have not ordered yet.",
    none: "You have not ordered for this week yet.",
    toOrders: "Your orders",
    toBasket: "Your basket",
    pickupSubject: "Delivery is today",
    pickup: (code: string, where: string, time: string) => `Order ${code}: ${where}${time}`,
    home: "at your home",
    between: (from: string, to: string) => `, from ${from} to ${to}`,
    bring: "If you have empties with a deposit, bring them along.",
  },
} as const;

/** Tells somebody that a week takes orders, until when, and when it is delivered. */
export function weekOpensMail(lang: LetterLang, week: WeekTold): Letter {
  const words = WORDS[lang];
  return {
    kind: "week-opens",
    lang,
    subject: words.opensSubject(week.code),
    pieces: [
      { words: words.opens(momentWords(lang, week.closesAt), dayWords(lang, week.deliveryDay)) },
      { link: words.toShelf },
    ],
  };
}

/** Reminds somebody a day before the close, with what they have done so far. */
export function closingSoonMail(
  lang: LetterLang,
  week: WeekTold,
  reader: { readonly orders: readonly string[]; readonly hasBasket: boolean },
): Letter {
  const words = WORDS[lang];
  const { orders, hasBasket } = reader;
  const done: Piece[] = [
    ...orders.map((code) => ({ words: words.ordered(code) })),
    ...(hasBasket ? [{ words: words.basket }] : []),
  ];
  const link = hasBasket ? words.toBasket : orders.length > 0 ? words.toOrders : words.toShelf;
  return {
    kind: "closing-soon",
    lang,
    subject: words.closingSubject(week.code),
    pieces: [
      { words: words.closing(momentWords(lang, week.closesAt), dayWords(lang, week.deliveryDay)) },
      ...(done.length === 0 ? [{ words: words.none }] : done),
      { link },
    ],
  };
}

/** Reminds somebody on the day of delivery where their crates are, and when. */
export function pickupDayMail(lang: LetterLang, orders: readonly HandedToday[]): Letter {
  const words = WORDS[lang];
  const told = orders.map(({ code, place, slot }) => {
    const time =
      slot === null ? "" : words.between(clockWords(slot.fromMinute), clockWords(slot.toMinute));
    return words.pickup(code, place ?? words.home, time);
  });
  return {
    kind: "pickup-day",
    lang,
    subject: words.pickupSubject,
    pieces: [{ list: told }, { words: words.bring }, { link: words.toOrders }],
  };
}
