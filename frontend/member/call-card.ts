import type { Texts } from "#frontend/texts/texts.ts";
import { slotWords } from "#frontend/ui/slot-words.ts";
import { BOOK_WORDS } from "./book-call-words.ts";
import type { Call } from "./call-facts.ts";

/** How a thing that waits is shown: a sentence, and the one act that follows. */
export interface CallCard {
  readonly sentence: string;
  readonly go: string;
  readonly href: string;
  readonly act: string;
  /** Something is wrong, and money, goods or access are lost where nobody acts. */
  readonly isPressing: boolean;
  /** It is for today. */
  readonly isFirst: boolean;
}

/** The card of a thing that waits. */
export function callCard(t: Texts, call: Call): CallCard {
  const { sentence, go, href } = wordsOf(t, call);
  const isLate = (call.kind === "pickup" || call.kind === "home") && !call.isToday;
  const isPressing = isLate || PRESSING.has(call.kind);
  const isFirst = isPressing || call.kind === "pickup" || call.kind === "home";
  return { sentence, go, href, act: `call-${call.kind}`, isPressing, isFirst };
}

const PRESSING: ReadonlySet<Call["kind"]> = new Set([
  "recovery",
  "pay",
  "below",
  "share-late",
  "member-suspended",
  "member-excluded",
]);

export type Said = Pick<CallCard, "sentence" | "go" | "href">;
export type Of<Kind extends Call["kind"]> = Extract<Call, { readonly kind: Kind }>;

/** By the kind: a new one does not compile until it has its words here. */
const WORDS: { readonly [Kind in Call["kind"]]: (t: Texts, call: Of<Kind>) => Said } = {
  recovery: (t, { until }) => ({
    sentence: t.member.calls.recovery(t.format.dayAndHour(until)),
    go: t.member.calls.recoveryGo,
    href: "/io/accesso",
  }),
  pay: ({ member, format }, { orderId, code, amount }) => {
    const { pay, payGo } = member.calls;
    return order(orderId, pay(code, format.money(amount)), payGo);
  },
  below: ({ member, format }, { householdId, available, floor }) => {
    const { below, topUpGo } = member.calls;
    return topUp(householdId, below(format.money(available), format.money(floor)), topUpGo);
  },
  low: ({ member, format }, { householdId, available }) => {
    const { low, topUpGo } = member.calls;
    return topUp(householdId, low(format.money(available)), topUpGo);
  },
  pickup: (t, call) => {
    const { pickup, pickupLate, orderGo } = t.member.calls;
    const { orderId, code, place, isToday } = call;
    const sentence = isToday ? pickup(code, place, whenOf(t, call)) : pickupLate(code, place);
    return order(orderId, sentence, orderGo);
  },
  home: (t, call) => {
    const { home, homeLate, orderGo } = t.member.calls;
    const { orderId, code, day, isToday } = call;
    const sentence = isToday ? home(code, whenOf(t, call)) : homeLate(code, t.format.day(day));
    return order(orderId, sentence, orderGo);
  },
  "pay-back": ({ member, format }, { orderId, product, amount }) => {
    const { payBack, orderGo } = member.calls;
    return order(orderId, payBack(product, format.money(amount)), orderGo);
  },
  answered: ({ member }, { orderId, product }) => {
    const { answered, answeredGo } = member.calls;
    return order(orderId, answered(product), answeredGo);
  },
  edit: ({ member, format }, { orderId, code, closesAt }) => {
    const { edit, editGo } = member.calls;
    return order(orderId, edit(code, format.dayAndHour(closesAt)), editGo);
  },
  completing: ({ member, format }, { orderId, code, closesAt }) => {
    const { completing, editGo } = member.calls;
    return order(orderId, completing(code, format.dayAndHour(closesAt)), editGo);
  },
  basket: ({ member, format }, { products, closesAt }) => ({
    sentence: member.calls.basket(products, format.dayAndHour(closesAt)),
    go: member.calls.basketGo,
    href: "/cassetta",
  }),
  sign: ({ member }, { waiting }) => ({
    sentence: member.calls.sign(waiting),
    go: member.calls.signGo,
    href: "/rete/firme",
  }),
  reports: ({ member }, { waiting }) => ({
    sentence: member.calls.reports(waiting),
    go: member.calls.reportsGo,
    href: "/rete/segnalazioni",
  }),
  ...BOOK_WORDS,
  "group-asked": ({ groups }, { groupId, group, waiting }) => ({
    sentence: groups.call(waiting, group),
    go: groups.callGo,
    href: `/gruppi/${groupId}/referente`,
  }),
  "left-out": ({ standing, format }, { isWhole, products, closesAt }) => {
    const until = format.dayAndHour(closesAt);
    const sentence = isWhole
      ? standing.callWhole(until)
      : standing.call(products.length, format.list(products), until);
    return { sentence, go: standing.callGo, href: "/io/ricorrenti" };
  },
  vote: ({ proposals, format }, { number, title, closesAt }) => ({
    sentence: proposals.calls.vote(number, title, format.dayAndHour(closesAt)),
    go: proposals.calls.voteGo,
    href: `/proposte/${number}/voto`,
  }),
  endorse: ({ proposals }, { number, title }) => ({
    sentence: proposals.calls.endorse(number, title),
    go: proposals.calls.endorseGo,
    href: `/proposte/${number}`,
  }),
  passkey: ({ member }) => ({
    sentence: member.calls.passkey,
    go: member.calls.passkeyGo,
    href: "/io/passkey",
  }),
  office: ({ member }) => ({
    sentence: member.calls.office,
    go: member.calls.officeGo,
    href: "/accedi",
  }),
  address: ({ member }, { id, address }) => ({
    sentence: member.calls.address(address),
    go: member.calls.addressGo,
    href: `/io/indirizzi/${id}`,
  }),
  "mail-fails": ({ member }, { address }) => ({
    sentence: member.calls.mailFails(address),
    go: member.calls.mailFailsGo,
    href: "/io/accesso#indirizzi",
  }),
};

function wordsOf(t: Texts, call: Call): Said {
  const say = WORDS[call.kind] as (t: Texts, call: Call) => Said;
  return say(t, call);
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
