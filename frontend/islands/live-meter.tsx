import { useEffect } from "preact/hooks";
import { Meter, type MeterFacts } from "#frontend/ui/meter.tsx";
import { island } from "./island.tsx";
import { watchPage } from "./watch-page.ts";

/** A meter in words and figures, as the page says it in the reader's language. */
export interface LiveMeterProps {
  /** The id of the island that it is. */
  readonly id: string;
  readonly facts: MeterFacts;
  /** Figures, on the left. */
  readonly said: string;
  /** What they come to, on the right. */
  readonly outcome: string;
  readonly mood: "good" | "missing";
  /** What follows where the outcome stays as it is; "" where there is nothing to add. */
  readonly otherwise: string;
}

/** How far a box or a minimum is: while somebody looks, it follows what everybody does. */
export const LiveMeter = island("live-meter", (props: LiveMeterProps) => {
  const { id, facts, said, outcome, mood, otherwise } = props;
  useEffect(() => watchPage(id), [id]);
  return (
    <Meter facts={facts} label={`${said}. ${outcome}`}>
      <p>
        <span>{said}</span>
        <span class={mood}>{outcome}</span>
      </p>
      {otherwise === "" ? null : <p class="small">{otherwise}</p>}
    </Meter>
  );
});
