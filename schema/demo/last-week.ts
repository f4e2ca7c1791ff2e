import type { DemoOrder, DemoShortage, DemoWeight } from "./orders.ts";

/**
 * What last week's households ordered, in the order in which they came. It is the sales week that
 * the project's proof plays, one order a household: its goods come to 912,22 euro.
 */
export const lastWeekOrders: readonly DemoOrder[] = [
  ["lucia", ["mele", 5000, 1000], ["polline", 2000], ["succo", 2000]],
  ["davide", ["mele", 4000], ["pizza", 1000]],
  ["teresa", ["mele", 6000, 2000], ["pizza", 1000], ["detersivo", 2000]],
  ["marta", ["mele", 5000], ["polline", 2000], ["ricotta", 1000]],
  ["paolo", ["mele", 4000, 1000], ["polline", 2000]],
  ["chiara", ["mele", 3000], ["pizza", 2000], ["riso", 1000]],
  ["franco", ["mele", 5000, 2000], ["focaccia", 2000], ["detersivo", 1000]],
  ["ilaria", ["mele", 5000], ["ricotta", 2000]],
  ["amina", ["valpolicella", 3000], ["basilico", 2000]],
  ["piero", ["valpolicella", 2000], ["sapone", 2000]],
  ["ines", ["valpolicella", 3000], ["pere", 1000]],
  ["sergio", ["valpolicella", 4000], ["sapone", 1000]],
  ["luca", ["valpolicella", 2000, 1000], ["biscotti", 2000]],
  ["mei", ["valpolicella", 2000], ["biscotti", 1000]],
  ["rosa", ["monte-veronese", 1000], ["basilico", 1000]],
  ["nives", ["monte-veronese", 1000], ["polline", 1000]],
  ["stefano", ["monte-veronese", 2000], ["pane", 1000]],
  ["fatou", ["monte-veronese", 1000], ["focaccia", 1000]],
  ["wanda", ["monte-veronese", 1000], ["garganega", 2000]],
  ["renzo", ["monte-veronese", 1000], ["pere", 3000], ["garganega", 1000]],
  ["gino", ["pollo", 1000], ["detersivo", 1000]],
  ["elena", ["pollo", 1000], ["pere", 1000], ["focaccia", 1000]],
  ["carlo", ["pollo", 2000], ["miele-castagno", 2000]],
  ["michele", ["pollo", 1000], ["garganega", 1000], ["candela", 1000]],
  ["sara", ["pollo", 1000], ["pere", 1000]],
  ["ahmed", ["uova-6", 2000], ["miele-acacia", 2000]],
  ["silvia", ["uova-6", 3000], ["ricotta", 1000]],
  ["giulia", ["uova-6", 2000], ["garganega", 1000]],
  ["omar", ["uova-6", 3000], ["pere", 3000], ["farina-mais", 2000]],
  ["beatrice", ["uova-6", 2000], ["pere", 3000]],
  ["anna", ["uova-6", 2000], ["farina-mais", 1000]],
  ["bruno", ["olio", 2000], ["miele-castagno", 1000]],
  ["angela", ["olio", 2000], ["focaccia", 1000]],
  ["ettore", ["olio-latta", 1000], ["miele-acacia", 2000]],
  ["tommaso", ["olio", 2000], ["pane", 1000]],
  ["noemi", ["tazza", 1000], ["riso", 1000]],
  ["viola", ["tazza", 1000], ["miele-acacia", 1000]],
  ["giorgio", ["basilico", 1000], ["detersivo", 1000], ["pizza", 1000]],
  ["irene", ["succo", 2000], ["sapone", 1000]],
  ["pietro", ["cassetta", 2000], ["basilico", 2000]],
];

/** What the scales showed on delivery day. */
export const lastWeekWeights: readonly DemoWeight[] = [
  { household: "rosa", product: "monte-veronese", grams: 505 },
  { household: "nives", product: "monte-veronese", grams: 455 },
  { household: "stefano", product: "monte-veronese", grams: 1050 },
  { household: "fatou", product: "monte-veronese", grams: 470 },
  { household: "wanda", product: "monte-veronese", grams: 545 },
  { household: "renzo", product: "monte-veronese", grams: 500 },
  { household: "gino", product: "pollo", grams: 1715 },
  { household: "elena", product: "pollo", grams: 1640 },
  { household: "carlo", product: "pollo", grams: 3860 },
  { household: "michele", product: "pollo", grams: 1740 },
  { household: "sara", product: "pollo", grams: 1760 },
];

/** What did not come. */
export const lastWeekShortages: readonly DemoShortage[] = [
  { product: "uova-6", missingMilli: 2000 },
];

/** Empties that came back over the counter. */
export const lastWeekReturns = [
  { household: "lucia", containers: 2 },
  { household: "wanda", containers: 1 },
] as const;
