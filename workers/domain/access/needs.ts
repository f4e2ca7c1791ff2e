import type { Act } from "./access.ts";

/**
 * What an act asks for besides a role:
 * - "passkey": a fresh assertion (at most five minutes old) over exactly this request;
 * - "own-passkey": the same, of those who have a passkey; others have none to show;
 * - "second": a passkey, and another officer's under the same request, where there is another.
 */
export type Need = "none" | "passkey" | "own-passkey" | "second";

const NEEDS = {
  "network.set-up": "none",
  "network.read": "none",
  "network.edit": "passkey",
  "tokens.read": "none",
  "tokens.manage": "passkey",
  "access.read": "none",
  "access-of-others.read": "none",
  "rules.read": "none",
  "rules.decide": "second",
  "people.read": "none",
  "people.invite": "passkey",
  "people.suspend": "passkey",
  "passkeys.give-in-person": "second",
  "roles.grant": "passkey",
  "offices.grant": "second",
  "acts.countersign": "passkey",
  "self.read": "none",
  "self.edit": "none",
  "passkeys.add": "own-passkey",
  "passkeys.revoke": "own-passkey",
  "addresses.change": "own-passkey",
  "enterprises.read": "none",
  "enterprises.create": "none",
  "enterprises.edit": "none",
  "enterprise-contacts.read": "none",
  "enterprise-grants.read": "none",
  "enterprise-grants.manage": "none",
  "certifications.edit": "none",
  "places.read": "none",
  "places.edit": "none",
  "groups.read": "none",
  "groups.edit": "none",
  "households.create": "none",
  "households.read": "none",
  "wallet.read": "none",
  "wallet.post": "none",
  "wallet.correct": "passkey",
  "catalogue.read": "none",
  "categories.edit": "none",
  "catalogue.edit": "none",
  "stock.edit": "none",
  "listings.edit": "none",
  "cycles.read": "none",
  "cycles.manage": "none",
  "cycles.close": "passkey",
  "cycles.cancel": "passkey",
  "cycles.complete": "none",
  "basket.use": "none",
  "orders.place": "none",
  "orders.place-for-household": "none",
  "orders.read": "none",
  "orders.edit": "none",
  "orders.list": "none",
  "delivery.record": "none",
  "cycle-loads.read": "none",
  "producer-statement.read": "none",
  "producer-households.read": "none",
  "producer-sheet.read": "none",
  "books.read": "none",
  "ledger.read": "none",
  "effects.read": "none",
  "effects.retry": "none",
  "dues.settle": "none",
  "ledger.post": "passkey",
  "letters.read": "none",
  "letters.resend": "none",
  "letters.hear-news": "none",
} as const satisfies Record<Act, Need>;

export function needOf(act: Act): Need {
  return NEEDS[act];
}
