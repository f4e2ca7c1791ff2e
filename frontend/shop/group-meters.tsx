import type { VNode } from "preact";
import { ZERO } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { picture } from "#frontend/ui/drawings/picture.tsx";
import { BoxMeter } from "./box-meter.tsx";
import { boxOf } from "./box.ts";
import type { GroupOfferFacts } from "./group-facts.ts";
import { MinimumMeter } from "./minimum-meter.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import { contentsOf, fullName, productHref, quantityWords } from "./offer.ts";

interface OffersProps {
  readonly t: Texts;
  readonly offers: readonly GroupOfferFacts[];
}

/** How far the boxes are into which the whole network orders. */
export function GroupBoxes({ t, offers }: OffersProps): VNode {
  const say = t.groups.order;
  const boxed = offers.filter(({ offer }) => boxOf(offer) !== null);
  return (
    <section aria-labelledby="casse">
      <div class="head">
        <h2 id="casse">{say.boxes}</h2>
        <p class="small">{say.boxesNote}</p>
      </div>
      {boxed.length === 0 ? <p>{say.boxesNone}</p> : null}
      <ul class="ruled">
        {boxed.map(({ offer, oursMilli }) => (
          <li class="pictured">
            {picture(offer.picture, { square: true })}
            <div class="stack">
              <div class="row apart">
                <h3>
                  <a href={productHref(offer)} data-act="product" {...toldIn(t)}>
                    {fullName(offer)}
                  </a>
                </h3>
                <span class="small" data-live={`ours-${offer.terms.offerId}`}>
                  {`${contentsOf(t, offer)}, ${say.ours(quantityWords(t, offer, oursMilli))}`}
                </span>
              </div>
              <BoxMeter t={t} offer={offer} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far the producers are below which nothing is delivered. */
export function GroupMinimums({ t, offers }: OffersProps): VNode {
  const say = t.groups.order;
  const sellers = [...Map.groupBy(offers, ({ offer }) => offer.seller.id).values()].flatMap((own) =>
    own[0] !== undefined && own[0].minimum.minimumCents > 0 ? [own] : [],
  );
  return (
    <section aria-labelledby="minimi">
      <div class="head">
        <h2 id="minimi">{say.minimums}</h2>
        <p class="small">{say.minimumsNote}</p>
      </div>
      {sellers.length === 0 ? <p>{say.minimumsNone}</p> : null}
      <ul class="ruled">
        {sellers.map((own) => (
          <Minimum t={t} offers={own} />
        ))}
      </ul>
    </section>
  );
}

/** By money, and by crate where the producer sells by crates. */
function Minimum({ t, offers }: OffersProps) {
  const say = t.groups.order;
  const [first] = offers;
  if (first === undefined) return null;
  const { seller } = first.offer;
  const { minimumCents, orderedCents } = first.minimum;
  const boxes = offers.flatMap(({ offer }) => boxOf(offer) ?? []);
  const full = boxes.reduce(
    (sum, box) => sum + Math.floor(box.demandMilli / Math.max(box.boxMilli, 1)),
    0,
  );
  const open = boxes.filter(({ state }) => state === "filling").length;
  const products = t.format.list(
    offers.map(({ offer, oursMilli }) => `${quantityWords(t, offer, oursMilli)} ${offer.name}`),
  );
  return (
    <li class="stack">
      <div class="row apart">
        <h3>{seller.name}</h3>
        {boxes.length === 0 ? null : (
          <span class="small" data-live={`boxes-${seller.slug}`}>
            {`${say.fullBoxes(full)}, ${say.openBoxes(open)}`}
          </span>
        )}
      </div>
      <MinimumMeter
        t={t}
        minimumCents={minimumCents}
        orderedCents={orderedCents}
        yoursCents={ZERO}
        slug={seller.slug}
      />
      <p class="small" data-live={`missed-${seller.slug}`}>
        {orderedCents >= minimumCents ? "" : say.ifMissed(products)}
      </p>
    </li>
  );
}
