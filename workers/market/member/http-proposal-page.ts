import type { MemberName, ProposalDeed, ProposalFacts } from "#frontend/member/proposal-facts.ts";
import { timelockOf } from "#domain/governance/proposal/check-changes.ts";
import { mayBeDone } from "#domain/governance/proposal/may-be-done.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { priceChange } from "#domain/orders/price-change.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { changesOf } from "./http-proposal-changes.ts";
import { closeOf, headOf, optionsOf, ownVote, turnoutOf } from "./http-proposal-facts.ts";
import type { ProposalView } from "./read-proposals.ts";
import { isOpenTo } from "./reads.ts";

interface Written {
  readonly typed: ProposalFacts["typed"];
  readonly errors: ProposalFacts["errors"];
  readonly news: string | null;
  readonly now: Instant;
  /** A new key each time: every form is an operation of its own. */
  readonly key: () => string;
}

/** Everything that the page of a proposal shows to whoever reads it. */
export function proposalFacts(t: Texts, view: ProposalView, written: Written): ProposalFacts {
  const { proposal, around, author, endorsers } = view;
  const { text, budgetCents, ended, row } = proposal;
  const { typed, errors, news, now } = written;
  const isMember = mayRead(view);
  const noticed = row.notice === null ? null : proposal.call;
  const used = noticed?.policy ?? proposal.policy;
  const names = [author, ...endorsers.map(({ name }) => name)].filter((name) => name !== "");
  return {
    ...headOf(proposal, now),
    id: proposal.id,
    version: text.version,
    authors: isMember ? [...new Set(names)] : [],
    policy: used.policy,
    policyVersion: used.version,
    timelockDays: noticed?.timelockDays ?? timelockOf(text.actions, used.policy, view.rules),
    body: text.body,
    changes: changesOf(t, view),
    price: around.terms === null ? null : priceChange(around.terms, text.actions),
    options: optionsOf(proposal),
    budget: budgetCents,
    arguments: isMember ? argumentsOf(view) : [],
    amendments: isMember ? amendmentsOf(t, view, written) : [],
    challenges: isMember ? challengesOf(view, written) : [],
    vote: voteOf(view, now),
    endedReason: ended?.reason ?? null,
    deeds: deedsOf(view, written),
    actsFor: actsFor(view),
    typed,
    errors,
    news,
  };
}

function mayRead({ principal, acting }: ProposalView): boolean {
  return acting.length > 0 || isOpenTo(principal, "deliberation.read");
}

function actsFor({ acting }: ProposalView): readonly MemberName[] {
  return acting.filter(({ state }) => state === "active").map(named);
}

function named({ memberId, name }: { memberId: string; name: string }): MemberName {
  return { memberId, name };
}

function argumentsOf({ comments }: ProposalView): ProposalFacts["arguments"] {
  return comments.flatMap(({ id, name: author, writtenAt: at, words, stance, hidden }) =>
    words === null || hidden !== null ? [] : [{ id, author, at, text: words, stance }],
  );
}

function amendmentsOf(
  t: Texts,
  { amendments, texts, proposal, acting }: ProposalView,
  { now, key }: Written,
): ProposalFacts["amendments"] {
  const mayAnswer = isAuthor({ proposal, acting }) && mayBeDone("amend", proposal.row, now).ok;
  return amendments.map((one) => ({
    id: one.id,
    author: one.name,
    at: one.proposedAt,
    reason: one.reason,
    change: {
      name: t.proposals.change.body,
      href: null,
      before: texts.find(({ version }) => version === one.baseVersion)?.body ?? null,
      after: one.body,
      isText: true,
    },
    state: one.decision ?? "proposed",
    answer: one.decisionReason,
    key: mayAnswer && one.decision === null ? key() : null,
  }));
}

function challengesOf(
  { challenges, proposal, principal }: ProposalView,
  { now, key }: Written,
): ProposalFacts["challenges"] {
  const mayAnswer =
    isOpenTo(principal, "challenges.decide") && mayBeDone("decide-challenge", proposal.row, now).ok;
  return challenges.map(({ id, raisedAt: at, reason, decision, decisionReason: answer }) => {
    return { id, at, reason, decision, answer, key: mayAnswer && decision === null ? key() : null };
  });
}

