import type { ComponentChildren, VNode } from "preact";
import type { Milli } from "#domain/kernel/quantity.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { SaleUnit } from "#frontend/texts/format.ts";
import type { Texts } from "#frontend/texts/texts.ts";
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

interface QuantityProps {
  readonly t: Texts;
  readonly quantity: QuantityFacts;
  /** Where the form is posted. */
  readonly action: string;
  /** Sent along: which offer, an idempotency key. */
  readonly fields?: Readonly<Record<string, string>>;
}

interface QuantityFormProps extends QuantityProps {
  readonly submit: string;
  readonly act: string;
  /** More to choose in the same form, above its button. */
  readonly children?: ComponentChildren;
}

/** Above this many choices a list is slower than typing. */
const LONGEST_LIST = 20;

/**
 * A form that *sets* a quantity (`quantity`, as in `quantityFromForm`): sending it twice changes
 * nothing the second time. Works without scripts.
 */
export function QuantityForm({ submit, act, children, ...props }: QuantityFormProps): VNode {
  const { t, quantity, action, fields } = props;
  return (
    <form class="quantity" method="post" action={action}>
      <Hidden fields={fields} />
      <div class="stack">
        <label class="small" for={controlId(quantity)}>
          {t.shop.quantity.label}
        </label>
        <Control t={t} quantity={quantity} label={null} />
      </div>
      {children}
      <button class="button strong tall grow" type="submit" data-act={act}>
        {submit}
      </button>
    </form>
  );
}

/**
 * The same in the basket: less, this much, more. Three forms, each of which sets a quantity, so
 * that every button works without scripts and Enter in the middle never takes one away.
 */
export function QuantityStepper({ t, quantity, action, fields }: QuantityProps): VNode {
  const { product, current, step, least, most } = quantity;
  const less = milli(Math.max(least, current - step));
  const more = milli(Math.min(most, current + step));
  const send = { action, fields };
  return (
    <div class="quantity stepper">
      <StepForm {...send} to={less} act="less" label={t.shop.quantity.less(product)}>
        <Icon name="minus" />
      </StepForm>
      <form method="post" action={action}>
        <Hidden fields={fields} />
        <Control t={t} quantity={quantity} label={t.shop.quantity.of(product)} />
        <button
          class="button set"
          type="submit"
          data-act="set"
          aria-label={t.shop.quantity.setOf(product)}
        >
          {t.shop.quantity.set}
        </button>
      </form>
      <StepForm {...send} to={more} act="more" label={t.shop.quantity.more(product)}>
        <Icon name="plus" />
      </StepForm>
    </div>
  );
}

interface StepFormProps {
  readonly action: string;
  readonly fields: QuantityProps["fields"];
  readonly to: Milli;
  readonly act: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

function StepForm({ action, fields, to, act, label, children }: StepFormProps) {
  return (
    <form method="post" action={action}>
      <Hidden fields={{ ...fields, quantity: quantityToForm(to) }} />
      <button class="button" type="submit" data-act={act} aria-label={label}>
        {children}
      </button>
    </form>
  );
}

function Hidden({ fields }: { readonly fields: QuantityProps["fields"] }) {
  return (
    <>
      {Object.entries(fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function controlId({ id }: QuantityFacts): string {
  return `quantity-${id}`;
}

interface ControlProps {
  readonly t: Texts;
  readonly quantity: QuantityFacts;
  /** Its own name, where no visible label points at it. */
  readonly label: string | null;
}

/** A short list of the quantities that exist, or a number with its step. */
function Control({ t, quantity, label }: ControlProps) {
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
          {amount === 0 ? t.shop.quantity.none : t.format.quantity(amount, unit)}
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
