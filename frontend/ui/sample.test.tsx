import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, test } from "vitest";
import { civilDate, instantFromText } from "#domain/kernel/instant.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import network from "#tests/weeks/veronetta/network.json" with { type: "json" };
import { writeDocument } from "./document.tsx";
import { picture } from "./drawings/picture.tsx";
import { recognise } from "./drawings/recognise.ts";
import { StillLife } from "./drawings/still-life.tsx";
import { verona } from "./drawings/verona.ts";
import { EuroBar } from "./euro-bar.tsx";
import { ChoiceGroup, ErrorSummary, SelectField, TextField } from "./field.tsx";
import { Icon } from "./icons.tsx";
import { SchematicMap } from "./map.tsx";
import { Meter } from "./meter.tsx";
import { Empty, Notice } from "./notice.tsx";
import { Pagination } from "./pagination.tsx";
import { ProductCard } from "./product-card.tsx";
import type { ProductCardFacts } from "./product-card.tsx";
import { QuantityForm, QuantityStepper } from "./quantity-form.tsx";
import type { QuantityFacts } from "./quantity-form.tsx";
import { Receipt, Sums } from "./receipt.tsx";
import { Stamp } from "./stamp.tsx";
import { WeekBar } from "./week-bar.tsx";

const t = textsFor("it");

const at = (text: string): Instant => {
  const found = instantFromText(text);
  if (found === null) throw new Error(`${text} is no time`);
  return found;
};

const cycle = {
  opensAt: at("2026-06-01T08:00:00+02:00"),
  closesAt: at("2026-06-03T20:00:00+02:00"),
  deliveryDay: civilDate("2026-06-05"),
};

const producerOf = (id: string) => {
  const found = network.producers.find((producer) => producer.id === id);
  if (found === undefined) throw new Error(`no producer ${id}`);
  return found;
};

const cards = network.products.map((product): ProductCardFacts => {
  const { name, town, category } = producerOf(product.producer);
  const kind = product.kind as "piece" | "kg" | "variable";
  const byWeight = product.price_per === "kg";
  return {
    href: `/prodotti/${product.id}`,
    name: product.name,
    producer: name,
    town,
    picture: recognise({ ...product, kind, boxUnits: product.box_qty, town, category }),
    price: { cents: cents(product.price_cents), soldBy: byWeight ? "kg" : "piece" },
    ...(product.box_qty > 1 ? { contents: t.shop.boxOf(`${product.box_qty}`) } : {}),
    note: { text: kind === "variable" ? "Si paga il peso vero" : "Ne restano 22" },
  };
});

const basketLine: QuantityFacts = {
  id: "R02",
  product: "Radicchio di Verona",
  current: milli(1500),
  step: milli(500),
  least: milli(0),
  most: milli(6000),
  unit: "kg",
};

const stampOf = (id: string) => {
  const { name, town, category, certifications } = producerOf(id);
  return <Stamp name={name} town={town} category={category} certifications={certifications} />;
};

