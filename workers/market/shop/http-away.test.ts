import { afterAll, beforeAll, expect, test } from "vitest";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { hidden, Reader, said } from "#tests/reader.ts";
import { places } from "#tests/shop-cast.ts";
import { openVeronetta, type VeronettaMarket } from "#tests/veronetta-market.ts";
import { awayFacts } from "./http-away.ts";

let doubles: Doubles;
let shop: VeronettaMarket;
beforeAll(async () => {
  doubles = await openDoubles();
  shop = await openVeronetta(doubles);
});
afterAll(async () => {
  await shop.market.close();
  await doubles.close();
});

test("the nearest point comes first, and what nobody knows changes nothing", () => {
  const from = awayFacts(places, "Borgo Venezia");
  const metres = from.places.pickups.map(({ id }) => from.away?.metres.get(id) ?? -1);
  expect(from.away?.from).toBe("Verona, Borgo Venezia");
  expect(metres).toEqual(metres.toSorted((a, b) => a - b));
  expect(metres[0]).toBeGreaterThan(200);
  expect(metres.at(-1)).toBeLessThan(6000);
  expect(awayFacts(places, "Atlantide")).toEqual({ places, away: null });
});

test("how far the points are is told without ordering, and what was typed stays", async () => {
  const reader = new Reader(shop.market.env);
  await reader.post("/cassetta", { offer: shop.cycle.offers.get("R10") ?? "", quantity: "1" });
  const checkout = await reader.get("/cassa");
  const form = { key: hidden(checkout, "key"), cycle: hidden(checkout, "cycle") };
  const asked = { ...form, name: "Lucia Zenti", near: "Borgo Venezia", ask: "near" };
  const page = await reader.post("/cassa", asked);
  expect([page.status, page.location]).toEqual([200, null]);
  expect(said(page)).toContain("Distanze da Verona, Borgo Venezia, in linea d’aria.");
  expect(said(page)).toMatch(/circa \d,\d km in linea d’aria/);
  expect(page.html).toContain('value="Lucia Zenti"');
  const unknown = await reader.post("/cassa", { ...asked, near: "Atlantide" });
  expect(said(unknown)).toContain("Non conosciamo questo luogo");
});
