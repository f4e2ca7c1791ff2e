import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket } from "#tests/market.ts";
import { Reader } from "#tests/reader.ts";
import { openShop } from "#tests/shop.ts";

let market: Market;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

test("one producer's odd words break no page for the others", async () => {
  const { offers } = openShop(market, [{ name: "uova" }]);
  const write = market.database.prepare(
    "UPDATE product SET species = ?1, variety = ?1, packaging = ?1",
  );
  const shelf = market.database.prepare("UPDATE category SET name = ?");
  const slug = String(market.database.prepare("SELECT slug FROM product").pluck().all([])[0]);
  const reader = new Reader(market.env);
  await reader.post("/cassetta", { offer: offers["uova"] ?? "", quantity: "2" });
  for (const word of ["constructor", "toString", "__proto__", "hasOwnProperty", "scatolone", "'"]) {
    write.run([word]);
    shelf.run([word]);
    for (const path of ["/", "/prodotti", `/prodotti/${slug}`, "/cassetta", "/cassa"]) {
      expect([word, path, (await reader.get(path)).status]).toEqual([word, path, 200]);
    }
  }
});
