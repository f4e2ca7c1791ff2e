import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { writeDocument } from "#frontend/ui/document.tsx";
import { Empty } from "#frontend/ui/notice.tsx";
import { WeekBar } from "#frontend/ui/week-bar.tsx";
import network from "#tests/weeks/veronetta/network.json" with { type: "json" };
import { at, cycle, stampOf, t } from "./cast.tsx";
import { Accounts, Checkout, Pickup } from "./forms.tsx";
import { Basket, Portrait } from "./goods.tsx";
import { Home, Shelf } from "./shelf.tsx";

const veronetta = {
  name: "Filiera",
  place: "Veronetta",
  home: "/",
  statements: ["Rete di 12 aziende e 30 famiglie socie.", "Su 100 €, 94 vanno alle aziende."],
  links: [{ href: "/conti", label: "I conti dell’anno", act: "accounts" }],
};

function EveryPart() {
  return (
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
  );
}

function samplePage(): string {
  return writeDocument(
    {
      t,
      assets: { styles: "/assets/filiera.css", fonts: [], icon: "/icon.svg" },
      network: veronetta,
      title: "Campionario",
      description: "Tutti i pezzi della vetrina",
      side: "shop",
      path: "/prodotti",
      translations: [{ lang: "en", href: "/en/prodotti" }],
      navigation: [
        { href: "/prodotti", label: "Prodotti", act: "products" },
        { href: "/gruppi", label: "Gruppi", act: "groups" },
        { href: "/aziende", label: "Aziende", act: "producers" },
      ],
      basket: { href: "/cassetta", products: 7, total: cents(7200) },
      week: <WeekBar t={t} cycle={cycle} now={at("2026-06-02T13:00:00+02:00")} />,
      children: <EveryPart />,
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
    expect(html).not.toMatch(
      /<script(?! type="(?:application\/json|speculationrules)">)(?![^>]*\ssrc=)/,
    );
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
