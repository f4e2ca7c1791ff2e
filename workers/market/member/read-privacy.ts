import { type PurposeStanding, standings } from "#domain/access/consents.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { ruleAt } from "#domain/governance/rule.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import { TRADE_RULES } from "#domain/orders/rules.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { consentsIn } from "#store/consents.ts";

/** What the page on privacy says, with the rules in force. */
export interface PrivacyView {
  readonly around: Around;
  readonly contactDays: number;
  readonly producersSeeNames: boolean;
}

export async function readPrivacy(request: Request): Promise<PrivacyView> {
  const { known } = await look(request, aroundLoaders(request));
  const { now } = request.ports;
  const inForce = (key: "guest-contact-days" | "producer-sees-names") =>
    ruleAt(known.rules, key, now)?.value ?? TRADE_RULES.find((rule) => rule.key === key)?.default;
  return {
    around: aroundOf(known, request),
    contactDays: Number(inForce("guest-contact-days")),
    producersSeeNames: inForce("producer-sees-names") === "yes",
  };
}

export interface OwnDataView {
  readonly around: Around;
  readonly purposes: readonly PurposeStanding[];
}

/** What one agreed to, with what stands around the page, in one round trip. */
export async function readOwnData(request: Request): Promise<Outcome<OwnDataView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    history: consentsIn(request.credentials.session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  return accept({ around: aroundOf(known, request), purposes: standings(known.history) });
}
