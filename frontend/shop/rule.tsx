import type { VNode } from "preact";
import { LEGAL_FLOORS, type LegalFloor } from "#domain/governance/policy/legal-floors.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { valueWords } from "#frontend/ui/rule-words.ts";
import { Coming, whoseWords } from "./rules.tsx";
import { RuleVersions } from "./rule-versions.tsx";
import type { RuleHistoryFacts } from "./rules-facts.ts";

interface RuleProps {
  readonly t: Texts;
  readonly facts: RuleHistoryFacts;
}

/** A rule: what it is now, how it is changed, and all that it ever was. */
export function Rule({ t, facts }: RuleProps): VNode {
  const say = t.rules;
  const { rule, versions, coming } = facts;
  const { title, what } = say.names[rule.key];
  const now = versions.find(({ state }) => state === "in-force");
  return (
    <div class="sheet stack loose">
      <div class="head">
        <h1>{title}</h1>
        <p>{what}</p>
      </div>
      <div class="columns">
        <div class="stack loose">
          {now === undefined ? null : (
            <p class="loud-price">
              <strong class={rule.unit === "choice" ? undefined : "figure"}>
                {valueWords(t, rule, now.value)}
              </strong>{" "}
              <span>{say.since(t.format.date(now.from))}</span>
            </p>
          )}
          <Coming t={t} rule={rule} coming={coming} />
          <RuleVersions t={t} facts={facts} />
        </div>
        <aside class="stack stay" aria-labelledby="how">
          <h2 id="how">{say.howToChange}</h2>
          <ul class="ruled">
            {howWords(t, facts).map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          <p>
            <a href="/regole" data-act="rules">
              {say.title}
            </a>
          </p>
        </aside>
      </div>
    </div>
  );
}

function howWords(t: Texts, { rule }: RuleHistoryFacts): readonly string[] {
  const say = t.rules;
  const { policy, timelockDays, affects } = rule;
  const isVoted = policy !== null;
  return [
    `${whoseWords(t, rule)}.`,
    ...(isVoted ? [say.timelock(timelockDays)] : []),
    say.concerns(t.format.list(affects.map((whom) => say.affects[whom]))),
    ...(isVoted && affects.includes("producers") ? [say.producersNotice] : []),
    ...boundsWords(t, rule),
    say.counts[rule.baseInstant],
  ];
}

function boundsWords(t: Texts, rule: RuleHistoryFacts["rule"]): readonly string[] {
  const say = t.rules;
  const { choices, least, most, legalFloor } = rule;
  if (choices !== undefined) {
    const all = choices.map((choice) => valueWords(t, rule, choice));
    return [say.oneOf(all.join("; "))];
  }
  const floor: LegalFloor | null = legalFloor === undefined ? null : LEGAL_FLOORS[legalFloor];
  const lowest = least ?? floor?.least;
  const words = (bound: number) => valueWords(t, rule, String(bound));
  return [
    ...(lowest === undefined || most === undefined
      ? []
      : [say.between(words(lowest), words(most))]),
    ...(floor?.least === undefined ? [] : [say.lawLeast(words(floor.least), floor.article)]),
  ];
}
