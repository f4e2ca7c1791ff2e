import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { fractionText } from "#domain/governance/counting/fraction.ts";
import type { ListPart, Proposal } from "#domain/governance/proposal/proposal.ts";
import { proposalState } from "#domain/governance/proposal/proposal-state.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import { countedProposal } from "#market/closing/tally-call.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { challengesOf, type KeptChallenge } from "#store/challenges.ts";
import {
  amendmentsOf,
  commentsOf,
  type Endorser,
  endorsersOf,
  type KeptAmendment,
  type KeptComment,
} from "#store/deliberation.ts";
import { electoratePart, type NamedElector } from "#store/electorate.ts";
import { type Page, type PageAsked, pageOfItems } from "#store/page.ts";
import { draftsShown, proposalPage } from "#store/proposal-list.ts";
import { textsOf } from "#store/proposal-texts.ts";
import { proposalBy } from "#store/proposals.ts";
import type { Loaders, Loaded } from "#store/statement.ts";
import { actingLoader, visible } from "./ground.ts";
import { proposalView, type ProposalView } from "./views.ts";

type Read<T> = Promise<Outcome<T, AccessRefusal>>;

/** Proposals that were put before the members, the newest first; anyone may read them. */
export async function listProposals(
  request: Request,
  part: ListPart,
  asked: PageAsked,
): Read<Page<ProposalView>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, { page: proposalPage(part, now, asked) });
  const allowed = allow(principal, "proposals.read");
  if (!allowed.ok) return allowed;
  const { items, next } = known.page;
  return accept({ items: items.map((one) => proposalView(one, now)), next });
}

/** The drafts of whoever asks. */
export async function listDrafts(request: Request): Read<Page<ProposalView>> {
  const { known, principal } = await look(request, { drafts: draftsShown(request.credentials) });
  const allowed = allow(principal, "proposals.write");
  if (!allowed.ok) return allowed;
  const { now } = request.ports;
  return accept({ items: known.drafts.map((one) => proposalView(one, now)), next: null });
}

export async function showProposal(request: Request, id: ProposalId): Read<ProposalView> {
  const { known, principal } = await look(request, {
    proposal: proposalBy(id),
    acting: actingLoader(request),
  });
  const allowed = allow(principal, "proposals.read");
  if (!allowed.ok) return allowed;
  const proposal = visible(known.proposal, known.acting);
  if (!proposal.ok) return proposal;
  const { database, now } = request.ports;
  // A vote whose time is over is counted by whoever looks first.
  const isClosed = proposalState(proposal.value.row, now) === "closed";
  const counted = isClosed ? await countedProposal(database, proposal.value, now) : proposal.value;
  return accept(proposalView(counted, now));
}

/** Every version of its text, for the differences. */
export async function listTexts(request: Request, id: ProposalId): Read<Page<Proposal["text"]>> {
  const read = await about(request, id, "proposals.read", { texts: textsOf(id) });
  return read.ok ? accept({ items: read.value.texts, next: null }) : read;
}

export async function listEndorsers(request: Request, id: ProposalId): Read<Page<Endorser>> {
  const read = await about(request, id, "deliberation.read", { list: endorsersOf(id) });
  return read.ok ? accept({ items: read.value.list, next: null }) : read;
}

/** What members said; nobody reads the words of what was hidden. */
export async function listComments(
  request: Request,
  id: ProposalId,
  asked: PageAsked,
): Read<Page<KeptComment>> {
  const read = await about(request, id, "deliberation.read", { list: commentsOf(id, asked) });
  if (!read.ok) return read;
  const shown = read.value.list.map((one) => (one.hidden === null ? one : { ...one, words: null }));
  return accept(pageOfItems(shown, asked, (comment) => comment.id));
}

export async function listAmendments(request: Request, id: ProposalId): Read<Page<KeptAmendment>> {
  const read = await about(request, id, "deliberation.read", { list: amendmentsOf(id) });
  return read.ok ? accept({ items: read.value.list, next: null }) : read;
}

/** The electorate of the last call, by name: members and auditors see who may vote, and why not. */
export async function listElectorate(
  request: Request,
  id: ProposalId,
  asked: PageAsked,
): Read<Page<ElectorView>> {
  const after = asked.after ?? "";
  const part = electoratePart(id, { after, limit: asked.limit + 1 });
  const read = await about(request, id, "deliberation.read", { list: part });
  if (!read.ok) return read;
  const page = pageOfItems(read.value.list, asked, ({ memberId }) => memberId);
  // The salt goes to its member alone: whoever has it can tell others' rows in the export.
  const items = page.items.map((elector) => {
    const { salt: _, weight, ...row } = elector;
    return { ...row, weight: fractionText(weight) };
  });
  return accept({ items, next: page.next });
}

/** A row of an electorate as members see it. */
export type ElectorView = Omit<NamedElector, "salt" | "weight"> & { readonly weight: string };

export async function listChallenges(request: Request, id: ProposalId): Read<Page<KeptChallenge>> {
  const read = await about(request, id, "deliberation.read", { list: challengesOf(id) });
  return read.ok ? accept({ items: read.value.list, next: null }) : read;
}

/** Reads something about a proposal that whoever asks may see, in one round trip with it. */
async function about<const L extends Loaders>(
  request: Request,
  id: ProposalId,
  act: "proposals.read" | "deliberation.read",
  loaders: L,
): Read<Loaded<L>> {
  const ground = { proposal: proposalBy(id), acting: actingLoader(request) };
  const { known: read, principal } = await look(request, { ...loaders, ...ground });
  const known = read as unknown as Loaded<L> & Loaded<typeof ground>;
  const allowed = allow(principal, act);
  if (!allowed.ok) return allowed;
  const proposal = visible(known.proposal, known.acting);
  return proposal.ok ? accept(known) : proposal;
}
