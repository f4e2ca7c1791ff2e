import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type EnterpriseGrant, type EnterpriseGrantKind, speaksFor } from "./enterprise-grants.ts";
import { GOVERNANCE_ACTS } from "./governance-acts.ts";
import { needOf } from "./needs.ts";
import type { Grant, Principal, Role } from "./principal.ts";
import type { AccessRefusal } from "./refusals.ts";

/**
 * What may be asked of the network, and which role opens it. `own` roles count for their subject
 * only; the others for the whole network. `link` is the holder of an order's link, `anyone` needs
 * no credential. Every endpoint names one of these acts; `needs.ts` tells what else it asks for.
 */
export interface Opening {
  readonly anyone?: true;
  readonly setup?: true;
  readonly link?: true;
  /** The person it is about, for what is one's own. */
  readonly self?: true;
  readonly all?: readonly Role[];
  readonly own?: readonly Role[];
  /** What the enterprise it belongs to may open to another one, by the role that owns it. */
  readonly through?: Readonly<Partial<Record<Role, readonly EnterpriseGrantKind[]>>>;
}

const CARRYING = { hub: ["transport"] } as const;

export const ACTS = {
  "network.set-up": { setup: true },
  "network.read": { anyone: true },
  "network.edit": { all: ["officer"] },
  "network-history.read": { all: ["officer", "auditor"] },
  "tokens.read": { all: ["officer", "auditor"] },
  "tokens.manage": { all: ["officer"] },
  "access.read": { anyone: true },
  "access-of-others.read": { all: ["officer", "auditor"] },
  "rules.read": { anyone: true },
  "rules.decide": { all: ["officer"] },
  // What passed takes effect by itself: whoever has a part in the network may hurry it.
  "people.read": { all: ["officer", "supervisor", "auditor"] },
  "people.invite": { all: ["officer"] },
  "people.suspend": { all: ["officer"] },
  "passkeys.give-in-person": { all: ["officer"] },
  "roles.grant": { all: ["officer"] },
  "offices.grant": { all: ["officer"] },
  "acts.countersign": { all: ["officer", "treasurer"] },
  "officers.recover": { setup: true },
  "countersignatures.read": { all: ["officer", "treasurer", "supervisor", "auditor"] },
  "countersignatures.ask": { all: ["officer"] },
  "self.read": { self: true },
  "self.edit": { self: true },
  "self.export": { self: true },
  "self.erase": { self: true },
  "people.erase": { all: ["officer"] },
  "people.consent": { all: ["officer"] },
  "passkeys.add": { self: true },
  "passkeys.revoke": { self: true },
  "addresses.change": { self: true },
  "ballot-receipts.read": { anyone: true },
  "blind-ballots.cast": { anyone: true },
  "enterprises.read": { anyone: true },
  "enterprises.create": { all: ["officer"] },
  "enterprises.edit": { all: ["officer"], own: ["producer", "hub"] },
  "enterprise-contacts.read": {
    all: ["officer", "auditor"],
    own: ["producer", "hub", "courier"],
    through: { producer: ["see-contacts"], hub: ["see-contacts"], courier: ["see-contacts"] },
  },
  "enterprise-grants.read": { all: ["officer", "auditor"], own: ["producer", "hub", "courier"] },
  "enterprise-grants.manage": { all: ["officer"], own: ["producer", "hub", "courier"] },
  "certifications.edit": { all: ["officer"] },
  "places.read": { anyone: true },
  "places.edit": { all: ["officer"] },
  "groups.read": { anyone: true },
  "groups.edit": { all: ["officer"] },
  "groups.join": { all: ["officer"], own: ["household"] },
  "groups.coordinate": { all: ["officer"], own: ["coordinator"] },
  "group-orders.read": { all: ["officer", "auditor"], own: ["household", "coordinator"] },
  "group-sheets.read": { all: ["officer", "auditor"], own: ["coordinator"] },
  "standing-orders.read": { all: ["officer", "auditor"], own: ["household"] },
  "standing-orders.edit": { all: ["officer"], own: ["household"] },
  "households.create": { all: ["officer"], own: ["coordinator"] },
  "households.read": { all: ["officer", "auditor"], own: ["household", "coordinator"] },
  "wallet.read": {
    all: ["officer", "treasurer", "auditor"],
    own: ["household", "coordinator"],
  },
  "wallet.post": { all: ["treasurer", "officer"] },
  "wallet.correct": { all: ["treasurer", "officer"] },
  "catalogue.read": { anyone: true },
  "categories.edit": { all: ["officer"] },
  "catalogue.edit": {
    all: ["officer"],
    own: ["producer"],
    through: { producer: ["manage-products"] },
  },
  "stock.edit": {
    all: ["officer"],
    own: ["producer"],
    through: { producer: ["manage-stock"] },
  },
  "listings.edit": { all: ["officer"], own: ["hub"] },
  "cycles.read": { anyone: true },
  "cycles.manage": { all: ["officer"], own: ["hub"] },
  "cycles.close": { all: ["officer"], own: ["hub"] },
  "cycles.cancel": { all: ["officer"], own: ["hub"] },
  "cycles.complete": { all: ["officer"], own: ["hub", "coordinator"] },
  "basket.use": { anyone: true },
  "orders.place": { anyone: true },
  "orders.place-for-household": { all: ["officer"], own: ["household", "coordinator"] },
  "orders.read": {
    link: true,
    self: true,
    all: ["officer", "auditor"],
    own: ["household", "coordinator", "hub"],
  },
  "orders.edit": { link: true, self: true, all: ["officer"], own: ["household", "coordinator"] },
  "orders.report": { link: true, self: true, all: ["officer"], own: ["household", "coordinator"] },
  "orders.list": { all: ["officer", "auditor"], own: ["hub"] },
  "delivery.record": { all: ["officer"], own: ["hub"] },
  "cycle-loads.read": { all: ["officer", "auditor"], own: ["hub"], through: CARRYING },
  "rounds.read": { all: ["officer", "auditor"], own: ["hub"], through: CARRYING },
  "rounds.manage": { all: ["officer"], own: ["hub"] },
  "rounds.tell": { self: true, all: ["officer"], own: ["hub", "courier"], through: CARRYING },
  "vehicles.read": { all: ["officer", "auditor"], own: ["hub", "courier"] },
  "vehicles.manage": { all: ["officer"], own: ["hub", "courier"] },
  "emission-factors.read": { anyone: true },
  "emission-factors.edit": { all: ["officer"] },
  "producer-statement.read": {
    all: ["officer", "treasurer", "auditor"],
    own: ["producer", "hub"],
    through: { producer: ["see-statements"] },
  },
  "producer-sheet.read": {
    all: ["officer", "auditor"],
    own: ["producer", "hub"],
    through: { producer: ["see-orders", "transport"] },
  },
  "producer-households.read": { all: ["officer", "auditor"], own: ["producer", "hub"] },
  "books.read": { all: ["officer", "treasurer", "auditor"], own: ["hub"] },
  "ledger.read": { all: ["officer", "treasurer", "auditor"] },
  "effects.read": { all: ["officer", "treasurer", "auditor"] },
  "effects.retry": { all: ["officer", "treasurer"] },
  "dues.settle": { all: ["officer", "treasurer"] },
  "problems.read": { all: ["officer", "treasurer", "auditor"] },
  "problems.answer": { all: ["officer"] },
  "producer-problems.read": { all: ["officer", "auditor"], own: ["producer"] },
  "ledger.post": { all: ["treasurer"] },
  "plans.read": { all: ["officer", "auditor"], own: ["hub"] },
  "plans.edit": { all: ["officer"], own: ["hub"] },
  "routes.read": { self: true, all: ["officer", "auditor"], own: ["hub", "courier"] },
  "routes.acknowledge": { self: true, all: ["officer"], own: ["hub", "courier"] },
  "letters.read": { all: ["officer", "auditor"] },
  "letters.resend": { all: ["officer"] },
  "letters.hear-news": {},
  ...GOVERNANCE_ACTS,
} as const satisfies Record<string, Opening>;

