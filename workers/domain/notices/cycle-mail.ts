import type { Mail } from "./order-mail.ts";

/** Tells somebody that the cycle they ordered in will not take place. */
export function cycleCancelledMail(order: {
  readonly code: string;
  readonly cycleCode: string;
}): Mail {
  const { code, cycleCode } = order;
  const text = [
    `Il ciclo ${cycleCode} è stato annullato, e con lui il tuo ordine ${code}.`,
    "",
    "Non paghi niente: quello che era bloccato torna libero.",
  ];
  return { subject: `Ordine ${code} annullato`, text: text.join("\n") };
}
