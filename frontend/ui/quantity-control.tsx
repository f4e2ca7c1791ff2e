import type { ComponentChildren, VNode } from "preact";
import type { Milli } from "#domain/kernel/quantity.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { Format, SaleUnit } from "#frontend/texts/format.ts";
import { Icon } from "./icons.tsx";
import { quantityToForm } from "./quantity-value.ts";

/** A quantity that can be set, with the limits that the product has. */
export interface QuantityFacts {
  /** Unique in the page. */
  readonly id: string;
  readonly product: string;
  readonly current: Milli;
  readonly step: Milli;
  /** Zero where setting nothing takes the line out. */
  readonly least: Milli;
  readonly most: Milli;
  readonly unit: SaleUnit;
}

/** What the controls of one quantity say, in the reader's language. */
export interface QuantitySay {
  /** Their own name, where no visible label points at them. */
  readonly of: string;
  readonly less: string;
  readonly more: string;
  readonly set: string;
  readonly setOf: string;
  readonly none: string;
}

/** Sent along: which offer, an idempotency key. */
export type Fields = Readonly<Record<string, string>>;

interface StepsProps {
  readonly quantity: QuantityFacts;
  readonly say: QuantitySay;
  readonly format: Format;
  /** Where the forms are posted. */
  readonly action: string;
  readonly fields: Fields;
  /** Takes over from the browser, where a script is there to do so. */
  readonly onSubmit?: (event: SubmitEvent) => void;
}

/**
 * Less, this much, more: three forms, each of which sets a quantity, so that every button works
 * without scripts and Enter in the middle never takes one away.
 */
export function Steps({ quantity, say, format, ...form }: StepsProps): VNode {
  const { current, step, least, most } = quantity;
  const less = milli(Math.max(least, current - step));
  const more = milli(Math.min(most, current + step));
  return (
    <div class="quantity stepper">
      <StepForm {...form} to={less} act="less" label={say.less}>
        <Icon name="minus" />
      </StepForm>
      <form method="post" action={form.action} onSubmit={form.onSubmit}>
        <Hidden fields={form.fields} />
        <Control quantity={quantity} format={format} none={say.none} label={say.of} />
        <button class="button set" type="submit" data-act="set" aria-label={say.setOf}>
          {say.set}
        </button>
      </form>
      <StepForm {...form} to={more} act="more" label={say.more}>
        <Icon name="plus" />
      </StepForm>
    </div>
  );
}

interface StepFormProps extends Pick<StepsProps, "action" | "fields" | "onSubmit"> {
  readonly to: Milli;
  readonly act: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

function StepForm({ action, fields, onSubmit, to, act, label, children }: StepFormProps) {
  return (
    <form method="post" action={action} onSubmit={onSubmit}>
      <Hidden fields={{ ...fields, quantity: quantityToForm(to) }} />
      <button class="button" type="submit" data-act={act} aria-label={label}>
        {children}
      </button>
    </form>
  );
}

export function Hidden({ fields }: { readonly fields: Fields }): VNode {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** Above this many choices a list is slower than typing. */
const LONGEST_LIST = 20;

export function controlId({ id }: QuantityFacts): string {
  return `quantity-${id}`;
}

interface ControlProps {
  readonly quantity: QuantityFacts;
  readonly format: Format;
  /** What choosing nothing is called. */
  readonly none: string;
  /** Its own name, where no visible label points at it. */
  readonly label: string | null;
}

/** A short list of the quantities that exist, or a number with its step. */
export function Control({ quantity, format, none, label }: ControlProps): VNode {
  const { current, step, least, most, unit } = quantity;
  const named = {
    id: controlId(quantity),
    name: "quantity",
    "data-act": "quantity",
    ...(label === null ? {} : { "aria-label": label }),
  };
  if ((most - least) / step >= LONGEST_LIST) {
    return (
      <input
        class="input"
        type="number"
        inputMode="decimal"
        min={quantityToForm(least)}
        max={quantityToForm(most)}
        step={quantityToForm(step)}
        value={quantityToForm(current)}
        {...named}
      />
    );
  }
  return (
    <select class="input" {...named}>
      {choicesOf(quantity).map((amount) => (
        <option value={quantityToForm(amount)} selected={amount === current}>
          {amount === 0 ? none : format.quantity(amount, unit)}
        </option>
      ))}
    </select>
  );
}

/** Every quantity that may be set; one that no longer fits its step stays in the list as it is. */
export function choicesOf(quantity: QuantityFacts): readonly Milli[] {
  const { current, step, least, most } = quantity;
  const choices = new Set<Milli>();
  for (let amount: number = least; amount <= most; amount += step) choices.add(milli(amount));
  return [...choices.add(current)].toSorted((a, b) => a - b);
}
