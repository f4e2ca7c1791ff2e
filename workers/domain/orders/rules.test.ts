import { expect, test } from "vitest";
import { TRADE_RULES, termsOfTrade } from "./rules.ts";

test("an order's terms carry the versions they came from", () => {
  const terms = termsOfTrade((key) => ({
    number: Number(TRADE_RULES.find((rule) => rule.key === key)?.default),
    version: 3,
  }));
  expect(terms).toMatchObject({ networkFee: 600, deliveryFee: 350, cardHold: 11_500 });
  expect(terms.versions).toEqual({
    "network-fee": 3,
    "delivery-fee": 3,
    "wallet-floor": 3,
    "card-hold": 3,
  });
});
