import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { bookLine, type HeldOffice } from "#domain/governance/electorate/book-line.ts";
import type { BookLine } from "#domain/governance/electorate/freeze-electorate.ts";
import type { TextRefusal } from "#domain/governance/proposal/check-changes.ts";
import { type DecidedNotice, decideNotice } from "#domain/governance/proposal/decide-notice.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import type { CallRefusal } from "#domain/governance/refusals.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { ProposalId, ProxyId } from "#domain/kernel/ids.ts";
import { type Instant, toRome } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import { votingExchange } from "#domain/membership/exchange.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import type { MadeBlindKey } from "#ports/blind-keys.ts";
import type { Ids } from "#ports/ids.ts";
import { insertLock } from "#store/blind-tokens.ts";
import { officeHolders } from "#store/call-ground.ts";
import { boughtBefore, soldBefore } from "#store/exchange.ts";
import { CALL_EXISTS, insertCall } from "#store/calls.ts";
import { ELECTORATE_FIXED, insertElectorate } from "#store/electorate.ts";
import { type BookMember, membersBook } from "#store/members.ts";
import { proposalBy, PROPOSAL_ENDED } from "#store/proposals.ts";
import { insertProxy, type KeptProxy, proxiesOf } from "#store/proxies.ts";
import { RACES } from "./draft.ts";
import { actingLoader, authorsPerson, changeLoaders, groundOf, visible } from "./ground.ts";

/** What a notice publishes. */
export interface NoticedVote {
  readonly id: ProposalId;
  readonly call: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly textDigest: Digest;
  readonly electorateRoot: Digest;
  readonly eligible: number;
  readonly digest: Digest;
}

/** What a notice is decided on, besides the proposal itself; all of it in one round trip. */
export function noticeLoaders(id: ProposalId, now: Instant) {
  const today = toRome(now).date;
  return {
    book: membersBook(today),
    offices: officeHolders(today),
    sold: soldBefore(today),
    bought: boughtBefore(today),
    proxies: proxiesOf(id),
    ...changeLoaders(),
  };
}

interface NoticeKnown {
  readonly book: readonly BookMember[];
  readonly offices: readonly HeldOffice[];
  readonly sold: ReadonlyMap<string, Cents>;
  readonly bought: ReadonlyMap<string, Cents>;
  readonly proxies: readonly KeptProxy[];
  readonly rules: Parameters<typeof groundOf>[0]["rules"];
  readonly articles: Parameters<typeof groundOf>[0]["articles"];
  readonly policies: Parameters<typeof groundOf>[0]["policies"];
}

/** Which vote to call, and when it is to open; null as soon as it may. */
interface AskedVote {
  readonly id: ProposalId;
  readonly opensAt: Instant | null;
}

/**
 * Calls the vote: an officer does, or the author once the discussion is over. The key of a blind
 * vote takes a moment to make, so it is made where nothing else speaks against the notice.
 */
export async function noticeVote(request: Request, asked: AskedVote) {
  const reply = await callVote(request, asked, null);
  const isKeyless = !reply.ok && reply.refusal.code === "token-key-needed";
  return isKeyless ? callVote(request, asked, await request.ports.blindKeys.make()) : reply;
}

function callVote(request: Request, { id, opensAt }: AskedVote, key: MadeBlindKey | null) {
  const { ids, now } = request.ports;
  return perform(request, {
    load: () => ({
      proposal: proposalBy(id),
      acting: actingLoader(request),
      ...noticeLoaders(id, now),
    }),
    decide: (
      known,
      principal,
    ): Outcome<Plan<NoticedVote>, AccessRefusal | CallRefusal | TextRefusal> => {
      const person = authorsPerson(known.proposal, known.acting);
      const allowed = allow(principal, "proposals.notice", { person });
      if (!allowed.ok) return allowed;
      const proposal = visible(known.proposal, known.acting);
      if (!proposal.ok) return proposal;
      const by = actorName(principal);
      const planned = planNotice(proposal.value, known, { opensAt, by, key }, { ids, now });
      if (!planned.ok) return planned;
      return accept({ status: 201, ...planned.value });
    },
    guards: GUARDS,
  });
}

const GUARDS = {
  ...RACES,
  [CALL_EXISTS]: "decide-again",
  [ELECTORATE_FIXED]: "decide-again",
  [PROPOSAL_ENDED]: "decide-again",
} as const;

/** The names of guards that say: somebody else called this vote, or changed it, in between. */
export const NOTICE_RACES: readonly string[] = Object.keys(GUARDS);

/** Decides a notice, and what it writes: rows first, then the call, then proxies that go on. */
export function planNotice(
  proposal: Proposal,
  known: NoticeKnown,
  asked: {
    readonly opensAt: Instant | null;
    readonly by: string;
    /** For the tokens, if the vote is a blind one. */
    readonly key: MadeBlindKey | null;
  },
  { ids, now }: { readonly ids: Ids; readonly now: Instant },
): Outcome<Plan<NoticedVote>, CallRefusal | TextRefusal> {
  const book = known.book.map((member) => lineOf(member, known, ids.secret()));
  const { key, ...said } = asked;
  const keyed = key === null ? said : { ...said, tokenKey: key.modulus };
  const decided = decideNotice(proposal, { ...groundOf(known), book }, keyed, now);
  if (!decided.ok) return decided;
  const { call, rows } = decided.value;
  const box = { proposalId: proposal.id, callNumber: call.number };
  const { opensAt, closesAt, textDigest, electorateRoot, digest } = call;
  return accept({
    value: {
      id: proposal.id,
      call: call.number,
      opensAt,
      closesAt,
      textDigest,
      electorateRoot,
      eligible: call.eligibleCount,
      digest,
    },
    statements: [
      insertElectorate(box, rows),
      insertCall(proposal.id, call),
      ...(call.tokenKey === undefined || key === null ? [] : [insertLock(box, key.lockedKey)]),
      ...goingOn(proposal, decided.value, known.proxies, { ids, now }),
    ],
  });
}

function lineOf(
  member: BookMember,
  { offices, ...traded }: Pick<NoticeKnown, "offices" | "sold" | "bought">,
  salt: string,
): BookLine {
  const exchangeCents = votingExchange(member, traded);
  return bookLine(member, offices, { exchangeCents, salt });
}

/** A proxy counts for the second call too (art. 2372 c.2 c.c.), while both may still vote. */
function goingOn(
  { id }: Proposal,
  { call, rows }: DecidedNotice,
  proxies: readonly KeptProxy[],
  { ids, now }: { readonly ids: Ids; readonly now: Instant },
): readonly Statement[] {
  if (call.round === 1) return [];
  const rowOf = new Map(rows.map((row) => [row.memberId, row]));
  return proxies
    .filter(({ giver, holder, revokedAt }) => {
      const trusted = rowOf.get(holder);
      const mayBoth = rowOf.get(giver)?.reason === "" && trusted?.reason === "";
      return revokedAt === null && mayBoth && trusted.mayHold;
    })
    .map(({ giver, holder }) =>
      insertProxy(
        { proposalId: id, callNumber: call.number },
        { id: ids.next<ProxyId>(), giver, holder, givenAt: now },
      ),
    );
}
