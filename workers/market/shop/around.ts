import { ruleAt, ruleNumber, type RuleVersion } from "#domain/governance/rule.ts";
import { type TermsOfTrade, termsOfTrade } from "#domain/orders/rules.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Request } from "#market/edge/env.ts";
import { type NetworkView, networkRow } from "#store/network.ts";
import { networkRules } from "#store/rules.ts";
import {
  type BasketCount,
  basketCount,
  type ShopWeek,
  shopWeek,
  type WeekAsked,
} from "#store/shop-week.ts";
import { personOfSession, type ShownPerson } from "#store/shown-person.ts";

/** What stands around every page. */
export interface Around {
  readonly network: NetworkView | null;
  /** The terms in force; null before the network is set up. */
  readonly terms: TermsOfTrade | null;
  /** Since when the network keeps what it keeps, and which version of the rule says so. */
  readonly feeRule: { readonly version: number; readonly since: Instant } | null;
  readonly week: ShopWeek | null;
  readonly basket: BasketCount;
  /** Whose session this is; null for everybody else. */
  readonly person: ShownPerson | null;
}

const FIRST_TO_CLOSE: WeekAsked = { code: null };

/** Read with every page, in the page's own round trip. */
export function aroundLoaders(request: Request, which: WeekAsked = FIRST_TO_CLOSE) {
  return {
    network: networkRow(),
    rules: networkRules(),
    week: shopWeek(which, request.ports.now),
    count: basketCount(request.credentials, request.ports.now),
    person: personOfSession(request.credentials.session, request.ports.now),
  };
}

interface ReadAround {
  readonly network: NetworkView | null;
  readonly rules: readonly RuleVersion[];
  readonly week: ShopWeek | null;
  readonly count: BasketCount;
  readonly person: ShownPerson | null;
}

export function aroundOf(known: ReadAround, { ports }: Request): Around {
  const { network, week, count, person } = known;
  const terms = network === null ? null : termsAt(known.rules, ports.now);
  const rule = terms === null ? null : ruleAt(known.rules, "network-fee", ports.now);
  const feeRule = rule === null ? null : { version: rule.version, since: rule.effectiveAt };
  return { network, terms, feeRule, week, basket: count, person };
}

function termsAt(rules: readonly RuleVersion[], now: Request["ports"]["now"]): TermsOfTrade | null {
  const isWhole = ["network-fee", "delivery-fee", "wallet-floor", "card-hold"].every(
    (key) => ruleAt(rules, key, now) !== null,
  );
  if (!isWhole) return null;
  return termsOfTrade((key) => {
    const version = ruleAt(rules, key, now);
    return version === null
      ? { number: 0, version: 0 }
      : { number: ruleNumber(version), version: version.version };
  });
}
