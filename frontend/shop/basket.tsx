import type { VNode } from "preact";
import { CopyLink } from "#frontend/islands/copy-link.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty, Notice } from "#frontend/ui/notice.tsx";
import { Stamp } from "#frontend/ui/stamp.tsx";
import type { BasketGroupFacts, BasketPageFacts } from "./basket-facts.ts";
import { BasketLine } from "./basket-line.tsx";
import { BasketSum } from "./basket-sum.tsx";
import { basketSums } from "./basket-sums.ts";
import { inWeek } from "./list-address.ts";
import { MinimumMeter } from "./minimum-meter.tsx";
import { reopening } from "./reopening.ts";

interface BasketProps {
  readonly t: Texts;
  readonly facts: BasketPageFacts;
}

/** The basket, grouped by producer: each group says what it still needs to be delivered at all. */
export function Basket({ t, facts }: BasketProps): VNode {
  const sums = basketSums(facts.groups);
  return (
    <div class="sheet">
      <div class="head">
        <h1>{t.basket.title}</h1>
        {sums.products === 0 ? null : <Summary t={t} facts={facts} products={sums.products} />}
      </div>
      <div class="stack">
        {facts.refusal === null ? null : (
          <Notice kind="error">
            <p>{facts.refusal}</p>
            {facts.anew === undefined || facts.anew === null ? null : (
              <BeginAnew t={t} fields={facts.anew} />
            )}
          </Notice>
        )}
        {facts.isOpen || sums.products === 0 ? null : (
          <Notice kind="note">
            <p>{t.basket.closed(reopening(t, facts.reopensAt))}</p>
          </Notice>
        )}
        {sums.products === 0 ? (
          <Nothing t={t} />
        ) : (
          <div class="columns wide">
            <div>
              {facts.groups.map((group) => (
                <Group t={t} group={group} />
              ))}
              <p>
                <a class="button" href={inWeek("/prodotti", facts.week)} data-act="add-more">
                  {t.basket.addMore}
                </a>
              </p>
              <Sharing t={t} at={facts.sharedAt ?? null} />
            </div>
            <BasketSum t={t} facts={facts} sums={sums} />
          </div>
        )}
      </div>
    </div>
  );
}

/** The basket as a link, to send to somebody. */
function Sharing({ t, at }: { readonly t: Texts; readonly at: string | null }) {
  const say = t.basket;
  if (at === null) return null;
  return (
    <details class="fold">
      <summary data-act="share-ask">{say.share}</summary>
      <div class="stack">
        <p>{say.shareWhy}</p>
        <CopyLink
          id="share-basket"
          when="visible"
          props={{
            field: "share-link",
            href: at,
            label: say.shareLink,
            copy: say.shareCopy,
            copied: say.shareCopied,
          }}
        />
        <p>
          <a href={at} data-act="open-shared">
            {say.shareOpen}
          </a>
        </p>
      </div>
    </details>
  );
}

/** One basket is for one delivery: begin anew with the other one, or stay. */
function BeginAnew(props: {
  readonly t: Texts;
  readonly fields: Readonly<Record<string, string>>;
}): VNode {
  const { t, fields } = props;
  return (
    <form class="row" method="post" action="/cassetta">
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class="button" type="submit" data-act="begin-anew">
        {t.basket.beginAnew}
      </button>
      <a class="button strong" href="/cassetta" data-act="stay">
        {t.basket.stay}
      </a>
    </form>
  );
}

function Summary({ t, facts, products }: BasketProps & { readonly products: number }) {
  const { groups, closesAt, isOpen } = facts;
  const what = t.basket.summary(t.shop.products(products), t.shop.producers(groups.length));
  const until =
    closesAt === null || !isOpen ? "" : ` ${t.basket.until(t.format.dayAndHour(closesAt))}`;
  return <p class="number">{`${what}.${until}`}</p>;
}

function Nothing({ t }: { readonly t: Texts }) {
  return (
    <Empty title={t.basket.emptyTitle} why={t.basket.emptyWhy}>
      <a class="button strong" href="/prodotti" data-act="to-products">
        {t.basket.toProducts}
      </a>
    </Empty>
  );
}

function Group({ t, group }: { readonly t: Texts; readonly group: BasketGroupFacts }) {
  const { seller, lines, minimum } = group;
  const heading = `group-${seller.id}`;
  const goods = basketSums([group]).goodsCents;
  return (
    <section class="group" aria-labelledby={heading}>
      <header>
        <Stamp
          name={seller.name}
          town={seller.town}
          certifications={seller.schemes}
          category={lines[0]?.offer.category ?? ""}
        />
        <div>
          <h2 id={heading}>{seller.name}</h2>
          <p class="small">{seller.town}</p>
        </div>
        <span class="figure" data-live={`goods-${seller.id}`}>
          {t.format.money(goods)}
        </span>
      </header>
      <ul class="lines">
        {lines.map((line) => (
          <BasketLine t={t} line={line} />
        ))}
      </ul>
      <MinimumMeter t={t} slug={seller.slug} {...minimum} yoursCents={goods} />
    </section>
  );
}
