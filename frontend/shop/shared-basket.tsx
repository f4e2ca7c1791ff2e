import type { VNode } from "preact";
import { milli } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { picture } from "#frontend/ui/drawings/picture.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import { Empty, Notice } from "#frontend/ui/notice.tsx";
import { Receipt } from "#frontend/ui/receipt.tsx";
import type { BasketLineFacts } from "./basket-facts.ts";
import { basketSums, priceOfLine, troubleOf } from "./basket-sums.ts";
import { fullName, isGone, productHref, quantityWords } from "./offer.ts";

/** A basket that somebody shared, as this week has it. */
export interface SharedBasketFacts {
  /** What would be put in, and what there is too little of. */
  readonly lines: readonly BasketLineFacts[];
  /** The names of what this week does not have. */
  readonly away: readonly string[];
  readonly isOpen: boolean;
  /** Where the form is sent. */
  readonly action: string;
  readonly refusal: string | null;
}

interface SharedProps {
  readonly t: Texts;
  readonly facts: SharedBasketFacts;
}

/** What somebody shared: what can be had now, what not, and one button. */
export function SharedBasket({ t, facts }: SharedProps): VNode {
  const say = t.basket.shared;
  const fitting = facts.lines.filter((line) => whyNot(t, line) === null);
  const count = facts.lines.length + facts.away.length;
  return (
    <div class="sheet">
      <div class="head">
        <h1>{say.title}</h1>
        <p>{say.lead(t.shop.products(count))}</p>
      </div>
      {facts.refusal === null ? null : (
        <Notice kind="error">
          <p>{facts.refusal}</p>
        </Notice>
      )}
      {fitting.length === 0 ? (
        <Empty title={say.noneTitle} why={say.noneWhy}>
          <a class="button strong" href="/prodotti" data-act="to-products">
            {t.basket.toProducts}
          </a>
        </Empty>
      ) : (
        <div class="columns wide">
          <ul class="lines">
            {fitting.map((line) => (
              <Line t={t} line={line} />
            ))}
          </ul>
          <Putting t={t} facts={facts} fitting={fitting} />
        </div>
      )}
      <Away t={t} facts={facts} />
    </div>
  );
}

/** Why a line cannot be put in as it is; null where it can. */
function whyNot(t: Texts, line: BasketLineFacts): string | null {
  const { offer, wanted } = line;
  const { stepMilli, leastMilli } = offer.terms;
  if (wanted < leastMilli || wanted % stepMilli !== 0) return t.basket.shared.misfit;
  if (troubleOf(line) === null) return null;
  const left = isGone(offer) ? milli(0) : (offer.leftMilli ?? milli(0));
  return t.basket.shared.short(quantityWords(t, offer, left));
}

function Line({ t, line }: { readonly t: Texts; readonly line: BasketLineFacts }) {
  const { offer, wanted } = line;
  return (
    <li>
      {picture(offer.picture, { square: true })}
      <div class="what">
        <a class="name" href={productHref(offer)} data-act="product" {...toldIn(t)}>
          {fullName(offer)}
        </a>
        <p class="small">{`${offer.seller.name}, ${quantityWords(t, offer, wanted)}`}</p>
      </div>
      <span class="sum">{t.format.money(priceOfLine(line))}</span>
    </li>
  );
}

interface PuttingProps extends SharedProps {
  readonly fitting: readonly BasketLineFacts[];
}

function Putting({ t, facts, fitting }: PuttingProps) {
  const say = t.basket.shared;
  const sums = basketSums([{ lines: fitting }]);
  const line = { label: say.sum, amount: sums.totalCents, weight: "total" as const };
  return (
    <aside class="stack stay">
      <Receipt t={t} id="shared-sum" title={t.basket.sum} lines={[line]}>
        {facts.isOpen ? (
          <form method="post" action={facts.action}>
            <button class="button strong tall wide" type="submit" data-act="put-shared">
              {say.put(t.shop.products(fitting.length))}
            </button>
          </form>
        ) : (
          <p>{say.closed}</p>
        )}
      </Receipt>
      <p class="small">{say.rule}</p>
    </aside>
  );
}

function Away({ t, facts }: SharedProps) {
  const say = t.basket.shared;
  const short = facts.lines.flatMap((line) => {
    const why = whyNot(t, line);
    return why === null ? [] : [`${fullName(line.offer)}: ${why}`];
  });
  const left = [...short, ...facts.away];
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="away">
      <h2 id="away">{say.away}</h2>
      <p>{say.awayWhy}</p>
      <ul class="ruled">
        {left.map((what) => (
          <li>{what}</li>
        ))}
      </ul>
    </section>
  );
}
