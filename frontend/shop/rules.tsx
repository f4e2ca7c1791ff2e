import type { VNode } from "preact";
import { LEGAL_FLOORS, type LegalFloor } from "#domain/governance/policy/legal-floors.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import type { LegalFloorName } from "#frontend/texts/rule-keys.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { rulePath, valueWords } from "#frontend/ui/rule-words.ts";
import type { ComingFacts, DescribedRule, RuleFacts, RulesFacts } from "./rules-facts.ts";

interface RulesProps {
  readonly t: Texts;
  readonly facts: RulesFacts;
}

/** Every rule of the network by what it is about, with its value today and what comes. */
export function Rules({ t, facts }: RulesProps): VNode {
  const say = t.rules;
  return (
    <div class="sheet stack loose">
      <div class="head">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      {facts.areas.map(({ area, rules }) => (
        <section aria-labelledby={area}>
          <h2 class="part" id={area}>
            {say.areas[area]}
          </h2>
          <ul class="ruled">
            {rules.map((one) => (
              <Rule t={t} facts={one} />
            ))}
          </ul>
        </section>
      ))}
      <Law t={t} />
      <p>
        <a href="/regolamenti" data-act="policies">
          {t.policies.all}
        </a>
      </p>
      <p>
        {say.check}{" "}
        <a href="/api/v1/rules/export" data-act="rules-export">
          {say.download}
        </a>
      </p>
    </div>
  );
}

interface RuleProps {
  readonly t: Texts;
  readonly facts: RuleFacts;
}

function Rule({ t, facts: { rule, inForce, coming } }: RuleProps) {
  const say = t.rules;
  const { title, what } = say.names[rule.key];
  const isText = rule.unit === "text";
  const path = isText ? "/statuto" : rulePath(rule.key);
  const expiresAt = inForce?.expiresAt ?? null;
  return (
    <li class="rule">
      <div class="grow">
        <h3>
          <a href={path} data-act={`rule-${rule.key}`}>
            {title}
          </a>
        </h3>
        <p>{what}</p>
        {isText ? null : <p class="small">{whoseWords(t, rule)}</p>}
        <Coming t={t} rule={rule} coming={coming} />
        {expiresAt === null ? null : (
          <p>
            <strong>{say.urgentUntil(t.format.date(expiresAt))}</strong>
          </p>
        )}
      </div>
      {isText ? null : <Value t={t} facts={{ rule, inForce }} />}
    </li>
  );
}

/** What a rule is today, and since when. */
function Value({
  t,
  facts: { rule, inForce },
}: {
  readonly t: Texts;
  readonly facts: Pick<RuleFacts, "rule" | "inForce">;
}) {
  const say = t.rules;
  if (inForce === null) {
    return (
      <p class="value">
        <strong>{say.ownValue}</strong>
      </p>
    );
  }
  return (
    <p class="value">
      <strong>{valueWords(t, rule, inForce.value)}</strong>{" "}
      <span class="small">{say.since(t.format.date(inForce.since))}</span>
    </p>
  );
}

export function whoseWords(t: Texts, { policy }: DescribedRule): string {
  return t.rules.whose[policy ?? "enterprise"];
}

interface ComingProps {
  readonly t: Texts;
  readonly rule: DescribedRule;
  readonly coming: readonly ComingFacts[];
}

/** What a rule will be: decided already, not in force yet. */
export function Coming({ t, rule, coming }: ComingProps): VNode | null {
  if (coming.length === 0) return null;
  const say = t.rules;
  return (
    <ul>
      {coming.map(({ value, from, proposal, isOvertaken }) => {
        const [will, date] = [valueWords(t, rule, value), t.format.date(from)];
        if (proposal === null) return <li>{say.coming(will, date)}</li>;
        const number = t.format.count(proposal);
        return (
          <li>
            <a href={`/proposte/${proposal}`} data-act={`coming-${proposal}`}>
              {isOvertaken ? say.overtaken(number) : say.comingVoted(will, date, number)}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** The bounds that no vote moves, each with its article. */
function Law({ t }: { readonly t: Texts }) {
  const say = t.rules;
  const floors = Object.entries(LEGAL_FLOORS) as [LegalFloorName, LegalFloor][];
  return (
    <section aria-labelledby="law">
      <div class="head">
        <h2 id="law">{say.law}</h2>
        <p>{say.lawWhy}</p>
      </div>
      <ul class="ruled">
        {floors.map(([name, floor]) => (
          <li>
            {say.floors[name](boundWords(t, name, floor))}{" "}
            <span class="small">({floor.article})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function boundWords(t: Texts, name: LegalFloorName, { least, most }: LegalFloor): string {
  const bound = least ?? most ?? 0;
  const isPart = name === "reserve" || name === "mutualFund";
  return isPart ? t.format.percent(basisPoints(bound)) : t.format.count(bound);
}
