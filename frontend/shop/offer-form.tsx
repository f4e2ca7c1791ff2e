import type { ComponentChildren, VNode } from "preact";
import type { OfferTerms } from "#domain/catalogue/offer-terms.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import type { BasisPoints, Milli } from "#domain/kernel/quantity.ts";
import { basisPoints, milli, unitsToMilli } from "#domain/kernel/quantity.ts";
import { estimate } from "#domain/orders/estimate.ts";
import { QuantityInPlace } from "#frontend/islands/quantity-form.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField } from "#frontend/ui/field.tsx";
import { formId, QuantityForm } from "#frontend/ui/quantity-form.tsx";
import { quantityToForm } from "#frontend/ui/quantity-value.ts";
import type { OfferFacts } from "./offer.ts";
import { contentsOf, isGone, priceOf, quantityOf, quantityWords } from "./offer.ts";

interface OfferFormProps {
  readonly t: Texts;
  readonly offer: OfferFacts;
  readonly facts: { readonly deliveryDay: CivilDate; readonly cardHold: BasisPoints };
  /** What the reader's basket holds of it already. */
  readonly held?: { readonly wanted: Milli; readonly tolerance: Milli };
  /** Stands where the form would: why it cannot be ordered now. */
  readonly children?: ComponentChildren;
}

/** Price, weight and deposit of one size, and the form that sets how much of it is wanted. */
export function OfferForm(props: OfferFormProps): VNode {
  const { t, offer, children } = props;
  return (
    <section class="stack" aria-label={offer.label === "" ? offer.name : offer.label}>
      {offer.label === "" ? null : <h2>{offer.label}</h2>}
      <Price {...props} />
      <WeightWords {...props} />
      {children ?? (isGone(offer) ? <Gone t={t} /> : <Setting {...props} />)}
    </section>
  );
}

function Price({ t, offer }: OfferFormProps) {
  const { cents, soldBy, perUnit } = priceOf(offer);
  const unitPrice = perUnit === undefined ? "" : t.format.unitPrice(perUnit.cents, perUnit.unit);
  const contents = offer.terms.kind === "variable" ? "" : contentsOf(t, offer);
  const small = [contents, unitPrice].filter((part) => part !== "");
  const { depositCents } = offer.terms;
  return (
    <div>
      <p class="loud-price">
        <span class="figure">{t.format.money(cents)}</span> <span>{t.shop.each[soldBy]}</span>
      </p>
      {small.length === 0 ? null : <p class="number">{small.join(", ")}</p>}
      {depositCents === 0 ? null : (
        <p>{t.catalogue.product.deposit(t.format.money(depositCents))}</p>
      )}
    </div>
  );
}

/** Goods of variable weight: what a piece comes to, and when it is weighed. */
function WeightWords({ t, offer, facts }: OfferFormProps) {
  const { nominalGrams } = offer.terms;
  if (nominalGrams === null) return null;
  const say = t.catalogue.product;
  const about = t.format.money(estimate(offer.terms, milli(1000)));
  const more = t.format.percent(basisPoints(Math.max(0, facts.cardHold - WHOLE)));
  return (
    <p>
      {say.aPiece(t.format.weight(nominalGrams))} <strong>{say.aboutPrice(about)}</strong>
      {say.weighed(t.format.day(facts.deliveryDay), more)}
    </p>
  );
}

/** The whole of an amount, in basis points. */
const WHOLE = 10_000;

function Setting({ t, offer, held }: OfferFormProps) {
  const { offerId, leastMilli } = offer.terms;
  const say = t.catalogue.product;
  return (
    <>
      <QuantityForm
        t={t}
        quantity={quantityOf(offer, held?.wanted ?? leastMilli)}
        action="/cassetta"
        fields={{ offer: offerId }}
        submit={held === undefined ? say.add : say.change}
        act="add"
      >
        <Tolerance t={t} offer={offer} chosen={held?.tolerance ?? milli(0)} />
      </QuantityForm>
      <QuantityInPlace
        id={`held-${offerId}`}
        when="idle"
        props={{
          form: formId({ id: offerId }),
          line: heldKey(offer.terms),
          words: held === undefined ? null : quantityWords(t, offer, held.wanted),
          sentence: say.inBasket("#"),
          change: say.change,
          href: "/cassetta",
          basket: t.frame.basket,
        }}
      />
    </>
  );
}

/** By which the basket says how much of an offer it holds. */
export function heldKey({ offerId }: Pick<OfferTerms, "offerId">): string {
  return `held-${offerId}`;
}

interface ToleranceProps {
  readonly t: Texts;
  readonly offer: OfferFacts;
  readonly chosen: Milli;
}

/** How much more may come if it completes a box; asked only where there are boxes. */
export function Tolerance({ t, offer, chosen }: ToleranceProps): VNode | null {
  const { boxUnits, offerId } = offer.terms;
  if (boxUnits <= 1) return null;
  const say = t.catalogue.product;
  return (
    <SelectField
      t={t}
      id={`tolerance-${offerId}`}
      name="tolerance"
      label={say.tolerance}
      value={quantityToForm(chosen)}
      options={toleranceChoices(offer, chosen).map((amount) => ({
        value: quantityToForm(amount),
        label: amount === 0 ? say.noTolerance : say.upTo(quantityWords(t, offer, amount)),
      }))}
    />
  );
}

/** More choices than these are no help. */
const MOST_CHOICES = 10;

/** In whole steps, less than a box: more could never be used. */
export function toleranceChoices(offer: Pick<OfferFacts, "terms">, chosen: Milli): Milli[] {
  const { boxUnits, stepMilli } = offer.terms;
  const steps = Math.ceil(unitsToMilli(boxUnits) / stepMilli);
  const count = Math.min(steps, MOST_CHOICES);
  const amounts = Array.from({ length: count }, (_, index) => milli(index * stepMilli));
  return amounts.includes(chosen) ? amounts : [...amounts, chosen];
}

function Gone({ t }: { readonly t: Texts }) {
  const say = t.catalogue.product;
  return (
    <div class="notice" role="note">
      <p>
        <strong>{say.goneTitle}.</strong> {say.goneWhy}
      </p>
    </div>
  );
}
