import type { VNode } from "preact";
import { addMilli, milli } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { picture } from "#frontend/ui/drawings/picture.tsx";
import { Icon } from "#frontend/ui/icons.tsx";
import { QuantityStepper } from "#frontend/ui/quantity-form.tsx";
import { quantityToForm } from "#frontend/ui/quantity-value.ts";
import { fullName, productHref, quantityOf, quantityWords } from "./offer.ts";
import type { OrderFacts, OrderLineFacts } from "./order-facts.ts";
import { toldIn } from "#frontend/ui/told.ts";
import { LineProblem } from "./order-problem.tsx";

interface LineProps {
  readonly t: Texts;
  readonly facts: Pick<OrderFacts, "id" | "addingKey" | "reportableUntil" | "refusedReport">;
  readonly line: OrderLineFacts;
  readonly changes: "any" | "more" | "none";
}

/** What was wanted, what is coming, what was weighed, what it costs; a form while it may change. */
export function OrderLine({ t, facts, line, changes }: LineProps): VNode {
  const { offer, state } = line;
  const status = t.order.lineStatus[state.status];
  const isLost = LOST.has(state.status);
  return (
    <li id={`line-${line.id}`}>
      {picture(offer.picture, { square: true })}
      <div class="what">
        <a class="name" href={productHref(offer)} data-act="product" {...toldIn(t)}>
          {fullName(offer)}
        </a>
        <p class="small">{offer.seller.name}</p>
        <p class="small number">{journeyOf(t, line)}</p>
        {status === "" ? null : <p class={isLost ? "missing" : "good"}>{status}</p>}
      </div>
      {changes === "none" ? null : <Changing t={t} facts={facts} line={line} changes={changes} />}
      <span class="sum">{t.format.money(state.finalCents ?? state.estimatedCents)}</span>
      <LineProblem t={t} facts={facts} line={line} />
    </li>
  );
}

const LOST: ReadonlySet<string> = new Set([
  "cut_by_box",
  "partly_cut_by_box",
  "cancelled_minimum",
  "not_delivered",
  "short_delivered",
]);

/** The line's way from the wish to the scales: each step is said once it is known. */
export function journeyOf(t: Texts, { offer, state }: OrderLineFacts): string {
  const say = t.order;
  const words = (amount: typeof state.wantedMilli) => quantityWords(t, offer, amount);
  const { allocatedMilli, deliveredMilli, actualGrams, toleranceMilli } = state;
  const more = toleranceMilli === 0 ? "" : say.tolerance(words(toleranceMilli));
  const isMoved = allocatedMilli !== null && allocatedMilli !== state.wantedMilli;
  const isShort = deliveredMilli !== null && deliveredMilli !== allocatedMilli;
  return [
    say.wanted(words(state.wantedMilli)) + (allocatedMilli === null ? more : ""),
    ...(isMoved ? [say.allocated(words(allocatedMilli))] : []),
    ...(isShort ? [say.delivered(words(deliveredMilli))] : []),
    ...(actualGrams === null ? [] : [say.weighed(t.format.weight(actualGrams))]),
    ...(state.finalCents === null || state.finalCents === state.estimatedCents
      ? []
      : [say.estimated(t.format.money(state.estimatedCents))]),
  ].join(", ");
}

function Changing({ t, facts, line, changes }: LineProps) {
  const { offer, state } = line;
  const action = `/ordini/${facts.id}/righe`;
  // What this line already holds of the stock is its own to keep.
  const left = offer.leftMilli === null ? null : addMilli(offer.leftMilli, state.wantedMilli);
  const quantity = quantityOf({ ...offer, leftMilli: left }, state.wantedMilli);
  const fields = { line: line.id, tolerance: quantityToForm(state.toleranceMilli) };
  return (
    <div class="how">
      <QuantityStepper
        t={t}
        quantity={{
          ...quantity,
          id: line.id,
          least: changes === "more" ? state.wantedMilli : milli(0),
        }}
        action={action}
        fields={fields}
      />
      {changes === "more" ? null : <Removing t={t} action={action} line={line} />}
    </div>
  );
}

function Removing({
  t,
  action,
  line,
}: Pick<LineProps, "t" | "line"> & { readonly action: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="line" value={line.id} />
      <input type="hidden" name="quantity" value="0" />
      <button
        class="button plain"
        type="submit"
        data-act="remove"
        aria-label={t.order.removeOf(fullName(line.offer))}
      >
        <Icon name="remove" />
        {t.order.remove}
      </button>
    </form>
  );
}
