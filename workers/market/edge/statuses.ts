import type { ContentfulStatusCode } from "hono/utils/http-status";
import type {
  AccessRefusal,
  EnterpriseGrantRefusal,
  AddressRefusal,
  PeopleRefusal,
  PrivacyRefusal,
  RecoveryRefusal,
  SecondRefusal,
  PasskeyRefusal,
  SignInRefusal,
  TokenRefusal,
} from "#domain/access/refusals.ts";
import type { CatalogueRefusal, PhotoRefusal } from "#domain/catalogue/refusals.ts";
import type {
  ExecutionRefusal,
  CallRefusal,
  ChallengeRefusal,
  ProposalRefusal,
  PolicyRefusal,
  ProxyRefusal,
  RuleRefusal,
} from "#domain/governance/refusals.ts";
import type { AssemblyRefusal, OfficeRefusal } from "#domain/governance/assembly/refusals.ts";
import type { BallotRefusal } from "#domain/governance/ballots/refusals.ts";
import type { MembershipRefusal, ShareRefusal } from "#domain/membership/refusals.ts";
import type { PlanRefusal } from "#domain/delivery/refusals.ts";
import type { RoundsRefusal } from "#domain/delivery/rounds/refusals.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import type { LetterRefusal } from "#domain/notices/refusals.ts";
import type { CycleRefusal, OrderRefusal, ProblemRefusal } from "#domain/orders/refusals.ts";
import type { PaymentRefusal } from "#domain/payments/refusals.ts";
import { ASSEMBLY_STATUSES, BLIND_STATUSES, VOTE_STATUSES } from "./governance-statuses.ts";
import { MEMBER_STATUSES } from "./member-statuses.ts";
import type { EdgeRefusal } from "./problem.ts";
import { ROUND_STATUSES } from "./round-statuses.ts";

/** Every "no" that the API can say. A new one does not compile until it has a status here. */
export type AnyRefusal =
  | EdgeRefusal
  | AccessRefusal
  | AddressRefusal
  | AssemblyRefusal
  | OfficeRefusal
  | BallotRefusal
  | PeopleRefusal
  | PrivacyRefusal
  | RecoveryRefusal
  | SecondRefusal
  | TokenRefusal
  | SignInRefusal
  | EnterpriseGrantRefusal
  | PasskeyRefusal
  | PolicyRefusal
  | ProposalRefusal
  | CallRefusal
  | ChallengeRefusal
  | ProxyRefusal
  | RuleRefusal
  | ExecutionRefusal
  | NetworkRefusal
  | CatalogueRefusal
  | OrderRefusal
  | PaymentRefusal
  | CycleRefusal
  | PlanRefusal
  | ProblemRefusal
  | LetterRefusal
  | PhotoRefusal
  | MembershipRefusal
  | ShareRefusal
  | RoundsRefusal;

