import type { RuleDescriptor } from "#domain/governance/rule.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** A value of a rule as people say it: `5,5 %`, `3,50 €`, `2 ore`, `decide la rete`. */
export function valueWords(t: Texts, rule: RuleDescriptor, value: string): string {
  const number = Number(value);
  switch (rule.unit) {
    case "cents":
      return t.format.money(cents(number));
    case "basis-points":
      return t.format.percent(basisPoints(number));
    case "minutes":
      return number >= 60 && number % 60 === 0
        ? t.rules.hours(number / 60)
        : t.rules.minutes(number);
    case "days":
      return t.rules.days(number);
    case "choice":
      return choiceWords(t, value);
    case "text":
      return value;
  }
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
