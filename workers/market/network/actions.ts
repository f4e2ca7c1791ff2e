import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RuleRefusal } from "#domain/governance/refusals.ts";
import { checkRuleValue } from "#domain/governance/rule.ts";
import { STATUTE } from "#domain/governance/statute.ts";
import type { AccessTokenId, EmailId, PersonId } from "#domain/kernel/ids.ts";
import { DAY, later } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { FIRST_ACCOUNTS } from "#domain/ledger/accounts.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { secretDigest } from "#ports/ids.ts";
import { insertGrant, insertToken } from "#store/access.ts";
import { openAccounts } from "#store/ledger-accounts.ts";
import { insertAddress, insertInvitation, insertPerson } from "#store/persons.ts";
import { insertNetwork, type NetworkView, networkRow } from "#store/network.ts";
import { RULES } from "#store/rule-register.ts";
import { firstPolicies } from "#store/policies.ts";
import { firstVersion } from "#store/rules.ts";

export interface SetUpNetwork {
  readonly name: string;
  readonly contactEmail: string | null;
  readonly legalName: string | null;
  readonly taxCode: string | null;
  readonly seat: string | null;
  readonly vatNumber: string | null;
  readonly reaNumber: string | null;
  readonly coopRegisterNumber: string | null;
  readonly certifiedEmail: string | null;
  readonly phone: string | null;
  readonly iban: string | null;
  /** Who is responsible first; the others are invited by them. */
  readonly officer: { readonly name: string; readonly email: string | null };
  /** Values of the network's own rules; the others start at their default. */
  readonly rules: Readonly<Record<string, string>>;
  /** The statute as it was founded: texts by the number of the article. */
  readonly statute: Readonly<Record<string, string>>;
}

export interface NetworkSetUp {
  readonly network: NetworkView;
  /** The first officer's token for programs: shown in this answer only. */
  readonly token: string;
  /** Opens the enrolment of the first officer's passkey, once: shown in this answer only. */
  readonly invitation: string;
}

type SetUpRefusal = AccessRefusal | NetworkRefusal | RuleRefusal;

/** Sets an empty network up, once: its name, its first rules, its books, its first officer. */
export function setUpNetwork(request: Request, command: SetUpNetwork) {
  const { ids } = request.ports;
  const token = ids.derived("officer-token", request.actor, request.key);
  const invitation = ids.derived("first-invitation", request.actor, request.key);
  return perform(request, {
    load: () => ({ existing: networkRow() }),
    decide: ({ existing }, principal): Outcome<Plan<NetworkSetUp>, SetUpRefusal> => {
      const allowed = allow(principal, "network.set-up");
      if (!allowed.ok) return allowed;
      if (existing !== null) return refuse({ code: "network-exists" });
      const values = firstValues(command.rules);
      return values.ok
        ? accept(planOf(request, command, values.value, { token, invitation }))
        : values;
    },
    guards: { "network.id": { code: "network-exists" } },
    reveal: (value) => ({ ...value, token, invitation }),
  });
}

/** What anyone may know of the network. */
export async function showNetwork(request: Request): Promise<Outcome<NetworkView, AccessRefusal>> {
  const { known } = await look(request, { network: networkRow() });
  if (known.network === null) return refuse({ code: "not-found", what: "network" });
  return accept(known.network);
}

function firstValues(given: Readonly<Record<string, string>>) {
  const unknown = Object.keys(given).find((key) => RULES.every((rule) => rule.key !== key));
  if (unknown !== undefined) return refuse({ code: "rule-unknown", key: unknown });
  const values: (readonly [string, string])[] = [];
  for (const rule of RULES) {
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
  secrets: { readonly token: string; readonly invitation: string },
): Plan<NetworkSetUp> {
  const { now } = request.ports;
  const network: NetworkView = {
    name: command.name,
    currency: "EUR",
    contactEmail: command.contactEmail,
    legalName: command.legalName,
    taxCode: command.taxCode,
    seat: command.seat,
    vatNumber: command.vatNumber,
    reaNumber: command.reaNumber,
    coopRegisterNumber: command.coopRegisterNumber,
    certifiedEmail: command.certifiedEmail,
    phone: command.phone,
    iban: command.iban,
    createdAt: now,
  };
  return {
    status: 201,
    value: { network, token: "", invitation: "" },
    statements: [
      insertNetwork(network),
      ...values.map(([key, value]) =>
        firstVersion({ key, subject: "", value, at: now, by: "setup" }),
      ),
      ...Object.entries(command.statute).map(([subject, value]) =>
        firstVersion({ key: STATUTE, subject, value, at: now, by: "setup" }),
      ),
      ...firstPolicies(now),
      openAccounts(FIRST_ACCOUNTS, now),
      ...firstOfficer(request, command.officer, secrets),
    ],
  };
}

/** How long the first officer may take to enrol a passkey. */
const FIRST_INVITATION_LIVES_MS = 7 * DAY;

/** The person who answers for the network at first, a token for their programs, and the way in. */
function firstOfficer(
  { ports: { ids, now } }: Request,
  { name, email }: SetUpNetwork["officer"],
  secrets: { readonly token: string; readonly invitation: string },
): readonly Statement[] {
  const personId = ids.next<PersonId>();
  const tokenId = ids.next<AccessTokenId>();
  const address = { id: ids.next<EmailId>(), personId, address: email ?? "", at: now };
  const granted = { subject: "", at: now, by: "setup" } as const;
  return [
    ...insertPerson({ id: personId, name, language: "it", at: now }),
    ...(email === null ? [] : [insertAddress({ ...address, isConfirmed: true })]),
    insertToken({
      id: tokenId,
      digest: secretDigest(secrets.token),
      label: "first officer",
      personId,
      at: now,
    }),
    ...[personId, tokenId].flatMap((holder) => [
      insertGrant({ ...granted, id: ids.next(), holder, role: "officer" }),
      insertGrant({ ...granted, id: ids.next(), holder, role: "treasurer" }),
    ]),
    insertInvitation({
      id: ids.next(),
      digest: secretDigest(secrets.invitation),
      personId,
      kind: "first",
      at: now,
      by: "setup",
      expiresAt: later(now, FIRST_INVITATION_LIVES_MS),
    }),
  ];
}
