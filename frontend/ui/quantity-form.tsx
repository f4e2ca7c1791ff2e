import type { ComponentChildren, VNode } from "preact";
import { Stepper } from "#frontend/islands/quantity-stepper.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import type { Fields, QuantityFacts, QuantitySay } from "./quantity-control.tsx";
import { Control, controlId, Hidden, Steps } from "./quantity-control.tsx";

interface QuantityProps {
  readonly t: Texts;
  readonly quantity: QuantityFacts;
  /** Where the form is posted. */
  readonly action: string;
  readonly fields?: Fields;
}

interface QuantityFormProps extends QuantityProps {
  readonly submit: string;
  readonly act: string;
  /** More to choose in the same form, above its button. */
  readonly children?: ComponentChildren;
}

/** The id of the form that sets a quantity, by which an island finds it. */
export function formId({ id }: Pick<QuantityFacts, "id">): string {
  return `set-${id}`;
}

/**
 * A form that *sets* a quantity (`quantity`, as in `quantityFromForm`): sending it twice changes
 * nothing the second time. Works without scripts.
 */
export function QuantityForm({ submit, act, children, ...props }: QuantityFormProps): VNode {
  const { t, quantity, action, fields = {} } = props;
  return (
    <form class="quantity" id={formId(quantity)} method="post" action={action}>
      <Hidden fields={fields} />
      <div class="stack">
        <label class="small" for={controlId(quantity)}>
          {t.shop.quantity.label}
        </label>
        <Control quantity={quantity} format={t.format} none={t.shop.quantity.none} label={null} />
      </div>
      {children}
      <button class="button strong tall grow" type="submit" data-act={act}>
        {submit}
      </button>
    </form>
  );
}

/** The same where the line is: less, this much, more. */
export function QuantityStepper({ t, quantity, action, fields = {} }: QuantityProps): VNode {
  const say = sayOf(t, quantity);
  return <Steps quantity={quantity} say={say} format={t.format} action={action} fields={fields} />;
}

/**
 * The same in a page whose sums follow (`data-live`): what is set is seen without a new page. On a
 * page with a sum that does not follow, use the plain one.
 */
export function LiveStepper({ t, quantity, action, fields = {} }: QuantityProps): VNode {
  const props = { lang: t.lang, quantity, say: sayOf(t, quantity), action, fields };
  return <Stepper id={`step-${quantity.id}`} when="idle" props={props} />;
}

function sayOf(t: Texts, { product }: QuantityFacts): QuantitySay {
  const say = t.shop.quantity;
  return {
    of: say.of(product),
    less: say.less(product),
    more: say.more(product),
    set: say.set,
    setOf: say.setOf(product),
    none: say.none,
  };
}
