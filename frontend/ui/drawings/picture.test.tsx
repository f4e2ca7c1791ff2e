import { readFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import network from "#tests/weeks/veronetta/network.json" with { type: "json" };
import type { PictureFacts } from "./picture.tsx";
import { picture, sceneOf, symbolsOf } from "./picture.tsx";
import { recognise } from "./recognise.ts";
import { allSymbols, categories, parcel, species } from "./species.ts";
import { sprite, spriteFor, symbolsIn } from "./sprite.tsx";

interface Week {
  readonly producers: readonly { readonly id: string; town: string; category: string }[];
  readonly products: readonly {
    readonly id: string;
    readonly producer: string;
    readonly name: string;
    readonly kind: "piece" | "kg" | "variable";
    readonly box_qty: number;
  }[];
}

const week = network as Week;

const shelf = week.products.map((product): readonly [string, PictureFacts] => {
  const producer = week.producers.find(({ id }) => id === product.producer);
  if (producer === undefined) throw new Error(`${product.id} has no producer`);
  const { town, category } = producer;
  return [product.name, recognise({ ...product, boxUnits: product.box_qty, town, category })];
});

const oneLoaf: PictureFacts = {
  species: "loaf",
  land: "city",
  unit: "piece",
  count: 1,
  seed: "R07",
};

describe("the week's shelf", () => {
  test("all 36 products are recognised by their names", () => {
    expect(shelf).toHaveLength(36);
    for (const [name, facts] of shelf) expect(Object.keys(species), name).toContain(facts.species);
  });

  test("no two products look the same, even under the same sun", () => {
    const drawn = shelf.map(([, facts]) => render(picture({ ...facts, seed: "one sun" })));
    expect(new Set(drawn).size).toBe(36);
  });

  test.each(shelf)("%s is drawn with figures that exist", (_name, facts) => {
    expect(sceneOf(facts).figures.length).toBeGreaterThan(0);
    for (const id of symbolsOf([facts])) expect(allSymbols).toContain(id);
  });

  test("its fields lie in the plain, its malga in the mountains, its oil by the lake", () => {
    const land = (word: string) => shelf.find(([name]) => name.startsWith(word))?.[1].land;
    expect(land("Mele")).toBe("plain");
    expect(land("Ricotta")).toBe("mountain");
    expect(land("Olio")).toBe("lake");
    expect(land("Pane")).toBe("city");
    expect(land("Miele")).toBe("hill");
  });

  test("six eggs are one carton, thirty are a pile of trays", () => {
    const eggs = (word: string) =>
      shelf.filter(([name]) => name.includes(word)).map(([, facts]) => sceneOf(facts).figures);
    expect(eggs("da 6").map((figures) => figures.length)).toEqual([1]);
    expect(eggs("da 30").map((figures) => figures.length)).toEqual([3]);
  });
});

describe("what a market of the plain sells in a year is recognised by its name", () => {
  test.each([
    ["Fragole di Verona", "strawberry"],
    ["Ciliegie della Val d’Illasi", "cherry"],
    ["Pesche nettarine", "peach"],
    ["Albicocche", "peach"],
    ["Prugne secche", "plum"],
    ["Uva fragola", "strawberry"],
    ["Clementine", "orange"],
    ["Limoni del Garda", "lemon"],
    ["Zucca mantovana", "pumpkin"],
    ["Zucchine col fiore", "courgette"],
    ["Cipolla rossa", "onion"],
    ["Aglio di Voghiera", "garlic"],
    ["Peperoni misti", "pepper"],
    ["Melanzane tonde", "aubergine"],
    ["Asparago bianco di Rivoli", "asparagus"],
    ["Fagiolini", "beans"],
    ["Funghi champignon", "mushroom"],
    ["Marroni di San Zeno", "chestnut"],
    ["Cavolfiore", "cauliflower"],
    ["Broccolo di Torbole", "broccoli"],
    ["Trota del Leno, filetto", "fish"],
    ["Latte fresco intero, bottiglia", "milk"],
    ["Formaggio di latte crudo", "cheese"],
    ["Yogurt bianco, vasetto", "yogurt"],
    ["Confettura di albicocche", "jam"],
    ["Passata di pomodoro", "tomato-sauce"],
    ["Birra chiara", "beer"],
    ["Bigoli freschi", "pasta"],
    ["Ceci", "pulses"],
    ["Zucchero di canna", ""],
    ["Radicchio rosso", "radicchio"],
    ["Rosso della casa", "wine"],
    ["Olio al limone", "olive-oil"],
    ["Salame all’aglio", "salame"],
  ])("%s", (name, expected) => {
    const told = { id: "x", kind: "piece", boxUnits: 1, category: "", town: "Zevio" } as const;
    expect(recognise({ ...told, name }).species).toBe(expected);
  });
});

describe("a picture follows the facts", () => {
  test("the same product always gives the same picture", () => {
    expect(render(picture(oneLoaf))).toBe(render(picture({ ...oneLoaf })));
  });

  test("the seed moves the sun and nothing else", () => {
    const withoutSun = (facts: PictureFacts) =>
      render(picture(facts)).replace(/<circle[^>]*><\/circle>/, "");
    const moved = { ...oneLoaf, seed: "R08" };
    expect(render(picture(moved))).not.toBe(render(picture(oneLoaf)));
    expect(withoutSun(moved)).toBe(withoutSun(oneLoaf));
  });

  test("beside a name it is silent, alone it is described", () => {
    expect(render(picture(oneLoaf))).toContain('aria-hidden="true"');
    const alone = render(picture(oneLoaf, { label: "Una pagnotta" }));
    expect(alone).toContain('role="img" aria-label="Una pagnotta"');
    expect(alone).not.toContain("aria-hidden");
  });
});

describe("a product nobody has drawn yet", () => {
  const unknown = { ...oneLoaf, species: "yak-butter" };

  test.each([
    ["in a jar", { packaging: "jar" }, "jar"],
    ["in a bottle", { packaging: "bottle" }, "bottle"],
    ["in a tin", { packaging: "tin" }, "tin"],
    ["of cheese makers", { category: "formaggi" }, "wheel"],
    ["of the garden", { category: "orto e frutta" }, "lettuce"],
    ["of which nothing is known", {}, "parcel"],
    ["of an unknown category", { category: "astronautica" }, "parcel"],
  ] as const)("%s is never an empty box", (_how, facts, silhouette) => {
    const scene = sceneOf({ ...unknown, ...facts });
    expect(scene.figures.map((figure) => figure.silhouette)).toContain(silhouette);
  });
});

describe("the sprite", () => {
  test.each(allSymbols)("%s weighs at most 1.2 KB", (id) => {
    const symbol = render(sprite([id]));
    expect(symbol).toContain(`<symbol id="${id}"`);
    expect(symbol.length).toBeLessThanOrEqual(1200 + render(sprite([])).length);
  });

  test("it holds what the pictures use and no more", () => {
    const html = render(spriteFor([oneLoaf]));
    expect(html.match(/<symbol/g)).toHaveLength(2);
    expect(html).toContain('id="s-loaf"');
    expect(html).toContain('id="z-city"');
  });

  test("what a page points at is found in its text, and other anchors are left alone", () => {
    const page = render(
      <main>
        <a href="#content">giù</a>
        {picture(oneLoaf)}
      </main>,
    );
    expect(symbolsIn(page)).toEqual(["s-loaf", "z-city"]);
  });
});

describe("palettes", () => {
  const sheet = readFileSync(join("frontend", "styles", "palettes.css"), "utf8");

  test("every palette that a picture may ask for is printed", () => {
    const wanted = new Set([
      "wood",
      "tin",
      "sack",
      ...Object.values(species).map(({ palette }) => palette),
      ...Object.values(categories).map(({ palette }) => palette),
      parcel.palette,
      ...shelf.flatMap(([, facts]) => sceneOf(facts).figures.map(({ palette }) => palette)),
    ]);
    for (const palette of wanted) expect(sheet).toContain(`.p-${palette} {`);
  });
});
