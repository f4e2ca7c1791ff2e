import { type CycleId, type HouseholdId, id, isId } from "#domain/kernel/ids.ts";
import type { CheckoutValues } from "#frontend/shop/checkout-facts.ts";
import { PAYMENTS } from "#frontend/shop/checkout-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import type { PlaceOrder } from "#market/orders/place-order.ts";
import { reasonOf } from "./http-words.ts";

/** What was typed, as it was typed: a refused form gives it back. */
export function typed(body: string): CheckoutValues {
  const form = new URLSearchParams(body);
  const said = (name: keyof CheckoutValues): string => form.get(name)?.trim() ?? "";
  return {
    where: said("where"),
    name: said("name"),
    email: said("email"),
    phone: said("phone"),
    street: said("street"),
    postcode: said("postcode"),
    town: said("town"),
    note: said("note"),
    payment: said("payment"),
    near: said("near"),
    household: said("household"),
  };
}

type Field = keyof Texts["checkout"]["errors"];
type Check = (values: CheckoutValues) => boolean;

const isHome: Check = ({ where }) => where === "home" || where.startsWith("home:");

/** What each field must be; a mail address needs no more than one at sign and a dot after it. */
const checks: Readonly<Record<Field, Check>> = {
  where: ({ where }) => placeOf(where) !== null,
  street: (values) => !isHome(values) || within(values.street, 1, 200),
  postcode: (values) => !isHome(values) || /^\d{5}$/.test(values.postcode),
  town: (values) => !isHome(values) || within(values.town, 1, 80),
  name: ({ name }) => within(name, 1, 120),
  email: ({ email }) => email.length <= 200 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email),
  phone: ({ phone }) => phone === "" || /^[+\d][\d ./-]{3,38}$/.test(phone),
  note: ({ note }) => note.length <= 300,
  payment: ({ payment }) => paymentOf(payment) !== null,
};

/** Every field that must be put right, in the order of the page. */
export function checkoutErrors(t: Texts, values: CheckoutValues): readonly FieldError[] {
  return (Object.keys(checks) as Field[])
    .filter((field) => !checks[field](values))
    .map((field) => ({ field, message: t.checkout.errors[field] }));
}

/** The order that the form asks for; null when something in it is not understood. */
export function orderFrom(
  values: CheckoutValues,
  { cycle, language }: { readonly cycle: string; readonly language: Texts["lang"] },
): PlaceOrder | null {
  const place = placeOf(values.where);
  const payment = paymentOf(values.payment);
  if (place === null || payment === null || !isId(cycle)) return null;
  const { name, email, phone, street, postcode, town, note, household } = values;
  const address = isHome(values) ? { street, postcode, town } : NO_ADDRESS;
  return {
    cycleId: id<CycleId>(cycle),
    householdId: isId(household) ? id<HouseholdId>(household) : null,
    language,
    contact: { name, email, phone: phone === "" ? null : phone, note, ...address },
    ...place,
    ...payment,
    wishes: null,
  };
}

const NO_ADDRESS = { street: null, postcode: null, town: null };

function placeOf(where: string): Pick<PlaceOrder, "place" | "slotId"> | null {
  const [place = "", slot] = where.split(":");
  if (place !== "home" && !isId(place)) return null;
  if (slot === undefined) return { place, slotId: null };
  return isId(slot) ? { place, slotId: slot } : null;
}

/** Numbers of the card double: one that pays, one that the bank refuses. */
export const TEST_CARDS = { accepted: "4242424242424242", refused: "4000000000000002" };

function paymentOf(payment: string): Pick<PlaceOrder, "payment" | "card"> | null {
  if (payment === PAYMENTS.wallet) return { payment: "wallet", card: null };
  if (payment === PAYMENTS.atPickup) return { payment: "at-pickup", card: null };
  if (payment === PAYMENTS.card) return { payment: "card", card: TEST_CARDS.accepted };
  if (payment === PAYMENTS.cardRefused) return { payment: "card", card: TEST_CARDS.refused };
  return null;
}

/** Where a refusal belongs in the form. */
const FIELD_OF: Readonly<Partial<Record<AnyRefusal["code"], string>>> = {
  "payment-declined": "payment",
  "wallet-floor": "payment",
  "wallet-missing": "payment",
  "place-unknown": "where",
  "slot-full": "where",
  "place-full": "where",
  "address-missing": "street",
  "contact-missing": "name",
};

export function errorOfRefusal(t: Texts, refusal: AnyRefusal): FieldError {
  return { field: FIELD_OF[refusal.code] ?? "review", message: reasonOf(t, refusal) };
}

function within(text: string, least: number, most: number): boolean {
  return text.length >= least && text.length <= most;
}
