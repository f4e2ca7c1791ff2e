import type { Texts } from "#frontend/texts/texts.ts";
import { slotWords } from "#frontend/ui/slot-words.ts";
import type { Errand } from "./errand-facts.ts";

/** How a thing that waits is shown: a sentence, and the one act that follows. */
export interface ErrandCard {
  readonly sentence: string;
  readonly go: string;
  readonly href: string;
  readonly act: string;
  /** Money, goods or access are lost where nobody acts. */
  readonly isPressing: boolean;
}

/** The card of a thing that waits. */
export function errandCard(t: Texts, errand: Errand): ErrandCard {
  const { sentence, go, href } = wordsOf(t, errand);
  const isPressing = PRESSING.has(errand.kind);
  return { sentence, go, href, act: `errand-${errand.kind}`, isPressing };
}

const PRESSING: ReadonlySet<Errand["kind"]> = new Set([
  "recovery",
  "pay",
  "below",
  "pickup",
  "home",
]);

type Said = Pick<ErrandCard, "sentence" | "go" | "href">;
type Of<Kind extends Errand["kind"]> = Extract<Errand, { readonly kind: Kind }>;

/** By the kind: a new one does not compile until it has its words here. */
const WORDS: { readonly [Kind in Errand["kind"]]: (t: Texts, errand: Of<Kind>) => Said } = {
  recovery: (t, { until }) => ({
    sentence: t.member.errands.recovery(t.format.dayAndHour(until)),
    go: t.member.errands.recoveryGo,
    href: "/io/accesso",
  }),
  pay: ({ member, format }, { orderId, code, amount }) => {
    const { pay, payGo } = member.errands;
    return order(orderId, pay(code, format.money(amount)), payGo);
  },
  below: ({ member, format }, { householdId, available, floor }) => {
    const { below, topUpGo } = member.errands;
    return topUp(householdId, below(format.money(available), format.money(floor)), topUpGo);
  },
  low: ({ member, format }, { householdId, available }) => {
    const { low, topUpGo } = member.errands;
    return topUp(householdId, low(format.money(available)), topUpGo);
  },
  pickup: (t, errand) => {
    const { pickup, pickupLate, orderGo } = t.member.errands;
    const { orderId, code, place, isToday } = errand;
    const sentence = isToday ? pickup(code, place, whenOf(t, errand)) : pickupLate(code, place);
    return order(orderId, sentence, orderGo);
  },
  home: (t, errand) => {
    const { home, homeLate, orderGo } = t.member.errands;
    const { orderId, code, day, isToday } = errand;
    const sentence = isToday ? home(code, whenOf(t, errand)) : homeLate(code, t.format.day(day));
    return order(orderId, sentence, orderGo);
  },
  edit: ({ member, format }, { orderId, code, closesAt }) => {
    const { edit, editGo } = member.errands;
    return order(orderId, edit(code, format.dayAndHour(closesAt)), editGo);
  },
  completing: ({ member, format }, { orderId, code, closesAt }) => {
    const { completing, editGo } = member.errands;
    return order(orderId, completing(code, format.dayAndHour(closesAt)), editGo);
  },
  basket: ({ member, format }, { products, closesAt }) => ({
    sentence: member.errands.basket(products, format.dayAndHour(closesAt)),
    go: member.errands.basketGo,
    href: "/cassetta",
  }),
  sign: ({ member }, { waiting }) => ({
    sentence: member.errands.sign(waiting),
    go: member.errands.signGo,
    href: "/rete/firme",
  }),
  passkey: ({ member }) => ({
    sentence: member.errands.passkey,
    go: member.errands.passkeyGo,
    href: "/io/passkey",
  }),
  address: ({ member }, { id, address }) => ({
    sentence: member.errands.address(address),
    go: member.errands.addressGo,
    href: `/io/indirizzi/${id}`,
  }),
  "mail-fails": ({ member }, { address }) => ({
    sentence: member.errands.mailFails(address),
    go: member.errands.mailFailsGo,
    href: "/io/accesso#indirizzi",
  }),
};

function wordsOf(t: Texts, errand: Errand): Said {
  const say = WORDS[errand.kind] as (t: Texts, errand: Errand) => Said;
  return say(t, errand);
}

function order(orderId: string, sentence: string, go: string): Said {
  return { sentence, go, href: `/ordini/${orderId}` };
}

function topUp(householdId: string, sentence: string, go: string): Said {
  return { sentence, go, href: `/io/conto?famiglia=${householdId}#ricarica` };
}

function whenOf(t: Texts, { slot }: Of<"pickup" | "home">): string {
  return t.member.at(t.member.today, slot === null ? "" : slotWords(t, slot));
}
