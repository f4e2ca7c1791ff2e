import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import { toRome } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Occasion, Posting } from "#domain/ledger/posting.ts";
import {
  payShares,
  redeemShares,
  reimburseShares,
  revalueShares,
  type ShareMoney,
} from "#domain/ledger/shares.ts";
import { isInBook, memberStateOf } from "#domain/membership/member.ts";
import type { MembershipRefusal, ShareRefusal } from "#domain/membership/refusals.ts";
import { pay, redeem, reimburse, revalue } from "#domain/membership/share-deeds.ts";
import { type Holding, moved, type Movement } from "#domain/membership/share-movement.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { type MemberRecord, memberRecord } from "#store/member-records.ts";
import { post, POSTED_ALREADY } from "#store/postings.ts";
import { networkRules } from "#store/rules.ts";
import { RESERVES_SHORT, SHARES_CHANGED, writeMovement } from "#store/shares.ts";
import { ownOf } from "./enter.ts";
import { nominalIn } from "#store/share-nominal.ts";
import { shareRef, subscription } from "./subscription.ts";

type SharesRefusal = AccessRefusal | MembershipRefusal | ShareRefusal;

/** What a member holds, as it is answered. */
export interface HoldingView {
  readonly id: MemberId;
  readonly shares: number;
  readonly subscribedCents: Cents;
  readonly paidCents: Cents;
  readonly owedCents: Cents;
}

function viewHolding(id: MemberId, holding: Holding): HoldingView {
  const { shares, subscribed, paid, owed } = holding;
  return { id, shares, subscribedCents: subscribed, paidCents: paid, owedCents: owed };
}

/** A member takes further shares, paid in as many parts as they say. */
export function subscribeMore(
  request: Request,
  memberId: MemberId,
  asked: { readonly shares: number; readonly instalments: number },
) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ record: memberRecord(memberId, toRome(now).date), rules: networkRules() }),
    decide: ({ record, rules }, principal): Outcome<Plan<HoldingView>, SharesRefusal> => {
      const own = ownOf(principal, record);
      if (!own.ok) return own;
      const { membership, holding } = own.value;
      if (!isInBook(membership)) {
        return refuse({ code: "membership-misfit", state: memberStateOf(membership) });
      }
      const holder = { kind: membership.kind, class: membership.class, holding };
      const terms = { ...asked, ...nominalIn(rules, now) };
      const taken = subscription(memberId, holder, terms, { now, actor: actorName(principal) });
      if (!taken.ok) return taken;
      const value = viewHolding(memberId, taken.value.holding);
      return accept({ status: 201, value, statements: taken.value.statements });
    },
    guards: { [SHARES_CHANGED]: "decide-again" },
  });
}

/** What the treasurer writes down of somebody's shares. */
export type ShareEntry =
  | { readonly kind: "paid"; readonly amount: Cents; readonly into: ShareMoney }
  | { readonly kind: "revalued"; readonly amount: Cents }
  | { readonly kind: "redeemed"; readonly loss: Cents }
  | { readonly kind: "reimbursed"; readonly amount: Cents; readonly outOf: ShareMoney };

/** Writes a movement of somebody's shares with its posting. */
export function recordMovement(request: Request, memberId: MemberId, entry: ShareEntry) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ record: memberRecord(memberId, toRome(now).date) }),
    decide: ({ record }, principal): Outcome<Plan<HoldingView>, SharesRefusal> => {
      const allowed = allow(principal, "shares.record");
      if (!allowed.ok) return allowed;
      if (record === null) return refuse({ code: "not-found", what: "member" });
      const movement = movementOf(record, entry);
      if (!movement.ok) return movement;
      const { holding } = record;
      const [number, actor] = [holding.number + 1, actorName(principal)];
      const txRef = shareRef(memberId, number);
      const posting = postingOf(memberId, { entry, holding }, txRef, { now, actor, rules: {} });
      return accept({
        status: 201,
        value: viewHolding(memberId, moved(holding, movement.value)),
        statements: [
          ...post(posting),
          writeMovement({ ...movement.value, memberId, number, txRef, at: now, actor }),
        ],
      });
    },
    guards: {
      [SHARES_CHANGED]: "decide-again",
      [POSTED_ALREADY]: "decide-again",
      [RESERVES_SHORT]: { code: "reserves-short" },
    },
  });
}

function movementOf(
  { membership, holding }: MemberRecord,
  entry: ShareEntry,
): Outcome<Movement, ShareRefusal> {
  if (entry.kind === "redeemed") return redeem(membership, holding, entry.loss);
  const by = { paid: pay, revalued: revalue, reimbursed: reimburse } as const;
  return by[entry.kind](holding, entry.amount);
}

function postingOf(
  memberId: MemberId,
  { entry, holding }: { readonly entry: ShareEntry; readonly holding: Holding },
  ref: string,
  occasion: Occasion,
): Posting {
  if (entry.kind === "paid") return payShares(memberId, entry, ref, occasion);
  if (entry.kind === "reimbursed") return reimburseShares(memberId, entry, ref, occasion);
  if (entry.kind === "revalued") return revalueShares(memberId, entry.amount, ref, occasion);
  return redeemShares(memberId, { ...holding, loss: entry.loss }, ref, occasion);
}
