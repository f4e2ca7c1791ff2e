import type { RuleDescriptor } from "#domain/governance/rule.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** A value of a rule as people say it: `5,5 %`, `3,50 €`, `2 ore`, `decide la rete`. */
export function valueWords(t: Texts, rule: RuleDescriptor, value: string): string {
  const written: Record<RuleDescriptor["unit"], (value: string) => string> = {
    cents: (sum) => t.format.money(cents(Number(sum))),
    "basis-points": (part) => t.format.percent(basisPoints(Number(part))),
    minutes: (count) => lengthWords(t, Number(count)),
    days: (count) => t.rules.days(Number(count)),
    choice: (chosen) => choiceWords(t, chosen),
    text: (text) => text,
  };
  return written[rule.unit](value);
}

function lengthWords(t: Texts, minutes: number): string {
  const isWhole = minutes >= 60 && minutes % 60 === 0;
  return isWhole ? t.rules.hours(minutes / 60) : t.rules.minutes(minutes);
}

function choiceWords(t: Texts, value: string): string {
  const words: Readonly<Record<string, string>> = t.rules.choices;
  return words[value] ?? value;
}

/** Where a rule, or an article of the statute, tells its history. */
export function rulePath(key: string, subject = ""): string {
  return key === "statute" && subject !== "" ? `/statuto/${subject}` : `/regole/${key}`;
}

/** Where a version stands in that history. */
export function versionPath(key: string, version: number, subject = ""): string {
  return `${rulePath(key, subject)}#v${version}`;
}
