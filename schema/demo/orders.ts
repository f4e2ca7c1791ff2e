/** What somebody wants of a product, and tolerates beyond it; thousandths of its sale unit. */
export type DemoWish = readonly [product: string, wantedMilli: number, toleranceMilli?: number];

/** An order of a household, by its code. */
export type DemoOrder = readonly [household: string, ...wishes: readonly DemoWish[]];

/** What all pieces of a household's line weigh. */
export interface DemoWeight {
  readonly household: string;
  readonly product: string;
  readonly grams: number;
}

export interface DemoShortage {
  readonly product: string;
  readonly missingMilli: number;
}

/** Money that a household puts into its wallet. */
export type DemoTopUp = readonly [household: string, amountCents: number];

/** Money put into wallets before this week's orders. */
export const demoTopUps: readonly DemoTopUp[] = [
  ["lucia", 5000],
  ["davide", 4000],
  ["teresa", 3000],
  ["piero", 3000],
  ["nives", 3000],
  ["ahmed", 5000],
  ["marta", 2500],
  ["giulia", 4000],
  ["angela", 3000],
  ["noemi", 3000],
];

/**
 * This week so far. Each meter of the shop has something to show: the apples' fourth box closes
 * with what people tolerate, one bottle is missing to the third box of wine, the farm, the oil mill
 * and the potters are still below their minimum, there is one ricotta left and no pollen.
 */
export const thisWeekOrders: readonly DemoOrder[] = [
  ["lucia", ["mele", 5000, 1000], ["polline", 2000], ["pane", 1000], ["radicchio", 1500]],
  ["amina", ["valpolicella", 3000], ["ricotta", 1000], ["cassetta", 1000]],
  ["teresa", ["mele", 6000, 2000], ["detersivo", 1000], ["riso", 2000]],
  ["piero", ["valpolicella", 2000], ["focaccia", 1000]],
  ["nives", ["polline", 1000], ["monte-veronese", 1000]],
  ["gino", ["pollo", 1000], ["uova-30", 1000]],
  ["ahmed", ["polline", 1000], ["cassetta", 1000], ["pane", 2000]],
  ["bruno", ["olio", 2000], ["ricotta", 1000]],
  ["marta", ["mele", 5000], ["pere", 2000], ["burro", 1000]],
  ["paolo", ["mele", 4000, 1000], ["pane", 1000]],
  ["ines", ["valpolicella", 3000], ["radicchio", 500]],
  ["chiara", ["mele", 3000], ["biscotti", 1000], ["succo", 2000]],
  ["carlo", ["pollo", 1000], ["farina-mais", 1000]],
  ["giulia", ["hamburger", 1000], ["pere", 2000], ["basilico", 1000]],
  ["angela", ["olio", 4000], ["ricotta", 1000]],
  ["tommaso", ["olio", 2000], ["pane", 1000]],
  ["noemi", ["tazza", 1000], ["miele-castagno", 1000]],
  ["franco", ["mele", 5000, 2000], ["cassetta", 1000]],
  ["ilaria", ["mele", 5000], ["ricotta", 2000], ["garganega", 2000]],
  ["sergio", ["valpolicella", 4000], ["monte-veronese", 2000]],
  ["viola", ["tazza", 1000], ["miele-acacia", 1000]],
  ["luca", ["valpolicella", 2000, 1000], ["biscotti", 2000]],
  ["mei", ["valpolicella", 2000], ["riso", 1000], ["pere", 2000]],
];

/**
 * What a household wants every week. The wallet pays all but the oil, so that what came of the list
 * has something to tell.
 */
export const demoList = {
  household: "davide",
  wishes: [
    ["mele", 4000],
    ["pizza", 1000],
    ["uova-6", 1000],
    ["olio", 8000],
  ],
} as const satisfies { readonly household: string; readonly wishes: readonly DemoWish[] };

/** Who would like to order with a group, and waits for its answer. */
export const demoAsking = { household: "viola", group: "gas-santa-toscana" } as const;

/** Somebody who orders without a household, and pays at the counter. */
export interface DemoGuest {
  readonly contact: { readonly name: string; readonly email: string };
  readonly place: string;
  readonly wishes: readonly DemoWish[];
}

/** Somebody who came by. */
export const demoGuest: DemoGuest = {
  contact: { name: "Dario Fantin", email: "dario.fantin@example.org" },
  place: "casa-comune",
  wishes: [
    ["pane", 1000],
    ["miele-acacia", 1000],
    ["sapone", 2000],
  ],
};

/** Early birds of next week's cycle, which is open already. */
export const nextWeekOrders: readonly DemoOrder[] = [
  ["silvia", ["mele", 4000], ["pane", 1000]],
  ["beatrice", ["cassetta", 1000], ["uova-6", 2000]],
  ["renzo", ["monte-veronese", 1000], ["valpolicella", 1000, 2000]],
  ["fatou", ["riso", 1000], ["succo", 1000]],
];