function isAuthor({ proposal, acting }: Pick<ProposalView, "proposal" | "acting">): boolean {
  return acting.some(({ memberId }) => memberId === proposal.authorId);
}

function voteOf({ proposal, kept, voters, running }: ProposalView, now: Instant) {
  const { row, call, number } = proposal;
  const voted = running.find((one) => one.number === number)?.voted ?? 0;
  const turnout = turnoutOf(proposal, voted);
  if (row.notice === null || call === null || turnout === null) return null;
  return {
    turnout,
    kept: kept.flatMap(({ reason, count }) => (reason === "" ? [] : [{ reason, count }])),
    members: call.electorateCount,
    electorateRoot: call.electorateRoot,
    textDigest: call.textDigest,
    own: ownVote(voters),
    isOver: now >= closeOf(call),
  };
}

/** What this reader may do now. A signature is asked for when it is done. */
function deedsOf(view: ProposalView, { now, key }: Written): readonly ProposalDeed[] {
  const { proposal, principal } = view;
  const may = (deed: Parameters<typeof mayBeDone>[0]) => mayBeDone(deed, proposal.row, now).ok;
  const isMember = actsFor(view).length > 0;
  const isOwn = isAuthor(view);
  const isOfficer = isOpenTo(principal, "proposals.notice");
  const plain = [
    ["submit", isOwn && may("submit")],
    ["endorse", mayEndorse(view) && may("endorse")],
    ["comment", isMember && may("comment")],
    ["amend", isMember && may("amend")],
    ["notice", (isOwn || isOfficer) && may("notice")],
    ["withdraw", isOwn && may("withdraw")],
    ["challenge", isMember && may("challenge")],
    ["veto", isOpenTo(principal, "proposals.veto") && may("veto")],
  ] as const;
  const deeds = plain.flatMap(([kind, isTheirs]) => (isTheirs ? [{ kind, key: key() }] : []));
  return may("give-proxy") ? [...deeds, ...proxyDeeds(view, key)] : deeds;
}

function mayEndorse(view: ProposalView): boolean {
  const { proposal, endorsers } = view;
  const done = new Set<string>([proposal.authorId, ...endorsers.map(({ memberId }) => memberId)]);
  return actsFor(view).some(({ memberId }) => !done.has(memberId));
}

function proxyDeeds(
  { proposal, voters, proxies, electors }: ProposalView,
  key: () => string,
): readonly ProposalDeed[] {
  const standing = proxies.filter(({ revokedAt }) => revokedAt === null);
  const own = voters.filter(({ isByProxy, reason }) => !isByProxy && reason === "");
  const waiting = own.filter(({ hasVoted }) => !hasVoted);
  const given = standing.filter(({ giver }) => waiting.some(({ memberId }) => memberId === giver));
  const back = given.map(({ id: proxyId, giverName: giver, holderName: holder }) => {
    return { kind: "revoke-proxy", key: key(), proxyId, giver, holder } as const;
  });
  const engaged = new Set<string>(standing.flatMap(({ giver, holder }) => [giver, holder]));
  const givers = waiting.filter(({ memberId }) => !engaged.has(memberId));
  const away = new Set<string>(standing.map(({ giver }) => giver));
  const theirs = new Set<string>(own.map(({ memberId }) => memberId));
  const holders = electors.filter(
    ({ memberId, reason, mayHold }) =>
      reason === "" && mayHold && !away.has(memberId) && !theirs.has(memberId),
  );
  const most = proposal.call?.policy.policy.mostProxies ?? 0;
  if (most === 0 || givers.length === 0 || holders.length === 0) return back;
  const give = { kind: "give-proxy", key: key(), givers: givers.map(named) } as const;
  const byName = holders.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return [...back, { ...give, holders: byName.map(named) }];
}
