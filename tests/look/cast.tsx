import { civilDate, instantFromText } from "#domain/kernel/instant.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { recognise } from "#frontend/ui/drawings/recognise.ts";
import type { ProductCardFacts } from "#frontend/ui/product-card.tsx";
import type { QuantityFacts } from "#frontend/ui/quantity-control.tsx";
import { Stamp } from "#frontend/ui/stamp.tsx";
import network from "#tests/weeks/veronetta/network.json" with { type: "json" };

export const t = textsFor("it");

export const at = (text: string): Instant => {
  const found = instantFromText(text);
  if (found === null) throw new Error(`${text} is no time`);
  return found;
};

export const cycle = {
  opensAt: at("2026-06-01T08:00:00+02:00"),
  closesAt: at("2026-06-03T20:00:00+02:00"),
  deliveryDay: civilDate("2026-06-05"),
};

const producerOf = (id: string) => {
  const found = network.producers.find((producer) => producer.id === id);
  if (found === undefined) throw new Error(`no producer ${id}`);
  return found;
};

export const cards = network.products.map((product): ProductCardFacts => {
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

export const basketLine: QuantityFacts = {
  id: "R02",
  product: "Radicchio di Verona",
  current: milli(1500),
  step: milli(500),
  least: milli(0),
  most: milli(6000),
  unit: "kg",
};

export const stampOf = (id: string) => {
  const { name, town, category, certifications } = producerOf(id);
  return <Stamp name={name} town={town} category={category} certifications={certifications} />;
};
