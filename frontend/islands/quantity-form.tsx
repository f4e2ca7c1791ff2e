import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isMore, sendForm } from "#frontend/api.ts";
import { island } from "./island.tsx";
import { announce, follow, leaveWith } from "./wake.ts";

interface QuantityInPlaceProps {
  /** The id of the form that sets the quantity. */
  readonly form: string;
  /** What of the page that it leads to says what is wanted now. */
  readonly line: string;
  /** What the basket holds of it; null where it holds none. */
  readonly words: string | null;
  /** A sentence with `#` where those words go. */
  readonly sentence: string;
  /** What the button says once something is in the basket. */
  readonly change: string;
  /** Where the basket is, and what it is called. */
  readonly href: string;
  readonly basket: string;
}

/**
 * Says below a form what the basket holds of a product, and sets it without leaving the page: the
 * sum in the header follows. What needs more than a word is left to the page that answers.
 */
export const QuantityInPlace = island("quantity-form", (props: QuantityInPlaceProps) => {
  const { sentence, href, basket } = props;
  const words = useSignal(props.words);
  const refusal = useSignal("");
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>(`form#${CSS.escape(props.form)}`);
    const set = (event: SubmitEvent) => {
      event.preventDefault();
      if (form !== null) void setInPlace(form, props, { words, refusal });
    };
    form?.addEventListener("submit", set);
    return () => form?.removeEventListener("submit", set);
  }, []);
  return (
    <>
      <p class="missing" role="alert" hidden={refusal.value === ""}>
        {refusal.value}
      </p>
      <p class="small" hidden={words.value === null}>
        {sentence.replace("#", words.value ?? "")}{" "}
        <a href={href} data-act="to-basket">
          {basket}
        </a>
      </p>
    </>
  );
});

interface Said {
  readonly words: Signal<string | null>;
  readonly refusal: Signal<string>;
}

async function setInPlace(form: HTMLFormElement, props: QuantityInPlaceProps, said: Said) {
  const fields = fieldsOf(form);
  const sent = await sendForm(form.action, fields);
  if (isMore(sent)) {
    leaveWith(form.action, fields);
    return;
  }
  if (new URL(sent.href).pathname !== new URL(form.action).pathname) {
    location.assign(sent.href);
    return;
  }
  follow(sent.parts);
  said.refusal.value = sent.parts.refusal ?? "";
  if (sent.kind === "refused") return;
  const words = sent.parts.live[props.line] ?? null;
  said.words.value = words;
  const button = form.querySelector("button");
  if (button !== null && words !== null) button.textContent = props.change;
  announce(words === null ? props.basket : props.sentence.replace("#", words));
}

function fieldsOf(form: HTMLFormElement): Readonly<Record<string, string>> {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return Object.fromEntries(fields) as Readonly<Record<string, string>>;
}
