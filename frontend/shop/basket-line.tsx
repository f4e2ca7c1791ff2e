import type { VNode } from "preact";
import { milli } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { picture } from "#frontend/ui/drawings/picture.tsx";
import { Icon } from "#frontend/ui/icons.tsx";
import { LiveStepper } from "#frontend/ui/quantity-form.tsx";
import { quantityToForm } from "#frontend/ui/quantity-value.ts";
import type { BasketLineFacts } from "./basket-facts.ts";
import { priceOfLine, troubleOf } from "./basket-sums.ts";
import { BoxMeter } from "./box-meter.tsx";
import { contentsOf, fullName, priceOf, productHref, quantityOf, quantityWords } from "./offer.ts";
import { toldIn } from "#frontend/ui/told.ts";
import { heldKey, Tolerance } from "./offer-form.tsx";

interface LineProps {
  readonly t: Texts;
  readonly line: BasketLineFacts;
}

/** What, how much, for how much; every change is a form that sets. */
export function BasketLine({ t, line }: LineProps): VNode {
  const { offer, wanted, tolerance } = line;
  const fields = { offer: offer.terms.offerId, tolerance: quantityToForm(tolerance) };
  const quantity = { ...quantityOf(offer, wanted), least: milli(0) };
  return (
    <li id={`line-${offer.terms.offerId}`}>
      {picture(offer.picture, { square: true })}
      <div class="what">
        <a class="name" href={productHref(offer)} data-act="product" {...toldIn(t)}>
          {fullName(offer)}
        </a>
        <p class="small number" data-live={`line-${offer.terms.offerId}`}>
          {lineWords(t, line)}
        </p>
        <span hidden data-live={heldKey(offer.terms)}>
          {quantityWords(t, offer, wanted)}
        </span>
        <Trouble t={t} line={line} />
      </div>
      <div class="how">
        <LiveStepper t={t} quantity={quantity} action="/cassetta" fields={fields} />
        <Remove t={t} line={line} />
      </div>
      <span class="sum" data-live={`sum-${offer.terms.offerId}`}>
        {t.format.money(priceOfLine(line))}
      </span>
      {offer.terms.boxUnits > 1 ? (
        <div class="together">
          <BoxMeter t={t} offer={offer} />
          <ToleranceForm t={t} line={line} />
        </div>
      ) : null}
    </li>
  );
}

function lineWords(t: Texts, { offer, wanted }: BasketLineFacts): string {
  const { cents, soldBy } = priceOf(offer);
  const price = `${t.format.money(cents)} ${t.shop.each[soldBy]}`;
  const words = t.basket.at(quantityWords(t, offer, wanted), price);
  const { nominalGrams } = offer.terms;
  if (nominalGrams !== null) {
    return `${words}, ${t.basket.aboutWeight(t.format.weight(nominalGrams))}`;
  }
  const contents = offer.terms.kind === "piece" ? contentsOf(t, offer) : "";
  return contents === "" ? words : `${words}, ${contents}`;
}

function Trouble({ t, line }: LineProps) {
  const trouble = troubleOf(line);
  if (trouble === null) return null;
  const { offer } = line;
  const left = quantityWords(t, offer, offer.leftMilli ?? milli(0));
  const words = trouble === "short" ? t.basket.short(left) : t.basket[trouble];
  return (
    <p class="missing" data-live={`${trouble}-${offer.terms.offerId}`}>
      {words}
    </p>
  );
}

function Remove({ t, line }: LineProps) {
  return (
    <form method="post" action="/cassetta">
      <input type="hidden" name="offer" value={line.offer.terms.offerId} />
      <input type="hidden" name="quantity" value="0" />
      <button
        class="button plain"
        type="submit"
        data-act="remove"
        aria-label={t.basket.removeOf(fullName(line.offer))}
      >
        <Icon name="remove" />
        {t.basket.remove}
      </button>
    </form>
  );
}

function ToleranceForm({ t, line }: LineProps) {
  const { offer, wanted, tolerance } = line;
  return (
    <form class="row" method="post" action="/cassetta">
      <input type="hidden" name="offer" value={offer.terms.offerId} />
      <input
        type="hidden"
        name="quantity"
        value={quantityToForm(wanted)}
        data-live={`wanted-${offer.terms.offerId}`}
      />
      <Tolerance t={t} offer={offer} chosen={tolerance} />
      <button
        class="button"
        type="submit"
        data-act="set-tolerance"
        aria-label={t.basket.setToleranceOf(fullName(offer))}
      >
        {t.basket.setTolerance}
      </button>
    </form>
  );
}
