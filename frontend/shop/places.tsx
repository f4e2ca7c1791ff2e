import type { VNode } from "preact";
import type { Cents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { slotWords } from "#frontend/ui/slot-words.ts";
import { groundOf } from "#frontend/ui/drawings/cities.ts";
import { SchematicMap } from "#frontend/ui/map.tsx";

/** A time of the delivery day, in minutes since midnight. */
export interface SlotFacts {
  readonly id: string;
  readonly fromMinute: number;
  readonly toMinute: number;
  /** How many more orders it takes; null where it takes any number. */
  readonly left: number | null;
}

/** A point where crates are handed out. */
export interface PickupFacts {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly latMicrodegrees: number;
  readonly lonMicrodegrees: number;
  readonly slots: readonly SlotFacts[];
  /** No more orders fit there this week. */
  readonly isFull: boolean;
}

/** Everywhere a crate can go. */
export interface PlacesFacts {
  readonly pickups: readonly PickupFacts[];
  /** Times at which a courier rings; none where nothing is brought home. */
  readonly homeSlots: readonly SlotFacts[];
  readonly deliveryFeeCents: Cents;
}

interface PlacesProps {
  readonly t: Texts;
  readonly places: PlacesFacts;
}

/** Where crates are handed out: the drawn city, and the list that is its real content. */
export function Places({ t, places }: PlacesProps): VNode | null {
  const { pickups, homeSlots, deliveryFeeCents } = places;
  if (pickups.length === 0 && homeSlots.length === 0) return null;
  const say = t.catalogue.home;
  const points = pickups.map((pickup, index) => ({ ...pickup, mark: `${index + 1}` }));
  return (
    <section id="ritiro" aria-labelledby="pickup">
      <div class="head">
        <h2 id="pickup">{say.pickup}</h2>
        <p>{say.pickupFree}</p>
      </div>
      <div class="columns wide">
        {points.length === 0 ? null : (
          <SchematicMap
            t={t}
            ground={groundOf(points)}
            points={points}
            label={say.mapLabel(t.format.list(pickups.map(({ name }) => name)))}
          />
        )}
        <ol class="stops" data-side="round">
          {pickups.map((pickup, index) => (
            <li>
              <span class="figure">{index + 1}</span>
              <strong>{pickup.name}</strong>
              <span class="number">{hoursOf(t, pickup.slots)}</span>
              <span class="small">{pickup.street}</span>
            </li>
          ))}
          {homeSlots.length === 0 ? null : (
            <li>
              <span class="figure">+</span>
              <strong>{say.atHome}</strong>
              <span class="number">{hoursOf(t, homeSlots)}</span>
              <span class="small">{feeWords(t, deliveryFeeCents)}</span>
            </li>
          )}
        </ol>
      </div>
    </section>
  );
}

function feeWords(t: Texts, fee: Cents): string {
  const say = t.catalogue.home;
  return fee === 0 ? say.homeFree : say.homeFee(t.format.money(fee));
}

/** From the first opening to the last closing of the day. */
function hoursOf(t: Texts, slots: readonly SlotFacts[]): string {
  if (slots.length === 0) return "";
  const from = Math.min(...slots.map(({ fromMinute }) => fromMinute));
  const to = Math.max(...slots.map(({ toMinute }) => toMinute));
  return slotWords(t, { fromMinute: from, toMinute: to });
}
