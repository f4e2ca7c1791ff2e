import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { TextField } from "#frontend/ui/field.tsx";
import { ProductCard } from "#frontend/ui/product-card.tsx";
import { FIELDS } from "./list-address.ts";
import type { OfferFacts } from "./offer.ts";
import { cardOf } from "./offer.ts";

interface NotFoundProps {
  readonly t: Texts;
  /** In place of the usual words, where the reason is known. */
  readonly title?: string;
  readonly why?: string;
  /** A few of the season, so that a dead end is not one. */
  readonly shelf: readonly OfferFacts[];
  /** What an address calls the week of the shelf; null where it is the one shown unasked. */
  readonly week: string | null;
}

/** Nothing is here: a search and the shelf instead. */
export function NotFound({ t, title, why, shelf, week }: NotFoundProps): VNode {
  return (
    <div class="sheet stack loose">
      <section class="stack">
        <h1>{title ?? t.lost.notFoundTitle}</h1>
        <p>{why ?? t.lost.notFoundWhy}</p>
        <search>
          <form class="search" method="get" action="/prodotti">
            {week === null ? null : <input type="hidden" name={FIELDS.week} value={week} />}
            <TextField
              t={t}
              id="search"
              name={FIELDS.query}
              label={t.catalogue.list.search}
              type="search"
              inputMode="search"
              placeholder={t.catalogue.list.searchHint}
              maxLength={80}
            />
            <button class="button strong" type="submit" data-act="search">
              {t.catalogue.list.searchButton}
            </button>
          </form>
        </search>
      </section>
      {shelf.length === 0 ? null : (
        <section aria-labelledby="shelf">
          <div class="head">
            <h2 id="shelf">{t.catalogue.home.shelf}</h2>
          </div>
          <ul class="shelf">
            {shelf.map((offer) => (
              <ProductCard t={t} product={cardOf(t, offer)} level={3} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** This very address, wherever the page is shown. */
const HERE = { href: "" };

/** No network: what is safe, and what to do. */
export function Offline({ t }: { readonly t: Texts }): VNode {
  return (
    <div class="sheet stack">
      <h1>{t.lost.offlineTitle}</h1>
      <p>{t.lost.offlineWhy}</p>
      <p>
        <a class="button strong" {...HERE} data-act="retry">
          {t.lost.retry}
        </a>
      </p>
    </div>
  );
}

interface FailureProps {
  readonly t: Texts;
  readonly requestId: string;
  readonly title?: string;
  readonly why?: string;
}

/** Something broke, or may not be done: what it means for the reader, and what to quote. */
export function Failure({ t, requestId, title, why }: FailureProps): VNode {
  return (
    <div class="sheet stack">
      <h1>{title ?? t.lost.failureTitle}</h1>
      <p>{why ?? t.lost.failureWhy}</p>
      <p class="small number">{t.lost.request(requestId)}</p>
      <p class="row">
        <a class="button strong" href="/prodotti" data-act="to-products">
          {t.lost.products}
        </a>
        <a class="button" href="/" data-act="to-home">
          {t.lost.again}
        </a>
      </p>
    </div>
  );
}
