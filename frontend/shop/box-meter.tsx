import type { VNode } from "preact";
import { LiveMeter } from "#frontend/islands/live-meter.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import { boxOf } from "./box.ts";
import type { OfferFacts } from "./offer.ts";
import { quantityWords } from "./offer.ts";

interface BoxMeterProps {
  readonly t: Texts;
  readonly offer: OfferFacts;
}

/** How far the next box is, for what is bought by whole boxes; nothing for what is sold loose. */
export function BoxMeter({ t, offer }: BoxMeterProps): VNode | null {
  const box = boxOf(offer);
  if (box === null) return null;
  const say = t.catalogue.box;
  const words = (amount: typeof box.boxMilli) => quantityWords(t, offer, amount);
  const asked = say.asked(words(box.demandMilli), words(box.boxMilli));
  const more = box.toleranceMilli === 0 ? "" : say.more(words(box.toleranceMilli));
  const outcome = {
    empty: () => say.empty,
    full: () => say.full(box.number),
    closing: () => say.closing(box.number),
    filling: () => say.lacks(words(box.missingMilli), box.number),
  }[box.state]();
  const facts = {
    sure: box.demandMilli,
    maybe: box.toleranceMilli,
    box: box.boxMilli,
    goal: box.boxMilli * Math.max(box.number, 1),
  };
  const id = `box-${offer.terms.offerId}`;
  const isFilling = box.state === "filling";
  const mood = isFilling ? ("missing" as const) : ("good" as const);
  const otherwise = isFilling ? say.otherwise : "";
  const props = { id, facts, said: asked + more, outcome, mood, otherwise };
  return <LiveMeter id={id} when="visible" props={props} />;
}
