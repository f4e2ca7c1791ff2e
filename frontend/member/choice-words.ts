import type { Choice } from "#domain/governance/ballots/choice.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { OptionFacts } from "./proposal-facts.ts";
import { titleOf } from "./result-words.ts";

/** What a ballot says, in a sentence's worth of words. */
export function choiceWords(t: Texts, choice: Choice, options: readonly OptionFacts[]): string {
  const say = t.votes.ballot;
  const title = (code: string) => titleOf(t, options, code);
  if ("vote" in choice) {
    return choice.vote === "objection" ? `${say.objection}: «${choice.reason}»` : say[choice.vote];
  }
  if ("approved" in choice) return listed(t, choice.approved.map(title));
  if ("ranking" in choice) return ordered(t, choice.ranking.map(title));
  if ("scores" in choice) {
    const points = Object.entries(choice.scores).map(([code, score]) =>
      say.points(title(code), t.format.count(score)),
    );
    return listed(t, points);
  }
  const ranked = Object.entries(choice.ranks).toSorted(([, one], [, other]) => one - other);
  return listed(
    t,
    ranked.map(([code, rank]) => say.points(title(code), say.place(rank))),
  );
}

function listed(t: Texts, words: readonly string[]): string {
  return words.length === 0 ? t.votes.ballot.blank : t.format.list(words);
}

function ordered(t: Texts, titles: readonly string[]): string {
  return titles.length === 0 ? t.votes.ballot.blank : t.votes.ballot.ranks(titles.join(", "));
}
