import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { slotWords } from "#frontend/ui/slot-words.ts";
import type { Option } from "#frontend/ui/field.tsx";
import { ChoiceGroup, TextField } from "#frontend/ui/field.tsx";
import type { CheckoutFacts, CheckoutValues } from "./checkout-facts.ts";
import { PAYMENTS } from "./checkout-facts.ts";
import { Near } from "./checkout-near.tsx";
import type { SlotFacts } from "./places.tsx";

interface StepProps {
  readonly t: Texts;
  readonly facts: CheckoutFacts;
}

/** Pickup points and home, each with its times, as one choice. */
export function Where({ t, facts }: StepProps): VNode {
  return (
    <section class="stack">
      <Near t={t} facts={facts} />
      <ChoiceGroup
        t={t}
        id="where"
        name="where"
        label={t.checkout.where}
        hint={t.checkout.whereHint(t.format.day(facts.deliveryDay))}
        kind="radio"
        chosen={[facts.values.where]}
        options={placeChoices(t, facts)}
        error={errorOf(facts, "where")}
      />
      <Address t={t} facts={facts} />
    </section>
  );
}

/** A place without stated hours is one choice, one with several is as many. */
function placeChoices(t: Texts, { places, away }: CheckoutFacts): readonly Option[] {
  const say = t.checkout;
  const fee = places.deliveryFeeCents;
  const home = fee === 0 ? say.homeFree : say.homeNote(t.format.money(fee));
  return [
    ...places.pickups.flatMap(({ id, name, street, slots, isFull }) =>
      timesOf(slots).map((slot) => ({
        value: whereValue(id, slot),
        label: name,
        note: noteOf(t, { street, isFull, slot, metres: away?.metres.get(id) }),
        aside: slot === null ? say.anyTime : slotWords(t, slot),
        closed: isFull || slot?.left === 0,
      })),
    ),
    ...places.homeSlots.map((slot) => ({
      value: whereValue("home", slot),
      label: say.atHome,
      note: [home, ...roomWords(t, slot)].join(", "),
      aside: slotWords(t, slot),
      closed: slot.left === 0,
    })),
  ];
}

function noteOf(
  t: Texts,
  point: {
    readonly street: string;
    readonly isFull: boolean;
    readonly slot: SlotFacts | null;
    readonly metres: number | undefined;
  },
): string {
  const { street, isFull, slot, metres } = point;
  const far = metres === undefined ? [] : [t.checkout.away(t.format.distance(metres))];
  const room = isFull || slot === null ? [] : roomWords(t, slot);
  return [street, ...far, ...(isFull ? [t.checkout.full] : room)].join(", ");
}

/** Said when it matters: a time that is nearly full, or full. */
const FEW_LEFT = 5;

function roomWords(t: Texts, { left }: SlotFacts): string[] {
  if (left === null || left > FEW_LEFT) return [];
  return [left === 0 ? t.checkout.full : t.checkout.placesLeft(left)];
}

function timesOf(slots: readonly SlotFacts[]): readonly (SlotFacts | null)[] {
  return slots.length === 0 ? [null] : slots;
}

function whereValue(place: string, slot: SlotFacts | null): string {
  return slot === null ? place : `${place}:${slot.id}`;
}

/** Folded away by the sheet while a pickup point is chosen. */
function Address({ t, facts }: StepProps) {
  if (facts.places.homeSlots.length === 0) return null;
  return (
    <fieldset class="address stack">
      <legend>{t.checkout.address}</legend>
      <Line
        t={t}
        facts={facts}
        name="street"
        complete="street-address"
        hint={t.checkout.streetHint}
      />
      <Line t={t} facts={facts} name="postcode" complete="postal-code" mode="numeric" />
      <Line t={t} facts={facts} name="town" complete="address-level2" />
    </fieldset>
  );
}

/** Who receives the crate, and where the confirmation goes. */
export function Who({ t, facts }: StepProps): VNode {
  const say = t.checkout;
  return (
    <fieldset class="stack">
      <legend>{say.who}</legend>
      <Line t={t} facts={facts} name="name" complete="name" />
      <Line t={t} facts={facts} name="email" complete="email" mode="email" hint={say.emailHint} />
      <Line t={t} facts={facts} name="phone" complete="tel" mode="tel" hint={say.phoneHint} />
      <Line t={t} facts={facts} name="note" />
    </fieldset>
  );
}

interface LineProps extends StepProps {
  readonly name: Exclude<keyof CheckoutValues, "where" | "payment" | "household" | "near">;
  readonly complete?: string;
  readonly mode?: "numeric" | "email" | "tel";
  readonly hint?: string;
}

const lengths: Readonly<Record<LineProps["name"], number>> = {
  name: 120,
  email: 200,
  phone: 40,
  street: 200,
  postcode: 10,
  town: 120,
  note: 300,
};

function Line({ t, facts, name, complete, mode, hint }: LineProps) {
  const isOptional = name === "phone" || name === "note";
  return (
    <TextField
      t={t}
      id={name}
      name={name}
      label={t.checkout[name]}
      value={facts.values[name]}
      type={mode === "email" || mode === "tel" ? mode : "text"}
      maxLength={lengths[name]}
      optional={isOptional}
      error={errorOf(facts, name)}
      {...(hint === undefined ? {} : { hint })}
      {...(complete === undefined ? {} : { autoComplete: complete })}
      {...(mode === undefined ? {} : { inputMode: mode })}
    />
  );
}

/** How the order is paid. Cards are the double's: they say so. */
export function How({ t, facts }: StepProps): VNode {
  return (
    <ChoiceGroup
      t={t}
      id="payment"
      name="payment"
      label={t.checkout.payment}
      kind="radio"
      chosen={[facts.values.payment]}
      options={paymentChoices(t, facts)}
      error={errorOf(facts, "payment")}
    />
  );
}

function paymentChoices(t: Texts, facts: CheckoutFacts): readonly Option[] {
  const say = t.checkout;
  const wallet = facts.walletCents;
  return [
    ...(wallet === null
      ? []
      : [
          {
            value: PAYMENTS.wallet,
            label: say.wallet,
            note: say.walletNote(t.format.money(wallet)),
          },
        ]),
    { value: PAYMENTS.atPickup, label: say.atPickup, note: say.atPickupNote },
    ...(facts.hasTestCards
      ? [
          { value: PAYMENTS.card, label: say.card, note: say.cardNote },
          { value: PAYMENTS.cardRefused, label: say.cardRefused, note: say.cardRefusedNote },
        ]
      : []),
  ];
}

function errorOf({ errors }: CheckoutFacts, field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