const STATUSES = {
  ...MEMBER_STATUSES,
  ...ROUND_STATUSES,
  ...ASSEMBLY_STATUSES,
  ...VOTE_STATUSES,
  "malformed-json": 400,
  "invalid-input": 400,
  "key-missing": 400,
  "not-signed-in": 401,
  "not-allowed": 403,
  "passkey-needed": 403,
  "passkey-refused": 403,
  "second-person-needed": 403,
  "acts-paused": 403,
  "invitation-spent": 410,
  "address-taken": 409,
  "person-enrolled": 409,
  "person-suspended": 409,
  "person-without-address": 409,
  "role-held": 409,
  "not-on-yourself": 409,
  "officer-unknown": 422,
  "officer-can-act": 409,
  "recovery-over": 410,
  "address-in-use": 409,
  "address-confirmed": 409,
  "last-address": 409,
  "act-needs-no-second": 422,
  "countersignature-closed": 409,
  "countersignature-own": 409,
  "code-wrong": 403,
  "code-spent": 410,
  "access-suspended": 403,
  "last-passkey": 409,
  "foreign-origin": 403,
  "not-found": 404,
  "no-such-page": 404,
  "changed-meanwhile": 409,
  "neighbour-failed": 503,
  "network-exists": 409,
  "rule-changed": 409,
  "vat-number-taken": 409,
  "name-taken": 409,
  "slot-taken": 409,
  "certification-registered": 409,
  "last-officer": 409,
  "photo-going": 409,
  "photo-too-heavy": 413,
  "photo-kind-unknown": 422,
  "photo-broken": 422,
  "photo-too-large": 422,
  "sku-taken": 409,
  "stock-reserved": 409,
  "category-loop": 422,
  "not-a-producer": 422,
  "not-a-hub": 422,
  "nominal-weight-misfit": 422,
  "least-not-in-steps": 422,
  "pool-unknown": 422,
  "variant-unknown": 422,
  "basket-of-another-week": 409,
  "cycle-not-open": 409,
  "cycle-closed": 409,
  "cycle-not-for-group": 409,
  "cycle-state": 409,
  "cycle-code-taken": 409,
  "cycle-without-offers": 409,
  "stock-taken": 409,
  "order-settled": 409,
  "order-handed-out": 409,
  "offer-unknown": 404,
  "offer-withdrawn": 409,
  "short-stock": 409,
  "wallet-floor": 409,
  "wallet-missing": 422,
  "order-empty": 422,
  "order-exists": 409,
  "order-cancelled": 409,
  "line-unknown": 404,
  "slot-full": 409,
  "place-full": 409,
  "place-unknown": 422,
  "address-missing": 422,
  "contact-missing": 422,
  "quantity-not-in-steps": 422,
  "payment-declined": 402,
  "not-paid-at-pickup": 422,
  "order-paid": 409,
  "deposit-too-high": 422,
  "nothing-due": 409,
  "due-differs": 422,
  "effect-not-failed": 409,
  "order-not-handed-out": 409,
  "problem-too-late": 409,
  "problem-too-much": 422,
  "problem-reported": 409,
  "problem-answered": 409,
  "order-not-settled": 409,
  "refund-too-high": 422,
  "nothing-to-pay-back": 409,
  "too-large": 413,
  "address-too-long": 414,
  "cookies-too-long": 431,
  "too-many-requests": 429,
  "not-json": 415,
  "key-reused": 422,
  "rule-unknown": 404,
  "choice-unfit": 422,
  "vote-not-open": 409,
  "vote-closed": 409,
  "vote-cast-otherwise": 409,
  "not-in-electorate": 403,
  "proxy-missing": 403,
  "ballot-cast-already": 409,
  "ballot-cast-by-other": 409,
  ...BLIND_STATUSES,
  "tracker-taken": 409,
  "tracker-in-key": 422,
  "papers-too-few": 422,
  "papers-of-voters": 409,
  "papers-uneven": 422,
  "papers-unsorted": 422,
  "papers-unlike": 422,
  "roll-call-later": 409,
  "policy-impossible": 422,
  "below-legal-floor": 422,
  "proxy-not-foreseen": 422,
  "proxy-not-eligible": 422,
  "proxy-excluded": 422,
  "rule-out-of-bounds": 422,
  "rule-not-a-choice": 422,
  "rule-backdated": 422,
  "rule-needs-vote": 409,
  "rule-urgency-over": 409,
  "action-misfit": 422,
  "action-of-another-policy": 422,
  "proposal-not-executable": 409,
  "not-in-group": 422,
  "group-taken": 409,
  "group-asked": 409,
  "group-request-ended": 409,
  "group-order-open": 409,
  "group-coordinator-stays": 409,
  "reminder-sent": 409,
  "nobody-missing": 409,
  "standing-not-in-steps": 422,
  "not-granted": 403,
  "enterprise-grant-misfit": 422,
  "grant-misfit": 422,
  "grant-subject-missing": 422,
  "expiry-passed": 422,
  "cycle-times": 422,
  "completion-times": 422,
  "nothing-to-complete": 409,
  "completion-only-more": 409,
  "completion-box-full": 409,
  "shortage-not-whole": 422,
  "line-not-weighed": 422,
  "line-twice": 422,
  "consent-not-optional": 422,
  "consent-text-changed": 409,
  "sign-in-anew": 403,
  "settle-first": 409,
  "answer-erased": 410,
  "letter-waiting": 409,
  "letter-forgotten": 409,
  "news-unsigned": 401,
} as const satisfies Record<AnyRefusal["code"], ContentfulStatusCode>;

export function statusOfCode(code: AnyRefusal["code"]): ContentfulStatusCode {
  return STATUSES[code];
}

export function statusOf(refusal: AnyRefusal): ContentfulStatusCode {
  return STATUSES[refusal.code];
}