function Home() {
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

function Shelf() {
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

function Portrait() {
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

function Basket() {
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

function Accounts() {
  return (
    <section data-side="accounts">
      <div class="head">
        <h2>Dove vanno i tuoi 9,90 €</h2>
      </div>
      <div class="columns">
        <EuroBar
          t={t}
          caption="Dove vanno 9,90 €"
          parts={[
            { label: "Malga Alta Lessinia", note: "pagati il lunedì dopo", amount: cents(893) },
            { label: "Giro e magazzino", amount: cents(40) },
            { label: "Lavoro della rete", amount: cents(19) },
            { label: "IVA al 4 %", note: "va allo Stato", amount: cents(38) },
          ]}
        />
        <aside class="aside">
          <h3>Chi ha deciso il 6 %</h3>
          <p>L’assemblea, con 29 voti su 33, il 3 marzo.</p>
        </aside>
      </div>
    </section>
  );
}

function Pickup() {
  const points = network.pickup_points.map(({ lat, lon }, index) => ({
    mark: `${index + 1}`,
    latMicrodegrees: Math.round(lat * 1_000_000),
    lonMicrodegrees: Math.round(lon * 1_000_000),
  }));
  return (
    <section class="columns wide" data-side="round">
      <SchematicMap t={t} ground={verona} points={points} label="Verona e i punti di ritiro" />
      <ol class="stops">
        {network.pickup_points.map(({ name, street, opens, closes }, index) => (
          <li>
            <span class="figure">{index + 1}</span>
            <strong>{name}</strong>
            <span class="number">{`${opens}–${closes}`}</span>
            <span class="small">{street}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Checkout() {
  const errors = [
    { field: "email", message: "Scrivi un indirizzo di posta, come lucia@esempio.it" },
  ];
  return (
    <form class="stack" method="post" action="/cassa">
      <ErrorSummary t={t} errors={errors} />
      <TextField t={t} id="name" name="name" label="Nome" autoComplete="name" />
      <TextField
        t={t}
        id="email"
        name="email"
        label="Posta elettronica"
        hint="Ti scriviamo solo per questo ordine"
        type="email"
        value="lucia"
        error={errors[0]?.message}
      />
      <SelectField
        t={t}
        id="slot"
        name="slot"
        label="Quando"
        options={[{ value: "17", label: "venerdì, ore 17–19" }]}
      />
      <ChoiceGroup
        t={t}
        id="place"
        name="place"
        label="Dove ritiri"
        kind="radio"
        chosen={["PP1"]}
        options={[
          { value: "PP1", label: "Santa Toscana", note: "piazza Santa Toscana", aside: "400 m" },
          {
            value: "PP2",
            label: "Università",
            note: "via San Vitale",
            aside: "900 m",
            closed: true,
          },
        ]}
      />
      <button class="button strong" type="submit" data-act="confirm">
        <Icon name="check" /> Conferma
      </button>
    </form>
  );
}

function samplePage(): string {
  return writeDocument(
    {
      t,
      assets: { styles: "/assets/filiera.css", textFont: "/assets/text.woff2", icon: "/icon.svg" },
      network: {
        name: "Filiera",
        place: "Veronetta",
        home: "/",
        statements: ["Rete di 12 aziende e 30 famiglie socie.", "Su 100 €, 94 vanno alle aziende."],
        links: [{ href: "/conti", label: "I conti dell’anno", act: "accounts" }],
      },
      title: "Campionario",
      description: "Tutti i pezzi della vetrina",
      side: "shop",
      path: "/prodotti",
      translation: { lang: "en", href: "/en/prodotti" },
      navigation: [
        { href: "/prodotti", label: "Prodotti", act: "products" },
        { href: "/gruppi", label: "Gruppi", act: "groups" },
        { href: "/aziende", label: "Aziende", act: "producers" },
      ],
      basket: { href: "/cassetta", products: 7, total: cents(7200) },
      week: <WeekBar t={t} cycle={cycle} now={at("2026-06-02T13:00:00+02:00")} />,
      children: (
        <div class="sheet stack loose">
          <Home />
          <Shelf />
          <Portrait />
          <Basket />
          <Accounts />
          <Pickup />
          <Checkout />
          <div class="row">{network.producers.map(({ id }) => stampOf(id))}</div>
          <Empty title="La cassetta è vuota" why="Questa settimana ci sono 36 prodotti.">
            <a class="button" href="/prodotti" data-act="to-products">
              Guarda i prodotti
            </a>
          </Empty>
        </div>
      ),
    },
    render,
  );
}

describe("a page assembled from every part", () => {
  let html: string;

  beforeAll(() => {
    html = samplePage();
    const folder = process.env["FILIERA_SAMPLE"];
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "sample.html"), html);
  });

  const tags = (pattern: RegExp) => html.match(pattern) ?? [];
  const ids = () => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);

  test("it is a whole document that names its language", () => {
    expect(html.startsWith('<!doctype html><html lang="it">')).toBe(true);
    expect(html).toContain("<title>Campionario | Filiera</title>");
    expect(html.endsWith("</body></html>")).toBe(true);
  });

  test("it holds no inline script and no inline style: the policy forbids both", () => {
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/\sstyle=|<style/);
    expect(html).not.toMatch(/\son[a-z]+=/);
  });

  test("every control has its stable hook", () => {
    const controls = tags(/<(?:a|button|input|select|textarea)\s[^>]*>/g).filter(
      (tag) => !tag.includes('type="hidden"'),
    );
    expect(controls.length).toBeGreaterThan(60);
    expect(controls.filter((tag) => !/data-act="[a-z-]+"/.test(tag))).toEqual([]);
  });

  test("every box to fill has a name that can be read aloud", () => {
    const boxes = tags(/<(?:input|select|textarea)\s[^>]*>/g).filter(
      (tag) => !/type="(?:hidden|radio|checkbox)"/.test(tag),
    );
    expect(boxes.length).toBeGreaterThan(4);
    const unnamed = boxes.filter((tag) => {
      const id = /\sid="([^"]+)"/.exec(tag)?.[1];
      return (
        !tag.includes("aria-label=") &&
        !html.includes(`<label for="${id}"`) &&
        !new RegExp(`<label[^>]*\\sfor="${id}"`).test(html)
      );
    });
    expect(unnamed).toEqual([]);
  });

  test("no name is used twice and every pointer finds what it points at", () => {
    const named = ids();
    expect(new Set(named).size).toBe(named.length);
    const pointers = [
      ...html.matchAll(/\s(?:href="#|for="|aria-labelledby="|fill="url\(#)([\w-]+)/g),
      ...html.matchAll(/aria-describedby="([\w -]+)"/g),
    ].flatMap(([, names]) => String(names).split(" "));
    expect(pointers.length).toBeGreaterThan(100);
    for (const pointer of pointers) expect(named).toContain(pointer);
  });

  test("nothing half-made shows", () => {
    expect(html).not.toMatch(/undefined|NaN|\[object|null</);
  });

  test("it loads from our own origin only", () => {
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test("one page, one h1, and no level skipped", () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });
});
