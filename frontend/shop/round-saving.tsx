import type { VNode } from "preact";
import type { CivilDate } from "#domain/kernel/instant.ts";
import { type Cents, subtractCents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** What sharing a round changes: a part of it, and what it would cost alone. */
export interface ShareFacts {
  readonly alone: Cents;
  readonly share: Cents;
}

/** The same, of a delivery home, with the day of the rounds that it was learnt from. */
export interface HomeSavingFacts extends ShareFacts {
  readonly deliveryDay: CivilDate;
  /** The buyer's own; null while nobody knows it, and it is the mean of all homes. */
  readonly street: string | null;
}

interface GuessProps {
  readonly t: Texts;
  readonly saving: HomeSavingFacts | null | undefined;
}

/**
 * What the shared round saves on a delivery home: to the buyer's own door, or to an ordinary one
 * while it is not known. A round that costs more than going alone is said as well.
 */
export function SavingGuess({ t, saving }: GuessProps): VNode | null {
  if (saving === null || saving === undefined) return null;
  const { alone, share, deliveryDay, street } = saving;
  const { money, day } = t.format;
  const say = t.rounds;
  const saved = subtractCents(alone, share);
  const words =
    saved >= 0 ? say.savingLess(money(saved)) : say.savingMore(money(subtractCents(share, alone)));
  return (
    <section class="stack tight" aria-label={say.savingTitle}>
      <p>
        <strong>{words}</strong>
      </p>
      <p class="small">
        {street === null ? say.savingMean : say.savingOwn(street)}{" "}
        {say.savingSum(money(alone), money(share))} {say.savingFrom(day(deliveryDay))}
      </p>
    </section>
  );
}

interface ShareProps {
  readonly t: Texts;
  readonly share: ShareFacts | null | undefined;
}

/** The part of an order in its round; a share that costs more than alone is said as well. */
export function OrderShare({ t, share: part }: ShareProps): VNode | null {
  if (part === null || part === undefined) return null;
  const { alone, share } = part;
  const { money } = t.format;
  const saved = subtractCents(alone, share);
  const words =
    saved >= 0
      ? t.rounds.orderSaved(money(saved))
      : t.rounds.orderMore(money(subtractCents(share, alone)));
  return (
    <p class="small">
      {t.rounds.orderShare(money(alone), money(share))} {words}
    </p>
  );
}
