import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { picture } from "#frontend/ui/drawings/picture.tsx";
import { Meter } from "#frontend/ui/meter.tsx";
import { Notice } from "#frontend/ui/notice.tsx";
import { QuantityForm, QuantityStepper } from "#frontend/ui/quantity-form.tsx";
import { Receipt, Sums } from "#frontend/ui/receipt.tsx";
import { basketLine, cards, stampOf, t } from "./cast.tsx";

export function Portrait() {
  const cheese = cards.find(({ name }) => name.startsWith("Monte"));
  if (cheese === undefined) throw new Error("the week has its cheese");
  return (
    <section class="columns wide">
      <div class="portrait">
        {picture(cheese.picture, { label: "Un trancio di Monte Veronese" })}
        {stampOf("P04")}
      </div>
      <div class="stack">
        <p class="kicker">Malga Alta Lessinia, Bosco Chiesanuova</p>
        <h2>Monte Veronese stagionato</h2>
        <p class="loud-price">
          <span class="figure">{t.format.money(cents(1980))}</span> <span>al kg</span>
        </p>
        <QuantityForm
          t={t}
          quantity={{
            ...basketLine,
            id: "R10",
            step: milli(1000),
            unit: "piece",
            current: milli(1000),
          }}
          action="/cassetta"
          fields={{ offer: "R10" }}
          submit="Metti nella cassetta"
          act="add"
        />
        <ul class="ruled">
          <li>
            <strong>Consegna</strong> venerdì 5 giugno, a Santa Toscana dalle 17
          </li>
          <li>
            <strong>Contiene</strong> latte. Crosta non edibile
          </li>
        </ul>
      </div>
    </section>
  );
}

export function Basket() {
  return (
    <div class="columns wide">
      <section class="group">
        <header>
          {stampOf("P01")}
          <div>
            <h2>Orto Valpantena</h2>
            <p class="small">Grezzana</p>
          </div>
          <span class="figure">{t.format.money(cents(2020))}</span>
        </header>
        <ul class="lines">
          {[basketLine, { ...basketLine, id: "R01", product: "Cassetta verdura mista" }].map(
            (line) => (
              <li>
                {cards
                  .filter(({ name }) => name.startsWith(line.product))
                  .map((card) => picture(card.picture, { square: true }))}
                <div class="what">
                  <strong>{line.product}</strong>
                  <p class="small">1,5 kg a 3,80 €</p>
                </div>
                <div class="how">
                  <QuantityStepper t={t} quantity={line} action="/cassetta" />
                </div>
                <span class="sum">{t.format.money(cents(570))}</span>
              </li>
            ),
          )}
        </ul>
        <Meter
          facts={{ sure: 16_000, maybe: 1000, box: 6000 }}
          label="16 bottiglie chieste su 18; con la tolleranza 17, ne manca una"
        >
          <p>
            <span>
              <strong>Terza cassa:</strong> 16 bottiglie su 18, 1 in più se serve
            </span>
            <span class="missing">Ne manca 1</span>
          </p>
        </Meter>
        <Meter facts={{ sure: 12_300, goal: 12_000 }} label="123 euro su un minimo di 120">
          <p>
            <strong>Frantoio Garda Est</strong>
            <span class="good">123,00 €, minimo 120,00 €</span>
          </p>
        </Meter>
      </section>
      <aside class="stack stay">
        <Receipt
          t={t}
          id="sum"
          title="Il conto"
          lines={[
            { label: "Prodotti, 4 aziende", amount: cents(7200) },
            { label: "Consegna a casa, giro condiviso", amount: cents(350) },
            { label: "Circa", amount: cents(7550), weight: "total" },
            { label: "di cui IVA sui prodotti", amount: cents(609), weight: "minor" },
          ]}
        >
          <a class="button strong tall wide" href="/cassa" data-act="checkout">
            Scegli quando e paga
          </a>
        </Receipt>
        <Notice kind="note" side="round">
          <Sums
            t={t}
            lines={[
              { label: "Un viaggio solo per te", amount: cents(800) },
              { label: "La tua parte, 35,00 : 10", amount: cents(350) },
            ]}
          />
          <p>Se ritiri a Santa Toscana non paghi consegna.</p>
        </Notice>
      </aside>
    </div>
  );
}
