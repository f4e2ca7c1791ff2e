import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { OrderEventFacts } from "./order-facts.ts";

/** What happened to an order, from its facts, in the order in which it did. */
export function OrderStory(props: {
  readonly t: Texts;
  readonly events: readonly OrderEventFacts[];
}): VNode | null {
  const { t, events } = props;
  if (events.length === 0) return null;
  const say = t.order.story;
  return (
    <section class="story" aria-labelledby="story">
      <h2 id="story">{say.title}</h2>
      <ol class="ruled">
        {events.map(({ kind, at }) => (
          <li>
            <span class="small number">{t.format.dayAndHour(at)}</span>
            <br />
            {say[kind]}
          </li>
        ))}
      </ol>
    </section>
  );
}
