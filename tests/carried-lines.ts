import type { CarriedLine } from "#domain/delivery/rounds/goods.ts";
import { milli } from "#domain/kernel/quantity.ts";

export const apples: CarriedLine = {
  orderId: "lucia",
  enterpriseId: "frutteto",
  quantityMilli: milli(5000),
  loadGrams: 5000,
  isByWeight: true,
  netMl: null,
  shelves: ["frutta", "orto-e-frutta"],
};
export const ricotta: CarriedLine = {
  ...apples,
  enterpriseId: "malga",
  quantityMilli: milli(2000),
  loadGrams: 600,
  isByWeight: false,
  shelves: ["formaggi", "formaggi-e-uova"],
};
export const wine: CarriedLine = {
  ...ricotta,
  enterpriseId: "cantina",
  loadGrams: 1500,
  netMl: 750,
  shelves: ["vino"],
};
export const eggs: CarriedLine = { ...ricotta, loadGrams: 0, shelves: ["uova", "formaggi-e-uova"] };
