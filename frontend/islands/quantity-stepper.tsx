import { type Signal, useSignal } from "@preact/signals";
import type { Milli } from "#domain/kernel/quantity.ts";
import { isMore, sendForm, type Sent } from "#frontend/api.ts";
import { formatFor, type Lang } from "#frontend/texts/format.ts";
import type { Fields, QuantityFacts, QuantitySay } from "#frontend/ui/quantity-control.tsx";
import { Steps } from "#frontend/ui/quantity-control.tsx";
import { quantityFromForm, quantityToForm } from "#frontend/ui/quantity-value.ts";
import { island } from "./island.tsx";
import { announce, follow, isSameShape, leaveWith } from "./wake.ts";

interface StepperProps {
  readonly lang: Lang;
  readonly quantity: QuantityFacts;
  readonly say: QuantitySay;
  readonly action: string;
  readonly fields: Fields;
}

/**
 * Less, this much, more, without leaving the page. A press counts at once and the last one is sent;
 * everything else on the page follows what the server answers.
 */
export const Stepper = island("quantity-stepper", (props: StepperProps) => {
  const { lang, quantity, ...steps } = props;
  const wanted = useSignal<Milli | null>(null);
  const refusal = useSignal("");
  const set = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement).get("quantity");
    const isIdle = wanted.value === null;
    wanted.value = quantityFromForm(typeof typed === "string" ? typed : "");
    if (isIdle) void send(props, wanted, refusal);
  };
  const shown = { ...quantity, current: wanted.value ?? quantity.current };
  return (
    <div>
      <Steps {...steps} quantity={shown} format={formatFor(lang)} onSubmit={set} />
      <p class="missing" role="alert" hidden={refusal.value === ""}>
        {refusal.value}
      </p>
    </div>
  );
});

/** Sends what is wanted, and again where more was pressed meanwhile. */
async function send(
  { action, fields }: StepperProps,
  wanted: Signal<Milli | null>,
  refusal: Signal<string>,
): Promise<void> {
  for (let sent = wanted.value; sent !== null;) {
    const form = { ...fields, quantity: quantityToForm(sent) };
    const answer = await sendForm(action, form);
    if (wanted.value !== sent) {
      sent = wanted.value;
      continue;
    }
    if (isMore(answer)) leaveWith(action, form);
    else refusal.value = settle(answer);
    wanted.value = null;
    return;
  }
}

/** Brings the page up to date, or loads it where it has another shape now; says why not, or "". */
function settle({ parts, href, kind }: Exclude<Sent, { readonly kind: "lost" }>): string {
  const isHere = new URL(href).pathname === location.pathname;
  if (!isHere || !isSameShape(parts)) {
    location.assign(href);
    return "";
  }
  follow(parts);
  const count = parts.live["basket-count"];
  if (kind === "done" && count !== undefined) announce(count);
  return parts.refusal ?? "";
}
