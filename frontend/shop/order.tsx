import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary } from "#frontend/ui/field.tsx";
import { Notice } from "#frontend/ui/notice.tsx";
import { Adding } from "./order-adding.tsx";
import type { OrderFacts } from "./order-facts.ts";
import { OrderLine } from "./order-line.tsx";
import { OrderReceipt } from "./order-receipt.tsx";
import { OrderRules } from "./order-rules.tsx";
import { OrderSplit } from "./order-split.tsx";
import { OrderShare } from "./round-saving.tsx";
import { standing } from "./order-standing.ts";
import { OrderStory } from "./order-story.tsx";
import { slotWords } from "#frontend/ui/slot-words.ts";

interface OrderProps {
  readonly t: Texts;
  readonly facts: OrderFacts;
}

/** Where an order stands, what is in it, what it costs; changed by forms until the close. */
export function Order({ t, facts }: OrderProps): VNode {
  return (
    <div class="sheet">
      <div class="head">
        <h1>{t.order.title(facts.code)}</h1>
      </div>
      <div class="stack loose">
        <Status t={t} facts={facts} />
        <div class="columns wide">
          <div class="stack loose">
            <Lines t={t} facts={facts} />
            {canAdd(facts) ? <Adding t={t} facts={facts} /> : null}
            {isChangeable(facts) ? <Cancelling t={t} facts={facts} /> : null}
            <OrderSplit t={t} facts={facts} />
            <Repeating t={t} facts={facts} />
          </div>
          <aside class="stack stay">
            <OrderReceipt t={t} facts={facts} />
            <OrderShare t={t} share={facts.share} />
            <Particulars t={t} facts={facts} />
            <OrderRules t={t} rules={facts.rules} />
            <OrderStory t={t} events={facts.events} />
          </aside>
        </div>
      </div>
    </div>
  );
}

/** A household may have the same every week. */
function Repeating({ t, facts: { id, householdId = null } }: OrderProps) {
  if (householdId === null) return null;
  return (
    <p>
      <a href={`/io/ricorrenti?da=${id}`} data-act="repeat">
        {t.standing.repeat}
      </a>
    </p>
  );
}

/** Lines may be set and the order cancelled. */
function isChangeable({ isOpen, cancelledAt }: OrderFacts): boolean {
  return isOpen && cancelledAt === null;
}

/** While boxes are completed lines only grow: they are set, not taken out. */
function changesOf(facts: OrderFacts): "any" | "more" | "none" {
  if (isChangeable(facts)) return "any";
  return facts.isCompleting && facts.cancelledAt === null ? "more" : "none";
}

function canAdd(facts: OrderFacts): boolean {
  return changesOf(facts) !== "none" && facts.addable.length > 0;
}

function Status({ t, facts }: OrderProps) {
  return (
    <>
      <ErrorSummary t={t} errors={facts.refusedReport?.errors ?? []} />
      {facts.refusal === null ? null : (
        <Notice kind="error">
          <p>{facts.refusal}</p>
        </Notice>
      )}
      {facts.mailFails ? (
        <Notice kind="note">
          <p>{t.order.mailFails(facts.contactEmail)}</p>
        </Notice>
      ) : null}
      <Notice kind="status">
        <p class="standing">
          <strong>{standing(t, facts)}</strong>
        </p>
        {facts.dueCents === null ? null : <p>{t.order.howToPayDue(facts.contactEmail)}</p>}
        {facts.isNew ? <p>{t.order.keepLink}</p> : null}
      </Notice>
    </>
  );
}

function Lines({ t, facts }: OrderProps) {
  return (
    <section class="group" aria-labelledby="lines">
      <h2 id="lines">{t.order.lines}</h2>
      {facts.reportableUntil === null ? null : (
        <p class="small">{t.problems.until(t.format.dayAndHour(facts.reportableUntil))}</p>
      )}
      <ul class="lines">
        {facts.lines.map((line) => (
          <OrderLine t={t} facts={facts} line={line} changes={changesOf(facts)} />
        ))}
      </ul>
    </section>
  );
}

function Particulars({ t, facts }: OrderProps) {
  const { destination, payment } = facts;
  const time = destination.slot === null ? "" : `, ${slotWords(t, destination.slot)}`;
  const place = destination.pickup;
  return (
    <ul class="ruled">
      <li>
        <strong>{t.order.where}</strong>
        <br />
        {place === null ? t.order.atHome : `${place.name}, ${place.street}`}
        <br />
        {`${t.format.day(facts.deliveryDay)}${time}`}
      </li>
      <li>
        <strong>{t.order.payment}</strong> {t.order.paidBy[payment]}
      </li>
    </ul>
  );
}

function Cancelling({ t, facts }: OrderProps) {
  return (
    <details class="fold">
      <summary data-act="cancel-ask">{t.order.cancel}</summary>
      <form class="stack" method="post" action={`/ordini/${facts.id}/annullamento`}>
        <input type="hidden" name="key" value={`${facts.addingKey}-cancel`} />
        <p>{t.order.cancelWhy}</p>
        <p>
          <button class="button" type="submit" data-act="cancel">
            {t.order.cancelGo}
          </button>
        </p>
      </form>
    </details>
  );
}
