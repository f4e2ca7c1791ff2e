import { formatFor } from "#frontend/texts/format.ts";
import type { FrameTexts } from "#frontend/texts/it/frame.ts";

const { plural } = formatFor("en");

export const frame: FrameTexts = {
  skipToContent: "Skip to content",
  mainNavigation: "Main",
  basket: "Basket",
  basketOf: (products) =>
    plural(products, { one: "# product in the basket", other: "# products in the basket" }),
  errorPrefix: "Error",
  otherLanguage: "Italiano",
  links: {
    products: "Products",
    pickup: "Pickup",
    write: "Write to the network",
    signIn: "Sign in",
  },
  footer: {
    owned: "A co-operative of those who grow, buy and deliver: one member, one vote.",
    split: (sum, producers, network) =>
      `Of ${sum} spent, ${producers} go to the producers and ${network} to the network.`,
  },
  week: {
    label: "The week",
    today: "today",
    opens: "opens",
    closes: "closes",
    prepares: "packing",
    delivers: "delivery",
    opensOn: (day) => `Orders open on ${day}`,
    completing: (until) =>
      `Orders are closed: boxes that are not full are completed until ${until}`,
    openUntil: (day) => `Orders are open until ${day}`,
    closed: (day) => `Orders are closed. Delivery on ${day}`,
    delivering: "Delivery is today",
    delivered: (day) => `Delivered on ${day}. Orders are closed`,
    choose: "For which delivery",
    choice: (delivery: string, until: string) => `Delivery ${delivery}, orders until ${until}`,
    justClosed: "orders have just closed",
    none: "No order is open these days",
  },
  form: {
    problem: "There is something to put right",
    optional: "optional",
    error: "Error:",
  },
  pages: {
    label: "Pages",
    page: (n) => `Page ${n}`,
    previous: "Previous",
    next: "Next",
  },
};
