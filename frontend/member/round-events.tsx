import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { EventFacts, RoundsWeekFacts } from "./rounds-facts.ts";

interface EventsProps {
  readonly t: Texts;
  readonly facts: RoundsWeekFacts;
}

/** What was told from the road on the day, the newest first. */
export function RoundEvents({ t, facts }: EventsProps): VNode | null {
  if (facts.events.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="events">
      <h2 id="events" class="part">
        {t.rounds.events}
      </h2>
      <ul class="ruled">
        {facts.events.map((event) => (
          <li>
            {t.format.time(event.at)} <strong>{event.vehicle}</strong>: {eventWords(t, event)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function eventWords(t: Texts, { kind, name, minutes, reason }: EventFacts): string {
  const say = t.rounds.event;
  if (kind === "done") return say.done(name);
  if (kind === "failed") return say.failed(name, t.courier.reasons[reason ?? "other"]);
  if (kind === "late") return say.late(minutes ?? 0);
  return kind === "loaded" ? say.loaded : say.out;
}
