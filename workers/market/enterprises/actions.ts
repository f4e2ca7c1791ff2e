import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { isInForce } from "#domain/catalogue/certificates.ts";
import { freeSlug, slugCandidates, slugOf } from "#domain/catalogue/slug.ts";
import type { RuleRefusal } from "#domain/governance/refusals.ts";
import { checkRuleValue, ruleAt, ruleNumber, type RuleVersion } from "#domain/governance/rule.ts";
import type { EnterpriseId } from "#domain/kernel/ids.ts";
import { type Instant, toRome } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import { TRADE_RULES } from "#domain/orders/rules.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { type CertificationRow, certificationsOf } from "#store/certifications.ts";
import { grantsBy } from "#store/enterprise-grants.ts";
import {
  enterpriseById,
  enterprisePage,
  type EnterpriseRecord,
  enterpriseSlugs,
  type EnterpriseView,
  insertEnterprise,
} from "#store/enterprises.ts";
import type { Page, PageAsked } from "#store/page.ts";
import { firstVersion, versionsOf } from "#store/rules.ts";

const MINIMUM = "producer-minimum";

export interface RegisterEnterprise extends Omit<EnterpriseRecord, "id" | "slug" | "createdAt"> {
  /** What a producer's orders must come to in a cycle; the first version of its rule. */
  readonly minimumCents: number;
}

/** An enterprise with what is true of it today. */
export interface EnterpriseToday extends EnterpriseRecord {
  readonly minimumCents: number;
  readonly certifications: readonly Omit<CertificationRow, "enterpriseId" | "withdrawnAt">[];
}

/** Enters an enterprise in the register, with its roles and a producer's first minimum. */
export function registerEnterprise(request: Request, command: RegisterEnterprise) {
  const id = request.ports.ids.next<EnterpriseId>();
  const slugs = slugCandidates({ name: command.name, distinctSlug: slugOf(command.town), id });
  const { vatNumber } = command;
  return perform(request, {
    load: () => ({ taken: enterpriseSlugs(slugs) }),
    decide: (
      { taken },
      principal,
    ): Outcome<Plan<EnterpriseRecord>, AccessRefusal | NetworkRefusal | RuleRefusal> => {
      const allowed = allow(principal, "enterprises.create");
      if (!allowed.ok) return allowed;
      const { minimumCents, ...told } = command;
      const minimum = checkRuleValue(minimumRule(), String(minimumCents));
      if (!minimum.ok) return minimum;
      const at = request.ports.now;
      const row = { ...told, id, slug: freeSlug(slugs, taken), createdAt: at };
      const rule = { key: MINIMUM, subject: id, value: minimum.value, at };
      const isProducer = command.roles.includes("producer");
      return accept({
        status: 201,
        value: row,
        statements: [
          ...insertEnterprise(row),
          ...(isProducer ? [firstVersion({ ...rule, by: actorName(principal) })] : []),
        ],
      });
    },
    guards: {
      "enterprise.slug": "decide-again",
      "enterprise.vat_number": { code: "vat-number-taken", vatNumber: vatNumber ?? "" },
    },
  });
}

/** The register of enterprises, which anyone may read; without their addresses. */
export async function listEnterprises(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<EnterpriseView>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: enterprisePage(asked) });
  const allowed = allow(principal, "enterprises.read");
  return allowed.ok ? accept(known.page) : allowed;
}

/** One enterprise with its certificates in force and its minimum; its address for who may. */
export async function showEnterprise(
  request: Request,
  id: EnterpriseId,
): Promise<Outcome<EnterpriseToday, AccessRefusal>> {
  const { known, principal } = await look(request, {
    enterprise: enterpriseById(id),
    certificates: certificationsOf(id),
    minimums: versionsOf(MINIMUM, id),
    given: grantsBy({ enterprise: id }),
  });
  const allowed = allow(principal, "enterprises.read");
  if (!allowed.ok) return allowed;
  if (known.enterprise === null) return refuse({ code: "not-found", what: "enterprise" });
  const owners = { producer: id, hub: id, courier: id };
  const seesContacts = allow(principal, "enterprise-contacts.read", owners, known.given).ok;
  const { now } = request.ports;
  return accept({
    ...known.enterprise,
    email: seesContacts ? known.enterprise.email : null,
    minimumCents: minimumNow(known.minimums, id, now),
    certifications: inForce(known.certificates, now),
  });
}

function inForce(certificates: readonly CertificationRow[], now: Instant) {
  const today = toRome(now).date;
  return certificates
    .filter((row) => isInForce({ ...row, isWithdrawn: row.withdrawnAt !== null }, today))
    .map(({ id, scheme, body, number, documentUrl, issuedOn, expiresOn }) => {
      return { id, scheme, body, number, documentUrl, issuedOn, expiresOn };
    });
}

function minimumNow(versions: readonly RuleVersion[], id: EnterpriseId, now: Instant): number {
  const version = ruleAt(versions, MINIMUM, now, id);
  return version === null ? 0 : ruleNumber(version);
}

function minimumRule() {
  const rule = TRADE_RULES.find(({ key }) => key === MINIMUM);
  invariant(rule !== undefined, "the producer minimum is a rule of trade");
  return rule;
}
