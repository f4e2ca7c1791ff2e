import type { Cents } from "#domain/kernel/money.ts";
import type { BasisPoints, Grams, Milli } from "#domain/kernel/quantity.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import { DAY, HOUR, MINUTE, noonOf } from "#domain/kernel/instant.ts";

/** The languages of the pages; Italian is the source. */
export type Lang = "it" | "en";

/** What a quantity is counted in. */
export type SaleUnit = "kg" | "l" | "piece";

/** `#` stands for the number itself. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/**
 * How numbers, money and times are written for a reader. Nothing else in the pages uses `Intl`.
 * Numbers and their units are joined by no-break spaces; times are those of Europe/Rome.
 */
export interface Format {
  readonly lang: Lang;
  /** `12,50 €`, `1.240,00 €`, `−9,70 €`. */
  readonly money: (amount: Cents) => string;
  /** `1,90 € al kg`. */
  readonly unitPrice: (price: Cents, per: SaleUnit) => string;
  /** `2 kg`, `500 g`, `3 pezzi`; below one, kilograms are written in grams. */
  readonly quantity: (amount: Milli, unit: SaleUnit) => string;
  /** The bare figure of a quantity: `1,5`. */
  readonly amount: (amount: Milli) => string;
  /** `500 g`, `1,8 kg`. */
  readonly weight: (weight: Grams) => string;
  /** From milligrams, to a tenth of a gram: `4,5 g`, `268 g`. */
  readonly tenthsOfGrams: (milligrams: number) => string;
  /** From millilitres: `0,75 l`. */
  readonly volume: (millilitres: number) => string;
  /** From metres: `400 m`, `1,2 km`, `20 km`. */
  readonly distance: (metres: number) => string;
  /** `6 %`, `5,5 %`. */
  readonly percent: (part: BasisPoints) => string;
  /** A count with its thousands parted: `10.000`. */
  readonly count: (n: number) => string;
  /** `mercoledì 3 giugno`. */
  readonly day: (date: CivilDate | Instant) => string;
  /** `mer 3`. */
  readonly shortDay: (date: CivilDate | Instant) => string;
  /** `3 giugno 2026`. */
  readonly date: (date: CivilDate | Instant) => string;
  /** `giugno 2026`. */
  readonly month: (date: CivilDate | Instant) => string;
  /** A month without its year: «novembre». */
  readonly monthName: (date: CivilDate | Instant) => string;
  /** `giu`. */
  readonly shortMonth: (date: CivilDate | Instant) => string;
  /** `ore 20`, `ore 20:30`. */
  readonly hour: (at: Instant) => string;
  /** As a clock shows it: `20:00`, `9:30`. */
  readonly time: (at: Instant) => string;
  /** `mercoledì 3 giugno, ore 20`. */
  readonly dayAndHour: (at: Instant) => string;
  /** How long until `then`: `mancano 31 ore`, `manca 1 minuto`. Nothing is left: `0 minuti`. */
  readonly left: (now: Instant, then: Instant) => string;
  /** The form of this number by the language's plural rule, `#` replaced by the number. */
  readonly plural: (n: number, forms: PluralForms) => string;
  /** `mele, pere e pane`. */
  readonly list: (items: readonly string[]) => string;
}

interface Words {
  readonly locale: string;
  readonly percentSign: string;
  readonly hour: (time: string, wholeHour: boolean) => string;
  readonly per: Readonly<Record<SaleUnit, string>>;
  readonly piece: PluralForms;
  readonly left: Readonly<Record<"day" | "hour" | "minute", PluralForms>>;
}

const NBSP = "\u00a0";

const words: Readonly<Record<Lang, Words>> = {
  it: {
    locale: "it-IT",
    percentSign: `${NBSP}%`,
    hour: (time, wholeHour) => `ore${NBSP}${wholeHour ? time.slice(0, -3) : time}`,
    per: { kg: "al kg", l: "al litro", piece: "al pezzo" },
    piece: { one: `#${NBSP}pezzo`, other: `#${NBSP}pezzi` },
    left: {
      day: { one: "manca 1 giorno", other: "mancano # giorni" },
      hour: { one: "manca 1 ora", other: "mancano # ore" },
      minute: { one: "manca 1 minuto", other: "mancano # minuti" },
    },
  },
  en: {
    locale: "en-GB",
    percentSign: "%",
    hour: (time) => `at ${time}`,
    per: { kg: "per kg", l: "per litre", piece: "each" },
    piece: { one: `#${NBSP}piece`, other: `#${NBSP}pieces` },
    left: {
      day: { one: "1 day left", other: "# days left" },
      hour: { one: "1 hour left", other: "# hours left" },
      minute: { one: "1 minute left", other: "# minutes left" },
    },
  },
};

const made = new Map<Lang, Format>();

