import type { VNode } from "preact";
import type { Cents } from "#domain/kernel/money.ts";
import { addCents, subtractCents } from "#domain/kernel/money.ts";
import { LiveMeter } from "#frontend/islands/live-meter.tsx";
import type { Texts } from "#frontend/texts/texts.ts";

/** What a producer must be ordered, all together, to deliver at all. */
export interface MinimumFacts {
  readonly minimumCents: Cents;
  /** What everybody has ordered so far in this cycle. */
  readonly orderedCents: Cents;
}

interface MinimumMeterProps extends MinimumFacts {
  readonly t: Texts;
  /** Whose minimum it is. */
  readonly slug: string;
  /** What this reader would add by confirming the basket. */
  readonly yoursCents: Cents;
}

/** How far a producer's minimum is; nothing where there is none. */
export function MinimumMeter(props: MinimumMeterProps): VNode | null {
  const { t, slug, minimumCents, orderedCents, yoursCents } = props;
  if (minimumCents === 0) return null;
  const say = t.catalogue.minimum;
  const reached = addCents(orderedCents, yoursCents);
  const ordered = say.ordered(t.format.money(orderedCents), t.format.money(minimumCents));
  const isReached = reached >= minimumCents;
  const outcome = isReached
    ? say.reached
    : say.lacks(t.format.money(subtractCents(minimumCents, reached)));
  const id = `minimum-${slug}`;
  const facts = { sure: orderedCents, maybe: yoursCents, goal: minimumCents };
  const words = { said: ordered, outcome, otherwise: isReached ? "" : say.otherwise };
  const mood = isReached ? "good" : "missing";
  return <LiveMeter id={id} when="visible" props={{ id, facts, ...words, mood }} />;
}