export type Act = keyof typeof ACTS;

/** Who may do an act. */
export function openingOf(act: Act): Opening {
  return ACTS[act];
}

/** What an act is about: each subject that the thing belongs to, by the role that owns it. */
export type Subjects = Partial<Record<Role, string | null>> & {
  readonly order?: string;
  readonly person?: string | null;
};

/**
 * Says whether the principal may do this, now. `given` are the grants that stand between the
 * enterprises it is about, where the act can be opened by one.
 * Somebody without credentials is asked to sign in; somebody with the wrong ones is told no;
 * somebody with the right ones is asked for a passkey where the act needs it.
 */
export function allow(
  principal: Principal,
  act: Act,
  subjects: Subjects = {},
  given: readonly EnterpriseGrant[] = [],
): Outcome<Principal, AccessRefusal> {
  const opening = openingOf(act);
  const isOpen =
    opens(principal, opening, subjects) ||
    given.some((grant) => opensThrough(principal, opening, subjects, grant));
  if (isOpen) return withNeed(principal, act);
  if (principal.who.kind === "anonymous") return refuse({ code: "not-signed-in" });
  return refuse({ code: "not-allowed", act });
}

/**
 * The same for what is private: somebody it does not belong to hears that it is not there, in the
 * very words said of what does not exist (DESIGN §6 law 10).
 */
