import type { LostTexts } from "#frontend/texts/it/lost.ts";

export const lost: LostTexts = {
  notFoundTitle: "This page is not here",
  notFoundWhy:
    "The address is wrong, or the product is off the stall. Search for it here, or see what there is this week.",
  refusedTitle: "This cannot be done",
  failureTitle: "Something broke on our side",
  failureWhy:
    "It is not your fault. If you were ordering, go back and try again: the same order never goes twice.",
  request: (id) => `If you write to the network, quote this number: ${id}`,
  offlineTitle: "You are offline",
  offlineWhy:
    "Your basket is safe. If you had just pressed a button, see whether it went through before you press it again: the same order never goes twice.",
  retry: "Try again",
  again: "Back to the first page",
  products: "See the products",
};
