import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RuleRefusal } from "#domain/governance/refusals.ts";
import { checkRuleValue } from "#domain/governance/rule.ts";
import type { AccessTokenId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { FIRST_ACCOUNTS } from "#domain/ledger/accounts.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import { TRADE_RULES } from "#domain/orders/rules.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { secretDigest } from "#ports/ids.ts";
import { insertGrant, insertToken } from "#store/access.ts";
import { openAccounts } from "#store/ledger-accounts.ts";
import { insertNetwork, type NetworkView, networkRow } from "#store/network.ts";
import { firstVersion } from "#store/rules.ts";

export interface SetUpNetwork {
  readonly name: string;
  readonly contactEmail: string | null;
  readonly legalName: string | null;
  readonly taxCode: string | null;
  readonly seat: string | null;
  /** Values of the network's own rules; the others start at their default. */
  readonly rules: Readonly<Record<string, string>>;
}

export interface NetworkSetUp {
  readonly network: NetworkView;
  /** The first officer's token: shown in this answer only. */
  readonly token: string;
}

type SetUpRefusal = AccessRefusal | NetworkRefusal | RuleRefusal;

/** Sets an empty network up, once: its name, its first rules, its books, its first officer. */
export function setUpNetwork(request: Request, command: SetUpNetwork) {
  const token = request.ports.ids.derived("officer-token", request.actor, request.key);
  return perform(request, {
    load: () => ({ existing: networkRow() }),
    decide: ({ existing }, principal): Outcome<Plan<NetworkSetUp>, SetUpRefusal> => {
      const allowed = allow(principal, "network.set-up");
      if (!allowed.ok) return allowed;
      if (existing !== null) return refuse({ code: "network-exists" });
      const values = firstValues(command.rules);
      return values.ok ? accept(planOf(request, command, values.value, token)) : values;
    },
    guards: { "network.id": { code: "network-exists" } },
    reveal: (value) => ({ ...value, token }),
  });
}

/** What anyone may know of the network. */
export async function showNetwork(request: Request): Promise<Outcome<NetworkView, AccessRefusal>> {
  const { known } = await look(request, { network: networkRow() });
  if (known.network === null) return refuse({ code: "not-found", what: "network" });
  return accept(known.network);
}

function firstValues(given: Readonly<Record<string, string>>) {
  const unknown = Object.keys(given).find((key) => TRADE_RULES.every((rule) => rule.key !== key));
  if (unknown !== undefined) return refuse({ code: "rule-unknown", key: unknown });
  const values: (readonly [string, string])[] = [];
  for (const rule of TRADE_RULES) {
    if (rule.subject !== "network") continue;
    const checked = checkRuleValue(rule, given[rule.key] ?? rule.default);
    if (!checked.ok) return checked;
    values.push([rule.key, checked.value]);
  }
  return accept(values);
}

function planOf(
  request: Request,
  command: SetUpNetwork,
  values: readonly (readonly [string, string])[],
  token: string,
): Plan<NetworkSetUp> {
  const { ids, now } = request.ports;
  const network: NetworkView = {
    name: command.name,
    currency: "EUR",
    contactEmail: command.contactEmail,
    legalName: command.legalName,
    taxCode: command.taxCode,
    seat: command.seat,
    createdAt: now,
  };
  const tokenId = ids.next<AccessTokenId>();
  const grant = { holder: tokenId, subject: "", at: now, by: "setup" };
  return {
    status: 201,
    value: { network, token: "" },
    statements: [
      insertNetwork(network),
      ...values.map(([key, value]) =>
        firstVersion({ key, subject: "", value, at: now, by: "setup" }),
      ),
      openAccounts(FIRST_ACCOUNTS, now),
      insertToken({ id: tokenId, digest: secretDigest(token), label: "first officer", at: now }),
      insertGrant({ ...grant, id: ids.next(), role: "officer" }),
      insertGrant({ ...grant, id: ids.next(), role: "treasurer" }),
    ],
  };
}
