import type { DemoGuest, DemoOrder } from "./orders.ts";

/** A short round of bread between two weeks: who asked for some, and fetches it today. */
export const todaysOrders: readonly DemoOrder[] = [
  ["lucia", ["pane", 1000], ["focaccia", 1000]],
  ["davide", ["pane", 1000]],
  ["marta", ["pane", 2000]],
  ["carlo", ["focaccia", 1000]],
  ["gino", ["pane", 1000], ["biscotti", 1000]],
];

/** One of the people whom a newcomer can be, who ordered as a guest: it is hers by her address. */
export const todaysGuest: DemoGuest = {
  contact: { name: "Nina Zago", email: "nina.zago@example.org" },
  place: "casa-comune",
  wishes: [
    ["pane", 1000],
    ["focaccia", 1000],
  ],
};
