import type { VNode } from "preact";
import { sumCents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { fullName, quantityWords } from "./offer.ts";
import { Receipt, type SumLine } from "#frontend/ui/receipt.tsx";
import type { GroupHouseholdFacts, GroupPageFacts } from "./group-facts.ts";

interface OwnProps {
  readonly t: Texts;
  readonly facts: GroupPageFacts;
}

/** What the reader's own households have in the group's order, and what to do about it. */
export function OwnShare({ t, facts }: OwnProps): VNode {
  const say = t.groups.order;
  return (
    <>
      {facts.own.map((household) => (
        <Part t={t} facts={facts} household={household} />
      ))}
      <aside class="stack note">
        <h2 class="lesser">{say.otherwise}</h2>
        <p>{say.otherwiseWhy}</p>
      </aside>
    </>
  );
}

interface PartProps extends OwnProps {
  readonly household: GroupHouseholdFacts;
}

function Part({ t, facts, household }: PartProps) {
  const say = t.groups.order;
  const isOne = facts.own.length === 1;
  const title = isOne ? say.yours : say.yoursOf(household.name ?? "");
  const isOpen = facts.cycle?.state === "open";
  const { order } = household;
  if (order === null) {
    return (
      <Receipt t={t} id={`parte-${household.id}`} title={title} lines={[]}>
        <p>{isOpen ? say.yoursNone : say.yoursLate}</p>
        {isOpen ? (
          <a class="button strong tall wide" href={shelfOf(facts)} data-act="group-start">
            {say.start}
          </a>
        ) : null}
      </Receipt>
    );
  }
  return (
    <Receipt t={t} id={`parte-${household.id}`} title={title} lines={linesOf(t, facts, order)}>
      <a
        class={isOpen ? "button strong tall wide" : "button wide"}
        href={`/ordini/${order.id}`}
        data-act="group-own-order"
      >
        {isOpen ? say.change : say.see}
      </a>
    </Receipt>
  );
}

function shelfOf({ cycle }: GroupPageFacts): string {
  return cycle === null ? "/prodotti" : `/prodotti?ciclo=${encodeURIComponent(cycle.code)}`;
}

function linesOf(
  t: Texts,
  { offers, cycle }: GroupPageFacts,
  order: NonNullable<GroupHouseholdFacts["order"]>,
): SumLine[] {
  const say = t.groups.order;
  const lines = order.lines.flatMap((line) => {
    const found = offers.find(({ offer }) => offer.terms.offerId === line.offerId);
    if (found === undefined) return [];
    const { offer } = found;
    const more =
      line.toleranceMilli === 0 ? "" : say.more(quantityWords(t, offer, line.toleranceMilli));
    const words = say.line(fullName(offer), quantityWords(t, offer, line.nowMilli));
    return [{ label: `${words}${cycle?.state === "open" ? more : ""}`, amount: line.cents }];
  });
  const total = sumCents(order.lines.map((line) => line.cents));
  const isOver = cycle?.state === "settled";
  const label = isOver ? say.sum : say.estimate;
  return [...lines, { label, amount: total, weight: "total" as const }];
}
