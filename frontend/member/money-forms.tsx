import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField, TextField } from "#frontend/ui/field.tsx";
import { moneyToForm } from "#frontend/ui/money-value.ts";
import type { MemberPageFacts, MoneyDeed } from "./book-facts.ts";

interface MoneyProps {
  readonly t: Texts;
  readonly facts: MemberPageFacts;
  readonly kind: MoneyDeed;
}

/** What the treasurer writes down of somebody's shares. */
export function MoneyForm({ t, facts, kind }: MoneyProps): VNode {
  const say = t.members.one;
  const id = `sum-${kind}`;
  const error = facts.errors.find(({ field }) => field === id)?.message;
  const isThrough = kind === "paid" || kind === "reimbursed";
  return (
    <details class="fold" open={error !== undefined}>
      <summary data-act={`money-${kind}-open`}>{say.moneyNames[kind]}</summary>
      <form class="stack" method="post" action={`/soci/libro/${facts.id}/movimenti`} novalidate>
        <p>{whyOf(t, facts, kind)}</p>
        <input type="hidden" name="key" value={`${facts.key}-${kind}`} />
        <input type="hidden" name="kind" value={kind} />
        <TextField
          t={t}
          id={id}
          name="sum"
          label={kind === "redeemed" ? say.loss : say.sum}
          inputMode="decimal"
          maxLength={12}
          value={facts.typed[id] ?? firstSum(facts, kind)}
          error={error}
        />
        {isThrough ? (
          <SelectField
            t={t}
            id={`through-${kind}`}
            name="through"
            label={say.through}
            value={facts.typed[`through-${kind}`] ?? "bank"}
            options={[
              { value: "bank", label: say.bank },
              { value: "cash", label: say.cash },
            ]}
          />
        ) : null}
        <p>
          <button class="button strong" type="submit" data-act={`money-${kind}`}>
            {say.moneyGo}
          </button>
        </p>
      </form>
    </details>
  );
}

function whyOf(t: Texts, facts: MemberPageFacts, kind: MoneyDeed): string {
  const { moneyWhy } = t.members.one;
  if (kind === "revalued") return moneyWhy.revalued;
  const sums = { paid: facts.unpaidCents, redeemed: facts.paidCents, reimbursed: facts.owedCents };
  return moneyWhy[kind](t.format.money(sums[kind]));
}

/** What is most likely to be written. */
function firstSum(facts: MemberPageFacts, kind: MoneyDeed): string {
  if (kind === "paid") {
    return moneyToForm(facts.overdueCents > 0 ? facts.overdueCents : facts.unpaidCents);
  }
  if (kind === "reimbursed") return moneyToForm(facts.owedCents);
  return kind === "redeemed" ? "0,00" : "";
}
