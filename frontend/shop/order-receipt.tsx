import type { VNode } from "preact";
import type { Cents } from "#domain/kernel/money.ts";
import { negateCents, subtractCents, sumCents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { SumLine } from "#frontend/ui/receipt.tsx";
import { Receipt } from "#frontend/ui/receipt.tsx";
import type { OrderFacts } from "./order-facts.ts";
import { lineOf } from "./sum-lines.ts";

interface ReceiptProps {
  readonly t: Texts;
  readonly facts: OrderFacts;
}

/** The sum of an order: its estimate while it may change, its true amount once it is weighed. */
export function OrderReceipt({ t, facts }: ReceiptProps): VNode {
  const final = facts.finalTotalCents;
  return (
    <Receipt t={t} id="receipt" title={t.order.receipt} lines={linesOf(t, facts, final)}>
      <p>{closingWords(t, facts, final)}</p>
    </Receipt>
  );
}

function linesOf(t: Texts, facts: OrderFacts, final: Cents | null): readonly SumLine[] {
  const say = t.order;
  const { depositsCents, deliveryFeeCents, payment, holdCents, capturedCents, dueCents } = facts;
  const goods = sumCents(facts.lines.map(({ state }) => state.finalCents ?? state.estimatedCents));
  const isWeighed = facts.lines.some(({ state }) => state.finalCents !== null);
  const known = sumCents([goods, depositsCents, goods === 0 ? goods : deliveryFeeCents]);
  return [
    { label: isWeighed ? say.goodsFinal : say.goodsEstimated(facts.lines.length), amount: goods },
    ...lineOf(say.deposits, depositsCents),
    ...lineOf(say.delivery, goods === 0 ? null : deliveryFeeCents),
    {
      label: final === null ? say.about : say.final,
      amount: final ?? known,
      weight: "total",
    },
    ...(isWeighed ? lineOf(say.ordered, facts.estimatedCents, "minor") : []),
    ...(payment === "card" ? lineOf(say.held, holdCents, "minor") : []),
    ...(payment === "card" ? lineOf(say.captured, capturedCents, "minor") : []),
    ...lineOf(say.due, dueCents),
    ...lineOf(say.refunded, negateCents(facts.refundedCents)),
  ];
}

function closingWords(t: Texts, facts: OrderFacts, final: Cents | null): string {
  const say = t.order;
  if (final === null) return facts.payment === "at-pickup" ? say.payThen : "";
  const difference = subtractCents(final, facts.estimatedCents);
  const words =
    difference === 0
      ? say.same
      : difference < 0
        ? say.less(t.format.money(negateCents(difference)))
        : say.more(t.format.money(difference));
  const isFreed = facts.payment === "card" && facts.dueCents === null && final < facts.holdCents;
  return isFreed ? `${words} ${say.released}` : words;
}
