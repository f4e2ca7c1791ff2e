import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Grant, Principal, Role } from "./principal.ts";
import type { AccessRefusal } from "./refusals.ts";

/**
 * What may be asked of the network, and which role opens it. `own` roles count for their subject
 * only; the others for the whole network. `link` is the holder of an order's link, `anyone` needs
 * no credential at all. Every endpoint names one of these acts.
 */
export interface Opening {
  readonly anyone?: true;
  readonly setup?: true;
  readonly link?: true;
  readonly all?: readonly Role[];
  readonly own?: readonly Role[];
}

export const ACTS = {
  "network.set-up": { setup: true },
  "network.read": { anyone: true },
  "network.edit": { all: ["officer"] },
  "tokens.manage": { all: ["officer"] },
  "rules.read": { anyone: true },
  "rules.decide": { all: ["officer"] },
  "enterprises.read": { anyone: true },
  "enterprises.create": { all: ["officer"] },
  "enterprises.edit": { all: ["officer"], own: ["producer", "hub"] },
  "certifications.edit": { all: ["officer"] },
  "places.read": { anyone: true },
  "places.edit": { all: ["officer"] },
  "groups.read": { anyone: true },
  "groups.edit": { all: ["officer"] },
  "households.create": { all: ["officer"], own: ["coordinator"] },
  "households.read": { all: ["officer", "auditor"], own: ["household", "coordinator"] },
  "wallet.read": {
    all: ["officer", "treasurer", "auditor"],
    own: ["household", "coordinator"],
  },
  "wallet.post": { all: ["treasurer", "officer"] },
  "catalogue.read": { anyone: true },
  "categories.edit": { all: ["officer"] },
  "catalogue.edit": { all: ["officer"], own: ["producer"] },
  "stock.edit": { all: ["officer"], own: ["producer"] },
  "listings.edit": { all: ["officer"], own: ["hub"] },
  "cycles.read": { anyone: true },
  "cycles.manage": { all: ["officer"], own: ["hub"] },
  "basket.use": { anyone: true },
  "orders.place": { anyone: true },
  "orders.place-for-household": { all: ["officer"], own: ["household", "coordinator"] },
  "orders.read": {
    link: true,
    all: ["officer", "auditor"],
    own: ["household", "coordinator", "hub"],
  },
  "orders.edit": { link: true, all: ["officer"], own: ["household", "coordinator"] },
  "orders.list": { all: ["officer", "auditor"], own: ["hub"] },
  "delivery.record": { all: ["officer"], own: ["hub"] },
  "producer-statement.read": {
    all: ["officer", "treasurer", "auditor"],
    own: ["producer", "hub"],
  },
  "producer-sheet.read": { all: ["officer", "auditor"], own: ["producer", "hub"] },
  "books.read": { all: ["officer", "treasurer", "auditor"], own: ["hub"] },
  "ledger.read": { all: ["officer", "treasurer", "auditor"] },
  "effects.read": { all: ["officer", "treasurer", "auditor"] },
  "effects.retry": { all: ["officer", "treasurer"] },
  "dues.settle": { all: ["officer", "treasurer"] },
  "ledger.post": { all: ["treasurer"] },
  "letters.read": { all: ["officer", "auditor"] },
  "letters.resend": { all: ["officer"] },
  "letters.hear-news": {},
} as const satisfies Record<string, Opening>;

export type Act = keyof typeof ACTS;

/** Who may do an act. */
export function openingOf(act: Act): Opening {
  return ACTS[act];
}

/** What an act is about: each subject that the thing belongs to, by the role that owns it. */
export type Subjects = Partial<Record<Role, string | null>> & { readonly order?: string };

/**
 * Says whether the principal may do this, now.
 * Somebody without credentials is asked to sign in; somebody with the wrong ones is told no.
 */
export function allow(
  principal: Principal,
  act: Act,
  subjects: Subjects = {},
): Outcome<Principal, AccessRefusal> {
  const opening = openingOf(act);
  if (opens(principal, opening, subjects)) return accept(principal);
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
  if (allowed.ok || allowed.refusal.code === "not-signed-in") return allowed;
  return refuse({ code: "not-found", what });
}

function opens(principal: Principal, opening: Opening, subjects: Subjects): boolean {
  const { who } = principal;
  if (opening.anyone === true) return true;
  if (who.kind === "setup") return opening.setup === true;
  if (who.kind === "system") return true;
  if (who.kind === "order-link") {
    return opening.link === true && who.orderId === subjects.order;
  }
  return who.kind === "token" && who.grants.some((grant) => grantOpens(grant, opening, subjects));
}

function grantOpens(grant: Grant, opening: Opening, subjects: Subjects): boolean {
  if (opening.all?.includes(grant.role) === true) return true;
  return opening.own?.includes(grant.role) === true && subjects[grant.role] === grant.subject;
}
