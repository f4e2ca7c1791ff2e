import { allow } from "#domain/access/access.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { MemberId, ShareTransferId } from "#domain/kernel/ids.ts";
import { type Instant, toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { transferShares } from "#domain/ledger/shares.ts";
import { isInBook } from "#domain/membership/member.ts";
import type { ShareRefusal } from "#domain/membership/refusals.ts";
import {
  type Holder,
  isTransferFree,
  transfer,
  transferFreeOn,
} from "#domain/membership/share-deeds.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import {
  type MemberRecord,
  memberNumbered,
  memberRecord,
  transferMember,
} from "#store/member-records.ts";
import { post } from "#store/postings.ts";
import {
  endTransfer,
  insertTransfer,
  TRANSFER_ENDED,
  TRANSFER_OPEN,
  transferById,
  type TransferRow,
} from "#store/share-transfers.ts";
import { SHARES_CHANGED, writeMovement } from "#store/shares.ts";
import { ownOf } from "./enter.ts";
import { transferLetter } from "./letters.ts";

type TransferRefusal = AccessRefusal | ShareRefusal;

/** A transfer as it is answered. */
export interface TransferView {
  readonly id: ShareTransferId;
  readonly shares: number;
  readonly ending: TransferRow["ending"];
  /** When whoever is to have them said yes. */
  readonly acceptedAt: Instant | null;
  /** From when it is free where nobody answers (art. 2530 c.4 c.c.). */
  readonly freeOn: string;
}

/**
 * A member asks the board to let shares go to another member, by the number in the book. Who acts
 * for both has said yes by asking.
 */
export function askTransfer(
  request: Request,
  memberId: MemberId,
  asked: { readonly toBookNo: number; readonly shares: number },
) {
  const { ids, now } = request.ports;
  const today = toRome(now).date;
  return perform(request, {
    load: () => ({
      from: memberRecord(memberId, today),
      to: memberNumbered(asked.toBookNo, today),
    }),
    decide: ({ from, to }, principal): Outcome<Plan<TransferView>, TransferRefusal> => {
      const own = ownOf(principal, from);
      if (!own.ok) return own;
      if (to === null || to.membership.id === memberId) {
        return refuse({ code: "receiver-not-a-member" });
      }
      const fits = partsOf(own.value, to, asked.shares);
      if (!fits.ok) return fits;
      const id = ids.next<ShareTransferId>();
      const row = { id, fromId: memberId, toId: to.membership.id, shares: asked.shares };
      const isOwn = to.membership.personId === own.value.membership.personId;
      const acceptedAt = isOwn ? now : null;
      const by = { askedAt: now, askedBy: actorName(principal), acceptedAt };
      const terms = { ending: null, acceptedAt, freeOn: transferFreeOn(now) };
      return accept({
        status: 201,
        value: { id, shares: asked.shares, ...terms },
        statements: [
          insertTransfer({ ...row, ...by }),
          ...(isOwn ? [] : transferLetter(to, "transfer-offered", { id, at: now })),
        ],
      });
    },
    guards: { [TRANSFER_OPEN]: { code: "transfer-open" } },
  });
}

/** What becomes of a transfer: the board's yes or no, or the word of who gives or is to have. */
export type TransferAnswer =
  | { readonly verdict: "consented" }
  | { readonly verdict: "denied"; readonly words: string }
  /** By who gives: nobody answered in time, or they changed their mind. */
  | { readonly verdict: "completed" | "withdrawn" }
  /** By who was to have them. */
  | { readonly verdict: "declined" };

/** Answers a transfer that waits; a yes moves the shares in the same moment. */
export function answerTransfer(request: Request, id: ShareTransferId, answer: TransferAnswer) {
  const { now } = request.ports;
  const today = toRome(now).date;
  return perform(request, {
    load: () => ({
      asked: transferById(id),
      from: transferMember(id, "from", today),
      to: transferMember(id, "to", today),
    }),
    decide: ({ asked, from, to }, principal): Outcome<Plan<TransferView>, TransferRefusal> => {
      const reached = reachedBy(principal, answer, { from, to });
      if (!reached.ok) return reached;
      if (asked === null || from === null || to === null) {
        return refuse({ code: "not-found", what: "transfer" });
      }
      if (asked.ending !== null) return refuse({ code: "transfer-ended" });
      const timely = inTime(answer, asked, now);
      if (!timely.ok) return timely;
      return ended(asked, { from, to }, answer, { now, by: actorName(principal) });
    },
    guards: { [TRANSFER_ENDED]: { code: "transfer-ended" }, [SHARES_CHANGED]: "decide-again" },
  });
}