/** The formatters of a language, built once. */
export function formatFor(lang: Lang): Format {
  const known = made.get(lang);
  if (known !== undefined) return known;
  const format = makeFormat(lang, words[lang]);
  made.set(lang, format);
  return format;
}

function makeFormat(lang: Lang, say: Words): Format {
  const numbers = numberWriters(say);
  const times = timeWriters(say);
  const rules = new Intl.PluralRules(say.locale);
  const lists = new Intl.ListFormat(say.locale, { type: "conjunction" });

  const plural = (n: number, forms: PluralForms): string =>
    (rules.select(n) === "one" ? forms.one : forms.other).replace("#", numbers.count(n));

  return {
    lang,
    ...numbers,
    ...times,
    plural,
    unitPrice: (price, per) => `${numbers.money(price)} ${say.per[per]}`,
    quantity: (amount, unit) => {
      if (unit === "piece") return quantityOfPieces(amount, numbers.amount, plural, say.piece);
      const small = unit === "kg" && amount > 0 && amount < 1000;
      return small ? `${amount}${NBSP}g` : `${numbers.amount(amount)}${NBSP}${unit}`;
    },
    left: (now, then) => leftToGo(Math.max(0, then - now), plural, say.left),
    list: (items) => lists.format(items),
  };
}

type Plural = Format["plural"];

/** Part pieces do not exist in the shop, but a sum of weighed ones must still be readable. */
function quantityOfPieces(
  amount: Milli,
  bare: Format["amount"],
  plural: Plural,
  piece: PluralForms,
): string {
  return amount % 1000 === 0
    ? plural(amount / 1000, piece)
    : piece.other.replace("#", bare(amount));
}

/** From two days on, whole days; from one hour on, whole hours; below, whole minutes. */
function leftToGo(ms: number, plural: Plural, forms: Words["left"]): string {
  if (ms >= 2 * DAY) return plural(Math.floor(ms / DAY), forms.day);
  if (ms >= HOUR) return plural(Math.floor(ms / HOUR), forms.hour);
  return plural(Math.floor(ms / MINUTE), forms.minute);
}

function numberWriters({ locale, percentSign }: Words) {
  const euros = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "EUR",
    useGrouping: "always",
  });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: "always" });
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const thousandths = (n: number): string => signed(plain.format(n / 1000));

  return {
    money: (amount: Cents): string => signed(euros.format(amount / 100)),
    amount: (amount: Milli): string => thousandths(amount),
    count: (n: number): string => signed(plain.format(n)),
    percent: (part: BasisPoints): string => plain.format(part / 100) + percentSign,
    weight: (weight: Grams): string =>
      weight < 1000 ? `${weight}${NBSP}g` : `${thousandths(weight)}${NBSP}kg`,
    tenthsOfGrams: (milligrams: number): string =>
      `${oneDecimal.format(milligrams / 1000)}${NBSP}g`,
    volume: (millilitres: number): string => `${thousandths(millilitres)}${NBSP}l`,
    distance: (metres: number): string => {
      if (metres < 1000) return `${Math.round(metres / 10) * 10}${NBSP}m`;
      const km = metres / 1000;
      return `${km < 10 ? oneDecimal.format(km) : plain.format(Math.round(km))}${NBSP}km`;
    },
  };
}

/** Debts carry a real minus sign: a hyphen is lost between two figures. */
function signed(text: string): string {
  return text.replace("-", "−");
}

function timeWriters({ locale, hour }: Words) {
  const days = civilWriter(locale, { weekday: "long", day: "numeric", month: "long" });
  const shortDays = civilWriter(locale, { weekday: "short", day: "numeric" });
  const dates = civilWriter(locale, { day: "numeric", month: "long", year: "numeric" });
  const months = civilWriter(locale, { month: "long", year: "numeric" });
  const monthNames = civilWriter(locale, { month: "long" });
  const shortMonths = civilWriter(locale, { month: "short" });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "Europe/Rome",
  });
  const timeText = (at: Instant): string => clock.format(at).replace(/^0(?=\d)/, "");
  const hourText = (at: Instant): string => {
    const time = timeText(at);
    return hour(time, time.endsWith(":00"));
  };
  return {
    day: days,
    shortDay: shortDays,
    date: dates,
    month: months,
    monthName: monthNames,
    shortMonth: shortMonths,
    hour: hourText,
    time: timeText,
    dayAndHour: (at: Instant): string => `${days(at)}, ${hourText(at)}`,
  };
}

/** A civil day is written by its noon; an instant falls on the day that Rome's calendar shows. */
function civilWriter(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (day: CivilDate | Instant) => string {
  const rome = new Intl.DateTimeFormat(locale, { ...options, timeZone: "Europe/Rome" });
  return (day) => rome.format(typeof day === "number" ? day : noonOf(day));
}
