import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import type { PageProps } from "./document.tsx";
import { writeDocument } from "./document.tsx";
import { Icon } from "./icons.tsx";

const page: PageProps = {
  t: textsFor("it"),
  assets: { styles: "/assets/a.css", fonts: [], icon: "/icon.svg" },
  network: { name: "Filiera", home: "/", statements: ["Un voto a testa."], links: [] },
  title: "Prodotti",
  side: "shop",
  path: "/prodotti",
  navigation: [
    { href: "/prodotti", label: "Prodotti", act: "products" },
    { href: "/aziende", label: "Aziende", act: "producers" },
  ],
  children: <p>Mele</p>,
};

const write = (changes: Partial<PageProps>): string =>
  writeDocument({ ...page, ...changes }, render);

describe("what stands around a page", () => {
  test("the page's own link says so, the others do not", () => {
    expect(write({}).match(/aria-current="page"/g)).toHaveLength(1);
    expect(write({})).toMatch(/href="\/prodotti" data-act="products" aria-current="page"/);
  });

  test("the first thing a keyboard reaches leads to the content", () => {
    const html = write({});
    expect(html).toMatch(/<body data-side="shop">.*?<a class="skip" href="#content"/);
    expect(html.indexOf("<a ")).toBe(html.indexOf('<a class="skip"'));
    expect(html).toContain('<main id="content" tabindex="-1">');
  });

  test("a refused form is named in the title, where it is heard first", () => {
    expect(write({ refused: true })).toContain("<title>Errore: Prodotti | Filiera</title>");
  });

  test("an empty basket shows no sum; a full one says sum and count", () => {
    const basket = { href: "/cassetta", products: 0, total: cents(0) };
    expect(write({ basket })).not.toContain("€");
    const full = write({ basket: { ...basket, products: 7, total: cents(7200) } });
    expect(full).toContain("72,00\u00a0€");
    expect(full).toContain("7 prodotti nella cassetta");
  });

  test("a page for nobody in particular carries no basket at all", () => {
    expect(write({})).not.toContain('data-act="basket"');
  });

  test("the other language is offered in its own words", () => {
    const html = write({
      translations: [
        { lang: "it", href: "/prodotti" },
        { lang: "en", href: "/en/prodotti" },
      ],
    });
    expect(html).toContain('<link rel="alternate" hreflang="en" href="/en/prodotti"/>');
    expect(html).toContain('<link rel="alternate" hreflang="it" href="/prodotti"/>');
    expect(html.match(/data-act="language"/g)).toHaveLength(1);
    expect(html).toMatch(/<a lang="en" hreflang="en" href="\/en\/prodotti"[^>]*>English<\/a>/);
    expect(write({ t: textsFor("en") })).toContain('<html lang="en">');
  });

  test("the sprite holds the icons of this page and no others", () => {
    const html = write({ children: <Icon name="print" /> });
    expect(html.match(/<symbol id="[^"]+"/g)).toEqual(['<symbol id="i-print"']);
  });

  test("what people write is text, never markup", () => {
    const html = write({ title: "<script>alert(1)</script>" });
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script>");
  });

  test("islands are modules of our own, and none is needed", () => {
    expect(write({})).not.toContain("<script");
    const scripts = ["/assets/stepper.js"];
    expect(write({ assets: { ...page.assets, scripts } })).toContain(
      '<script type="module" src="/assets/stepper.js"></script>',
    );
  });
});
