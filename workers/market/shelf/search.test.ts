import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { openVeronetta, publish } from "#tests/veronetta.ts";

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  const { hub } = await openVeronetta(market, officer);
  publish(market, hub);
}, 30_000);
afterAll(() => market.close());

interface Findings {
  readonly items: readonly { readonly name: string }[];
  readonly next: string | null;
  readonly readAs: string | null;
  readonly found: number;
}

async function search(typed: string, more = "") {
  const path = `/api/v1/cycles/current/search?q=${encodeURIComponent(typed)}${more}`;
  const { status, body } = await market.call<Findings>("GET", path);
  return { status, body, names: (body.items ?? []).map(({ name }) => name) };
}

test.each([
  ["mele", "Mele Golden"],
  ["mela", "Mele Golden"],
  ["MELA GOLDEN", "Mele Golden"],
  ["melle", "Mele Golden"],
  ["pera", "Pere Abate"],
  ["pere abbate", "Pere Abate"],
  ["succo mela", "Succo di mela 1 l"],
  ["suco di mele", "Succo di mela 1 l"],
  ["uovo", "Uova bio, confezione da 6"],
  ["uova vassoio", "Uova bio, vassoio da 30"],
  ["uova bio", "Uova bio, confezione da 6"],
  ["formagio", "Burro di malga 250 g"],
  ["formaggi", "Burro di malga 250 g"],
  ["formaggio stagionato", "Monte Veronese stagionato, trancio circa 500 g"],
  ["ricota", "Ricotta 300 g"],
  ["burro malga", "Burro di malga 250 g"],
  ["radichio", "Radicchio di Verona"],
  ["radicchi", "Radicchio di Verona"],
  ["valpolicela", "Valpolicella 0,75 l"],
  ["valpollicela", "Valpolicella 0,75 l"],
  ["vino", "Garganega 0,75 l"],
  ["garganéga", "Garganega 0,75 l"],
  ["ceramica tazze", "Tazza in ceramica"],
  ["piatti ceramica", "Piatto in ceramica"],
  ["piatti", "Piatto in ceramica"],
  ["miele castagno", "Miele di castagno 500 g"],
  ["miele", "Miele di acacia 500 g"],
  ["mieli di accacia", "Miele di acacia 500 g"],
  ["polline", "Polline 200 g"],
  ["riso", "Riso Vialone Nano 1 kg"],
  ["vialone", "Riso Vialone Nano 1 kg"],
  ["farina mais", "Farina di mais 1 kg"],
  ["biscotto", "Biscotti di mais 300 g"],
  ["olii", "Olio extravergine 0,5 l"],
  ["extravergine latta", "Olio extravergine latta 3 l"],
  ["saponi", "Sapone all'olio 100 g"],
  ["candele", "Candela di cera d'api"],
  ["apicoltura squaranto", "Miele di acacia 500 g"],
  ["forno santa toscana", "Biscotti di mais 300 g"],
  ["pizze al taglio", "Pizza alta al trancio 400 g"],
  ["pollo", "Pollo intero circa 1,8 kg"],
  ["salami", "Salame circa 600 g"],
  ["hamburgher", "Hamburger 2 x 150 g"],
  ["basilco", "Basilico mazzetto"],
  ["detersivi sfusi", "Detersivo piatti sfuso 1 l"],
  ["focacia", "Focaccia 500 g"],
])("«%s» finds %s first", async (typed, expected) => {
  expect((await search(typed)).names[0]).toBe(expected);
});

test("«bio» finds what is called so first, then all that is certified, no more", async () => {
  const { body, names } = await search("bio", "&limit=200");
  expect(names.slice(0, 2)).toEqual(["Uova bio, confezione da 6", "Uova bio, vassoio da 30"]);
  expect(names).toContain("Radicchio di Verona");
  expect(names).not.toContain("Mele Golden");
  expect(body.readAs).toBeNull();
});

