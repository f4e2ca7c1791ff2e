import { allow } from "#domain/access/access.ts";
import type { EnterpriseGrant } from "#domain/access/enterprise-grants.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { EnterpriseId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import {
  accessLoaders,
  type AskAccess,
  explained,
  type ExplainedAccess,
} from "#market/access/actions.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { grantPage } from "#store/enterprise-grants.ts";
import {
  circlesBeside,
  enterpriseNames,
  giversOf,
  type NamedEnterprise,
} from "#store/enterprise-names.ts";
import { isOpenTo } from "./reads.ts";

/** As many as one page shows; the API lists more. */
const LATEST = { after: null, limit: 200 };

export interface PermitsView {
  readonly around: Around;
  /** Those whose permits this reader may read. */
  readonly enterprises: readonly NamedEnterprise[];
}

/** The enterprises whose permits are this reader's to read. */
export async function readPermits(request: Request): Promise<Outcome<PermitsView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    names: enterpriseNames(),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  const enterprises = known.names.filter(({ id }) => mayRead(principal, id));
  return accept({ around: aroundOf(known, request), enterprises });
}

export interface PermitsOfView {
  readonly around: Around;
  readonly enterprise: NamedEnterprise;
  readonly others: readonly NamedEnterprise[];
  readonly grants: readonly EnterpriseGrant[];
  readonly givers: ReadonlyMap<string, string>;
  readonly mayChange: boolean;
}

/** What one enterprise opened to others, and others to it. */
export async function readPermitsOf(
  request: Request,
  enterpriseId: EnterpriseId,
): Promise<Outcome<PermitsOfView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    names: enterpriseNames(),
    page: grantPage(enterpriseId, LATEST),
    givers: giversOf(enterpriseId),
  });
  const allowed = allow(principal, "enterprise-grants.read", speaking(enterpriseId));
  if (!allowed.ok) return allowed;
  const enterprise = known.names.find(({ id }) => id === enterpriseId);
  if (enterprise === undefined) return refuse({ code: "not-found", what: "enterprise" });
  return accept({
    around: aroundOf(known, request),
    enterprise,
    others: known.names.filter((one) => one !== enterprise),
    grants: known.page.items,
    givers: known.givers,
    mayChange: isOpenTo(principal, "enterprise-grants.manage", speaking(enterpriseId)),
  });
}

export interface WhyView {
  readonly around: Around;
  readonly enterprises: readonly NamedEnterprise[];
  /** Groups and households of one's own, by role and id as forms name them. */
  readonly circles: ReadonlyMap<string, string>;
  readonly why: ExplainedAccess;
}

/** Why whoever reads may do something, or may not. */
export async function readWhy(
  request: Request,
  asked: AskAccess,
): Promise<Outcome<WhyView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    ...accessLoaders(request, asked),
    names: enterpriseNames(),
    circles: circlesBeside(request.credentials.session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  const why = explained(known, principal, asked);
  if (!why.ok) return why;
  const { names: enterprises, circles } = known;
  return accept({ around: aroundOf(known, request), enterprises, circles, why: why.value });
}

function mayRead(principal: Principal, id: EnterpriseId): boolean {
  return isOpenTo(principal, "enterprise-grants.read", speaking(id));
}

/** Whoever speaks for the enterprise, as whatever it is. */
function speaking(id: EnterpriseId) {
  return { producer: id, hub: id, courier: id };
}
