import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ProductCard } from "#frontend/ui/product-card.tsx";
import { inWeek } from "./list-address.ts";
import type { OfferFacts } from "./offer.ts";
import { cardOf } from "./offer.ts";

interface OthersProps {
  readonly t: Texts;
  readonly seller: { readonly name: string; readonly slug: string };
  readonly others: readonly OfferFacts[];
  readonly week: string | null;
}

/** What else a producer brings; nothing where that is all. */
export function OfSameProducer({ t, seller, others, week }: OthersProps): VNode | null {
  if (others.length === 0) return null;
  const say = t.catalogue.product;
  return (
    <section aria-labelledby="others">
      <div class="head">
        <h2 id="others">{say.others(seller.name)}</h2>
        <a href={inWeek(`/produttori/${seller.slug}`, week)} data-act="same-producer">
          {say.whoIs(seller.name)}
        </a>
      </div>
      <ul class="shelf">
        {others.map((offer) => (
          <ProductCard t={t} product={cardOf(t, offer)} level={3} />
        ))}
      </ul>
    </section>
  );
}
