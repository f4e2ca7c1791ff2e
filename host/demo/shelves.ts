import type { Client } from "#host/week/client.ts";
import { demoCellar } from "#schema/demo/cellar.ts";
import { demoFarmyard } from "#schema/demo/farmyard.ts";
import { demoGarden } from "#schema/demo/garden.ts";
import { type DemoProduct, demoPools } from "#schema/demo/goods.ts";
import { eachMade, named } from "./stage.ts";

interface Made {
  readonly id: string;
}

/** Everything the demo's producers sell. */
export const demoProducts: readonly DemoProduct[] = [...demoGarden, ...demoFarmyard, ...demoCellar];

/** Puts the products on the hub's list, with the stocks that some of them draw from. */
export async function stockShelves(
  client: Client,
  hubId: string,
  producers: ReadonlyMap<string, string>,
) {
  const pools = await eachMade(
    demoPools,
    async ({ producer, name, lastWeekMilli: onHandMilli }) => {
      const body = { enterpriseId: named(producers, producer), name, onHandMilli };
      return (await client.write<Made>("POST", "/stock-pools", body)).id;
    },
  );
  const variants = await eachMade(demoProducts, async (product) => {
    const made = await client.write<{ variants: readonly Made[] }>("POST", "/products", {
      ...toldOf(product),
      enterpriseId: named(producers, product.producer),
      variants: [sizeOf(product, pools)],
    });
    return made.variants[0]?.id ?? "";
  });
  await listSome(client, hubId, variants, (product) => product.comesThisWeek !== true);
  return { pools, variants };
}

/** Puts on the hub's list what was not there last week. */
export async function listNews(
  client: Client,
  hubId: string,
  variants: ReadonlyMap<string, string>,
): Promise<void> {
  await listSome(client, hubId, variants, (product) => product.comesThisWeek === true);
}

async function listSome(
  client: Client,
  hubId: string,
  variants: ReadonlyMap<string, string>,
  isMeant: (product: DemoProduct) => boolean,
): Promise<void> {
  const listings = demoProducts
    .filter(isMeant)
    .map(({ code }) => ({ variantId: named(variants, code) }));
  await client.write("PUT", "/listings", { hubId, listings });
}

/** Counts what the producers have for this week. */
export async function countStocks(
  client: Client,
  pools: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { code, thisWeekMilli: onHandMilli } of demoPools) {
    await client.write("POST", `/stock-pools/${named(pools, code)}/counts`, { onHandMilli });
  }
}

function toldOf(product: DemoProduct) {
  const { name, category, description, origin, species } = product;
  const { ingredients = "", allergens = [], variety = "", packaging = "" } = product;
  return {
    name,
    categoryId: category,
    description,
    origin,
    ingredients,
    allergens,
    species,
    variety,
    packaging,
  };
}

function sizeOf(product: DemoProduct, pools: ReadonlyMap<string, string>) {
  const { code, kind, priceCents, vatBasisPoints, stepMilli = 1000 } = product;
  const { boxUnits = 1, depositCents = 0, pool, poolMilliPerUnit = 1000 } = product;
  const { nominalGrams = null, netGrams = null, netMl = null } = product;
  return {
    sku: code,
    kind,
    priceCents,
    vatBasisPoints,
    boxUnits,
    stepMilli,
    leastMilli: stepMilli,
    nominalGrams,
    netGrams,
    netMl,
    depositCents,
    poolMilliPerUnit,
    poolId: pool === undefined ? null : named(pools, pool),
  };
}
