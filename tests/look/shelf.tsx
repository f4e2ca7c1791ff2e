import { Pagination } from "#frontend/ui/pagination.tsx";
import { ProductCard } from "#frontend/ui/product-card.tsx";
import { StillLife } from "#frontend/ui/drawings/still-life.tsx";
import { cards, t } from "./cast.tsx";

export function Home() {
  return (
    <section>
      <div class="poster">
        <div class="said">
          <h1>Il mercato è di chi coltiva, compra e consegna.</h1>
          <p>
            Dodici aziende del veronese vendono insieme. Le famiglie e i gruppi ordinano in
            settimana, un giro solo porta tutto il venerdì.
          </p>
          <a class="button tall" href="/prodotti" data-act="to-products">
            Guarda i 36 prodotti
          </a>
        </div>
        <StillLife />
      </div>
      <ul class="doors">
        <li>
          <h2>Compro</h2>
          <p>Da solo o con un gruppo.</p>
        </li>
        <li data-side="vote">
          <h2>Produco</h2>
          <p>Porti i tuoi prezzi e il tuo voto.</p>
        </li>
        <li data-side="round">
          <h2>Consegno</h2>
          <p>Un giro di 14,2 km, dieci porte.</p>
        </li>
      </ul>
    </section>
  );
}

export function Shelf() {
  return (
    <section>
      <div class="head">
        <h2>Questa settimana sul banco</h2>
        <p class="number">{t.shop.products(cards.length)}</p>
      </div>
      <ul class="shelf">
        {cards.map((product) => (
          <ProductCard t={t} product={product} level={3} />
        ))}
      </ul>
      <Pagination t={t} page={2} pages={9} hrefOf={(n) => `/prodotti?pagina=${n}`} />
    </section>
  );
}
