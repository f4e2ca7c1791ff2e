import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty } from "#frontend/ui/notice.tsx";
import { inWeek } from "./list-address.ts";
import { OfSameProducer } from "./of-same-producer.tsx";
import type { AwayFacts } from "./product-facts.ts";

interface AwayProps {
  readonly t: Texts;
  readonly facts: AwayFacts;
}

/** A product that is not on the shelf this week: who makes it, and what else they bring. */
export function AwayProduct({ t, facts }: AwayProps): VNode {
  const say = t.catalogue.away;
  const { name, seller, week } = facts;
  return (
    <div class="sheet stack loose">
      <div class="stack">
        <p class="kicker">{t.shop.from(seller.name, seller.town)}</p>
        <h1>{name}</h1>
        <Empty title={say.title} why={say.why(seller.name)}>
          <p class="row">
            <a
              class="button strong"
              href={inWeek(`/produttori/${seller.slug}`, week)}
              data-act="to-producer"
            >
              {say.producer(seller.name)}
            </a>
            <a class="button" href={inWeek("/prodotti", week)} data-act="to-products">
              {t.lost.products}
            </a>
          </p>
        </Empty>
      </div>
      <OfSameProducer t={t} seller={seller} others={facts.others} week={week} />
    </div>
  );
}