export function allowPrivate(
  principal: Principal,
  act: Act,
  subjects: Subjects,
  what: string,
): Outcome<Principal, AccessRefusal> {
  const allowed = allow(principal, act, subjects);
  if (allowed.ok || allowed.refusal.code !== "not-allowed") return allowed;
  return refuse({ code: "not-found", what });
}

function withNeed(principal: Principal, act: Act): Outcome<Principal, AccessRefusal> {
  const need = needOf(act);
  const { who, proof } = principal;
  if (need === "none" || who.kind === "system") return accept(principal);
  if (need === "own-passkey" && who.kind === "person" && !who.hasPasskey) return accept(principal);
  if (proof === null) return refuse({ code: "passkey-needed", act });
  if (need === "second" && !proof.isSeconded) return refuse({ code: "second-person-needed", act });
  return accept(principal);
}

function opens(principal: Principal, opening: Opening, subjects: Subjects): boolean {
  const { who } = principal;
  if (opening.anyone === true) return true;
  if (who.kind === "setup") return opening.setup === true;
  if (who.kind === "system") return true;
  if (opening.link === true && isOf(principal.orderLink, subjects.order)) return true;
  if (who.kind === "person" && opening.self === true && who.id === subjects.person) return true;
  if (who.kind !== "token" && who.kind !== "person") return false;
  return who.grants.some((grant) => grantOpens(grant, opening, subjects));
}

function isOf(orderLink: string | null, order: string | undefined): boolean {
  return orderLink !== null && orderLink === order;
}

function grantOpens(grant: Grant, opening: Opening, subjects: Subjects): boolean {
  if (opening.all?.includes(grant.role) === true) return true;
  return opening.own?.includes(grant.role) === true && subjects[grant.role] === grant.subject;
}

/** The enterprises that somebody speaks for may do what the owner of the thing opened to them. */
function opensThrough(
  { who }: Principal,
  { through = {} }: Opening,
  subjects: Subjects,
  grant: EnterpriseGrant,
): boolean {
  if (grant.revokedAt !== null) return false;
  if (who.kind !== "token" && who.kind !== "person") return false;
  const isOpened = (Object.keys(through) as Role[]).some(
    (role) => subjects[role] === grant.ownerId && through[role]?.includes(grant.kind) === true,
  );
  return isOpened && who.grants.some((held) => speaksFor(held, grant.holderId));
}
