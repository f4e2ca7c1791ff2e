import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { valueWords, versionPath } from "#frontend/ui/rule-words.ts";
import type { OrderRuleFacts } from "./rules-facts.ts";

interface OrderRulesProps {
  readonly t: Texts;
  readonly rules: readonly OrderRuleFacts[];
}

/** The rules an order was placed under, each with its version: from there to the vote behind it. */
export function OrderRules({ t, rules }: OrderRulesProps): VNode | null {
  if (rules.length === 0) return null;
  const say = t.rules;
  return (
    <details class="fold">
      <summary data-act="order-rules">{say.ofOrder.title}</summary>
      <p class="small">{say.ofOrder.why}</p>
      <ul class="ruled">
        {rules.map(({ rule, value, version }) => (
          <li>
            {say.ofOrder.rule(say.names[rule.key].title, valueWords(t, rule, value))}{" "}
            <a href={versionPath(rule.key, version)} data-act={`rule-${rule.key}`}>
              {say.ofOrder.version(t.format.count(version))}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
