import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { ListPart, Proposal } from "#domain/governance/proposal/proposal.ts";
import type { RuleDescriptor, RuleVersion } from "#domain/governance/rule.ts";
import { STATUTE } from "#domain/governance/statute.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { challengesOf, type KeptChallenge } from "#store/challenges.ts";
import {
  amendmentsOf,
  commentsOf,
  type Endorser,
  endorsersOf,
  type KeptAmendment,
  type KeptComment,
} from "#store/deliberation.ts";
import { electorateCounts, electoratePart, type NamedElector } from "#store/electorate.ts";
import { type BookMember, membersShown } from "#store/members.ts";
import {
  authorName,
  type OwnVoter,
  type RunningVote,
  runningVotes,
  votersShown,
} from "#store/own-votes.ts";
import { draftsShown, proposalPage } from "#store/proposal-list.ts";
import { textsOf } from "#store/proposal-texts.ts";
import { type KeptPolicy, policyVersions } from "#store/policies.ts";
import { proposalBy } from "#store/proposals.ts";
import { type KeptProxy, proxiesOf } from "#store/proxies.ts";
import { RULES } from "#store/rule-register.ts";
import { versionsForAll } from "#store/rules.ts";

/** As many as one page of the list shows. */
const MOST_LISTED = 30;
/** Nobody reads more arguments on one page. */
const MOST_COMMENTS = 200;
/** Whom a proxy may be given to, in one closed list. */
const MOST_ELECTORS = 500;

export interface ProposalsView {
  readonly around: Around;
  readonly proposals: readonly Proposal[];
  readonly next: string | null;
  /** Votes that run now, with what they are to whoever reads. */
  readonly running: readonly RunningVote[];
  readonly isMember: boolean;
}

/** Which part of the list is asked for; `to-vote` is what whoever reads may still vote on. */
export type ListAsked = ListPart | "to-vote";

/** What members decide, the newest first; one's own drafts stand in front of everything. */
export async function readProposals(
  request: Request,
  { part, after }: { readonly part: ListAsked; readonly after: string | null },
): Promise<ProposalsView> {
  const { credentials, ports } = request;
  const asked = { after, limit: MOST_LISTED };
  const { known } = await look(request, {
    ...aroundLoaders(request),
    page: proposalPage(part === "to-vote" ? "open" : part, ports.now, asked),
    drafts: draftsShown(credentials),
    running: runningVotes(credentials, ports.now),
    acting: membersShown(credentials, toRome(ports.now).date),
  });
  const { page, drafts, running, acting } = known;
  const isFirst = part === "all" && after === null;
  const listed = [...(isFirst ? drafts : []), ...page.items];
  const waiting = new Set(running.filter(({ toCast }) => toCast > 0).map(({ number }) => number));
  return {
    around: aroundOf(known, request),
    proposals: part === "to-vote" ? listed.filter(({ number }) => waiting.has(number)) : listed,
    next: page.next,
    running,
    isMember: acting.length > 0,
  };
}

/** Everything that the page of a proposal shows, and of what it makes its forms. */
export interface ProposalView {
  readonly around: Around;
  readonly principal: Principal;
  readonly proposal: Proposal;
  readonly author: string;
  readonly endorsers: readonly Endorser[];
  readonly acting: readonly BookMember[];
  readonly texts: readonly { readonly version: number; readonly body: string }[];
  readonly comments: readonly KeptComment[];
  readonly amendments: readonly KeptAmendment[];
  readonly kept: readonly { readonly reason: OwnVoter["reason"]; readonly count: number }[];
  readonly challenges: readonly KeptChallenge[];
  readonly voters: readonly OwnVoter[];
  /** Of those who may vote as many as one list offers. */
  readonly electors: readonly NamedElector[];
  readonly proxies: readonly KeptProxy[];
  /** Votes that run now, with how many have voted. */
  readonly running: readonly RunningVote[];
  /** Rules and articles of the statute, with all their versions. */
  readonly versions: readonly RuleVersion[];
  readonly rules: readonly RuleDescriptor[];
  /** Every version of every policy. */
  readonly policies: readonly KeptPolicy[];
}

/** A proposal by its number; a draft is there for its author alone. */
export async function readProposal(
  request: Request,
  number: number,
): Promise<Outcome<ProposalView, AccessRefusal>> {
  const { credentials, ports } = request;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    proposal: proposalBy(number),
    author: authorName(number),
    endorsers: endorsersOf(number),
    acting: membersShown(credentials, toRome(ports.now).date),
    texts: textsOf(number),
    comments: commentsOf(number, { after: null, limit: MOST_COMMENTS }),
    amendments: amendmentsOf(number),
    kept: electorateCounts(number),
    challenges: challengesOf(number),
    voters: votersShown(number, credentials),
    electors: electoratePart(number, { after: "", limit: MOST_ELECTORS }),
    proxies: proxiesOf(number),
    running: runningVotes(credentials, ports.now),
    articles: versionsForAll(STATUTE),
    policies: policyVersions(),
  });
  const { proposal, acting, articles, ...rest } = known;
  if (proposal === null || !isFor(proposal, acting)) {
    return refuse({ code: "not-found", what: "proposal" });
  }
  const around = aroundOf(known, request);
  const versions = [...known.rules, ...articles];
  return accept({ ...rest, around, principal, proposal, acting, versions, rules: RULES });
}

function isFor({ submittedAt, authorId }: Proposal, acting: readonly BookMember[]): boolean {
  return submittedAt !== null || acting.some(({ memberId }) => memberId === authorId);
}
