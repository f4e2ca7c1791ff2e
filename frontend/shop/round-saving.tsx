import type { VNode } from "preact";
import type { CivilDate } from "#domain/kernel/instant.ts";
import { type Cents, subtractCents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** What sharing a round changes: a part of it, and what it would cost alone. */
export interface ShareFacts {
  readonly alone: Cents;
  readonly share: Cents;
}

/** The same, of an ordinary delivery home, with the day of the rounds that it was learnt from. */
export interface HomeSavingFacts extends ShareFacts {
  readonly deliveryDay: CivilDate;
}

interface GuessProps {
  readonly t: Texts;
  readonly saving: HomeSavingFacts | null | undefined;
}

/** What a delivery home saves by the shared round, as the last rounds came out. */
export function SavingGuess({ t, saving }: GuessProps): VNode | null {
  if (saving === null || saving === undefined) return null;
  const { alone, share, deliveryDay } = saving;
  const saved = subtractCents(alone, share);
  if (saved <= 0) return null;
  const { money, day } = t.format;
  return (
    <p class="small">
      {t.rounds.savingGuess(money(saved))}: {money(alone)} − {money(share)}.{" "}
      {t.rounds.savingFrom(day(deliveryDay))}
    </p>
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
