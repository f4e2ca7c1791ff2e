import type { DemoOrder, DemoTopUp, DemoWeight } from "./orders.ts";

/** A small week of an earlier month: what was ordered, and what the scales showed. */
export interface EarlierWeek {
  readonly orders: readonly DemoOrder[];
  readonly weights: readonly DemoWeight[];
}

/** What those paid into their wallets, before the first of these weeks, who order in some. */
export const earlierTopUps: readonly DemoTopUp[] = [
  ["lucia", 7500],
  ["davide", 4000],
  ["amina", 5000],
  ["rosa", 2000],
  ["teresa", 4000],
  ["piero", 2500],
  ["nives", 1000],
  ["gino", 3000],
  ["elena", 2000],
  ["ahmed", 3000],
  ["silvia", 1000],
  ["bruno", 3000],
  ["marta", 7500],
  ["paolo", 1500],
  ["stefano", 2000],
  ["chiara", 1000],
  ["carlo", 4500],
  ["ines", 2000],
  ["fatou", 1000],
  ["giulia", 1000],
  ["omar", 1000],
  ["angela", 1500],
  ["tommaso", 1000],
  ["noemi", 1000],
];

/** The season of greens: a dozen households, and nobody has anything brought home yet. */
const theGarden: EarlierWeek = {
  orders: [
    ["lucia", ["cassetta", 1000], ["basilico", 2000]],
    ["davide", ["pane", 1000], ["uova-6", 1000]],
    ["amina", ["cassetta", 1000], ["uova-6", 1000]],
    ["rosa", ["basilico", 1000], ["pane", 1000]],
    ["teresa", ["cassetta", 1000]],
    ["gino", ["pane", 2000], ["burro", 1000]],
    ["bruno", ["cassetta", 1000], ["uova-6", 1000]],
    ["marta", ["cassetta", 1000], ["pane", 1000], ["miele-acacia", 1000]],
    ["chiara", ["pane", 1000], ["biscotti", 1000]],
    ["carlo", ["uova-30", 1000], ["basilico", 2000]],
    ["angela", ["pane", 1000], ["miele-acacia", 1000]],
    ["noemi", ["uova-6", 2000], ["basilico", 1000]],
  ],
  weights: [],
};

/** Half the quarter is away: whoever stayed wants what needs no cooking. */
const theHolidays: EarlierWeek = {
  orders: [
    ["lucia", ["pizza", 1000], ["riso", 1000], ["basilico", 2000]],
    ["davide", ["focaccia", 1000], ["succo", 1000]],
    ["piero", ["pane", 1000], ["sapone", 1000]],
    ["elena", ["pizza", 2000], ["uova-6", 1000]],
    ["ahmed", ["pane", 2000], ["uova-6", 1000]],
    ["silvia", ["uova-6", 2000], ["riso", 1000]],
    ["marta", ["basilico", 2000], ["focaccia", 2000]],
    ["stefano", ["pane", 1000], ["succo", 2000]],
    ["giulia", ["pizza", 1000]],
    ["tommaso", ["focaccia", 1000], ["uova-6", 1000]],
  ],
  weights: [],
};

/** Two boxes of the first apples, and the cheese of the summer pastures. */
const theFirstApples: EarlierWeek = {
  orders: [
    ["lucia", ["mele", 4000], ["monte-veronese", 1000]],
    ["davide", ["mele", 3000], ["pane", 1000]],
    ["teresa", ["mele", 5000], ["detersivo", 1000]],
    ["nives", ["monte-veronese", 1000]],
    ["elena", ["pane", 1000], ["uova-6", 1000]],
    ["bruno", ["farina-mais", 2000], ["pane", 1000]],
    ["marta", ["mele", 5000], ["monte-veronese", 1000]],
    ["paolo", ["mele", 3000], ["pane", 1000]],
    ["ines", ["monte-veronese", 1000], ["miele-castagno", 1000]],
    ["fatou", ["pane", 1000], ["biscotti", 1000]],
    ["franco", ["cassetta", 1000], ["pane", 1000]],
    ["sergio", ["monte-veronese", 2000]],
    ["ilaria", ["cassetta", 1000], ["uova-6", 2000]],
    ["beatrice", ["uova-6", 2000], ["pane", 1000]],
    ["irene", ["cassetta", 1000], ["miele-castagno", 1000]],
    ["renzo", ["uova-6", 1000], ["monte-veronese", 1000]],
  ],
  weights: [
    { household: "lucia", product: "monte-veronese", grams: 480 },
    { household: "nives", product: "monte-veronese", grams: 515 },
    { household: "marta", product: "monte-veronese", grams: 530 },
    { household: "ines", product: "monte-veronese", grams: 470 },
    { household: "sergio", product: "monte-veronese", grams: 1010 },
    { household: "renzo", product: "monte-veronese", grams: 495 },
  ],
};

/** Two boxes of apples and two of the new wine, and the first radicchio. */
const theNewWine: EarlierWeek = {
  orders: [
    ["lucia", ["radicchio", 1500], ["riso", 1000], ["valpolicella", 2000]],
    ["davide", ["mele", 4000], ["pane", 1000]],
    ["amina", ["cassetta", 1000], ["valpolicella", 2000]],
    ["rosa", ["radicchio", 1000], ["monte-veronese", 1000]],
    ["teresa", ["mele", 6000]],
    ["piero", ["valpolicella", 2000]],
    ["gino", ["riso", 2000], ["pane", 1000]],
    ["ahmed", ["cassetta", 1000]],
    ["marta", ["mele", 5000], ["radicchio", 500]],
    ["stefano", ["pane", 1000], ["riso", 1000]],
    ["carlo", ["valpolicella", 3000], ["riso", 1000]],
    ["omar", ["farina-mais", 2000], ["radicchio", 1000]],
    ["franco", ["mele", 5000], ["pane", 1000]],
    ["michele", ["valpolicella", 2000]],
    ["ettore", ["cassetta", 1000], ["miele-acacia", 1000]],
    ["wanda", ["radicchio", 1000], ["uova-6", 1000]],
    ["viola", ["candela", 1000], ["miele-acacia", 1000]],
    ["luca", ["valpolicella", 1000], ["biscotti", 1000]],
    ["mei", ["riso", 1000], ["pane", 1000], ["uova-6", 1000]],
  ],
  weights: [{ household: "rosa", product: "monte-veronese", grams: 520 }],
};

/**
 * One week of each of the four months before last week's, the oldest first. Nothing of them draws
 * from a counted stock, and every box and every minimum is reached: the stocks and the meters of
 * the later weeks stay what they were counted to be.
 */
export const earlierWeeks: readonly EarlierWeek[] = [
  theGarden,
  theHolidays,
  theFirstApples,
  theNewWine,
];