test("a near miss says how it was read; a word that is there is read as it stands", async () => {
  expect((await search("valpolicela")).body.readAs).toBe("valpolicella");
  expect((await search("valpolicella")).body.readAs).toBeNull();
  expect((await search("mele")).names).toEqual(["Mele Golden", "Succo di mela 1 l"]);
});

test("what is not on this cycle's shelf hides no near miss of it", async () => {
  const token = officer;
  const [first] = (await search("polline")).body.items as unknown as { producer: { id: string } }[];
  const fromage = { enterpriseId: first?.producer.id, name: "Fromagio", categoryId: "miele" };
  const size = { sku: "F", kind: "piece", priceCents: 1, vatBasisPoints: 400 };
  const variants = [{ ...size, stepMilli: 1000, leastMilli: 1000 }];
  const body = { ...fromage, variants };
  expect((await market.call("POST", "/api/v1/products", { token, body })).status).toBe(201);
  expect((await search("fromagio")).names[0]).toBe("Burro di malga 250 g");
});

test("findings come in pages, best first", async () => {
  const { names, body } = await search("bio", "&limit=200");
  expect([names.length, body.next]).toEqual([body.found, null]);
  const first = await search("bio", "&limit=5");
  expect(first.body.found).toBe(names.length);
  const second = await search("bio", `&limit=5&after=${first.body.next}`);
  expect([...first.names, ...second.names]).toEqual(names.slice(0, 10));
});

test.each([
  ["a quote", '"'],
  ["quotes and stars", '"mele"* OR "pere"'],
  ["a join of the index", "NEAR(mele pere, 5)"],
  ["columns and carets", "words:mele ^pere {a b}"],
  ["SQL", "'; DROP TABLE product; --"],
  ["logic", "mele AND NOT pere OR"],
  ["emoji", "\u{1f34e}\u{1f9c0}"],
  ["half an emoji", "\ud83c"],
  ["control characters", "\u0000\u0001\u0001\u0001mele"],
  ["other scripts", "\u6c34\u679c\u86cb mele \u0627\u0644\u062a\u0641\u0627\u062d"],
  ["combining marks", `m${"\u0301".repeat(200)}ele`],
  ["ten thousand letters", "a".repeat(10_000)],
  ["ten kilobytes of words", "mele pere uova ".repeat(700)],
  ["nothing", ""],
  ["spaces", "   "],
  ["percent signs", "%_%_%"],
])("%s is looked for without failing", async (_, typed) => {
  const { status, body } = await search(typed.toWellFormed());
  expect(status).toBe(200);
  expect(body.items.length).toBeLessThanOrEqual(50);
});

test("what is hostile around a word does not hide the word", async () => {
  expect((await search('"mele"* -- NEAR(')).names[0]).toBe("Mele Golden");
  expect((await search("\u{1f34e} mele")).names[0]).toBe("Mele Golden");
});

test("a search without words, or beyond what is reasonable, is refused", async () => {
  const ask = (path: string) => market.call("GET", `/api/v1/cycles/current/search${path}`);
  expect((await ask("")).body["code"]).toBe("invalid-input");
  expect((await ask(`?q=${"a".repeat(20_001)}`)).body["code"]).toBe("address-too-long");
  expect((await ask("?q=mele&after=x")).body["code"]).toBe("invalid-input");
  expect((await ask("?q=mele&limit=500")).body["code"]).toBe("invalid-input");
});

test("while somebody types, products that may be meant are suggested, each once", async () => {
  const suggest = (typed: string) =>
    market.call<{ readonly items: readonly object[] }>(
      "GET",
      `/api/v1/cycles/current/suggestions?q=${encodeURIComponent(typed)}`,
    );
  const { status, body } = await suggest("ricot");
  expect(status).toBe(200);
  expect(body.items).toEqual([
    { slug: "ricotta-300-g", name: "Ricotta 300 g", producerName: "Malga Alta Lessinia" },
  ]);
  expect((await suggest("miel")).body.items.length).toBeLessThanOrEqual(8);
  expect((await suggest("")).body.items).toEqual([]);
  expect((await suggest("x".repeat(201))).status).toBe(400);
});