function reachedBy(
  principal: Principal,
  { verdict }: TransferAnswer,
  { from, to }: { readonly from: MemberRecord | null; readonly to: MemberRecord | null },
): Outcome<unknown, AccessRefusal> {
  if (verdict === "declined") return ownOf(principal, to);
  if (verdict === "completed" || verdict === "withdrawn") return ownOf(principal, from);
  return allow(principal, "members.decide");
}

/**
 * The board says no within sixty days; after them, and not before, nobody has to be asked. Shares
 * move once whoever is to have them said yes.
 */
function inTime(
  { verdict }: TransferAnswer,
  { askedAt, acceptedAt }: TransferRow,
  now: Instant,
): Outcome<null, ShareRefusal> {
  const isFree = isTransferFree(askedAt, now);
  const freeOn = transferFreeOn(askedAt);
  if (verdict === "denied" && isFree) return refuse({ code: "transfer-free", freeOn });
  if (verdict === "completed" && !isFree) return refuse({ code: "transfer-waiting", freeOn });
  const isMoved = verdict === "consented" || verdict === "completed";
  if (isMoved && acceptedAt === null) return refuse({ code: "transfer-not-accepted" });
  return accept(null);
}

const ENDINGS = {
  consented: "done",
  completed: "done",
  denied: "denied",
  withdrawn: "withdrawn",
  declined: "declined",
} as const satisfies Record<TransferAnswer["verdict"], TransferRow["ending"]>;

function ended(
  asked: TransferRow,
  { from, to }: { readonly from: MemberRecord; readonly to: MemberRecord },
  answer: TransferAnswer,
  { now, by }: { readonly now: Instant; readonly by: string },
): Outcome<Plan<TransferView>, ShareRefusal> {
  const isMoved = answer.verdict === "consented" || answer.verdict === "completed";
  const moves = isMoved ? movedBetween(asked, { from, to }, { now, by }) : accept<Statement[]>([]);
  if (!moves.ok) return moves;
  const ending = ENDINGS[answer.verdict];
  const reason = answer.verdict === "denied" ? answer.words : null;
  const { id, shares, askedAt, acceptedAt } = asked;
  return accept({
    value: { id, shares, ending, acceptedAt, freeOn: transferFreeOn(askedAt) },
    statements: [
      endTransfer(id, { ending, endedAt: now, endedBy: by, reason }),
      ...moves.value,
      ...toldOf({ from, to }, answer, { id, at: now }),
    ],
  });
}

/** Who hears of it: those whose word it was not. */
function toldOf(
  { from, to }: { readonly from: MemberRecord; readonly to: MemberRecord },
  answer: TransferAnswer,
  about: { readonly id: ShareTransferId; readonly at: Instant },
): Statement[] {
  if (answer.verdict === "withdrawn") return [];
  if (answer.verdict === "declined") return transferLetter(from, "transfer-declined", about);
  if (answer.verdict === "denied") {
    return transferLetter(from, "transfer-denied", { ...about, reason: answer.words });
  }
  return [from, to].flatMap((one) => transferLetter(one, "transfer-done", about));
}

function movedBetween(
  { id, shares }: TransferRow,
  { from, to }: { readonly from: MemberRecord; readonly to: MemberRecord },
  { now: at, by: actor }: { readonly now: Instant; readonly by: string },
): Outcome<Statement[], ShareRefusal> {
  const parts = partsOf(from, to, shares);
  if (!parts.ok) return parts;
  const txRef = `share-transfer:${id}`;
  const [giver, taker] = [from.membership.id, to.membership.id];
  const { out, in: into } = parts.value;
  const occasion = { now: at, actor, rules: {} };
  const about = { txRef, at, actor };
  return accept([
    ...post(transferShares({ from: giver, to: taker }, into.subscribed, txRef, occasion)),
    writeMovement({ ...out, ...about, memberId: giver, number: from.holding.number + 1 }),
    writeMovement({ ...into, ...about, memberId: taker, number: to.holding.number + 1 }),
  ]);
}

function partsOf(from: MemberRecord, to: MemberRecord, shares: number) {
  const receiver = { ...holderOf(to), isInBook: isInBook(to.membership) };
  return transfer(holderOf(from), receiver, shares);
}

function holderOf({ membership: { kind, class: as }, holding }: MemberRecord): Holder {
  return { kind, class: as, holding };
}
