import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CallRecord, Proposal } from "#domain/governance/proposal/proposal.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type KeptBallot, openBallots } from "#store/ballots.ts";
import { electoratePart, type NamedElector } from "#store/electorate.ts";
import { membersShown } from "#store/members.ts";
import { proposalBy } from "#store/proposals.ts";
import { type KeptProxy, proxiesOf } from "#store/proxies.ts";
import { isOpenTo } from "./reads.ts";

/** A roll-call is read on one page; the whole box is a file. */
const MOST_ROLLED = 500;

/** How a vote went. */
export interface ResultView {
  readonly around: Around;
  readonly proposal: Proposal;
  /** Open ballots once the vote is closed, for members; null for anybody else. */
  readonly ballots: readonly KeptBallot[] | null;
  /** The box may be downloaded by whoever reads. */
  readonly hasFiles: boolean;
  readonly electors: readonly NamedElector[];
  readonly proxies: readonly KeptProxy[];
}

/** Fewer rankings than this could be told from each other (`market/ballots/export-call.ts`). */
const LEAST_RANKED = 50;
const RANKED: ReadonlySet<string> = new Set([
  "irv",
  "scottish",
  "wigm",
  "meek",
  "schulze",
  "debian",
]);

/** Who downloads a box: an open one names members, a few rankings can be signatures. */
function fileAct({ secrecy, policy }: CallRecord, ballots: number) {
  if (secrecy === "open") return "roll-calls.read";
  const isSmall = RANKED.has(policy.policy.method) && ballots < LEAST_RANKED;
  return isSmall ? "rankings.read" : "votes.export";
}

export async function readResult(
  request: Request,
  number: number,
): Promise<Outcome<ResultView, AccessRefusal>> {
  const { credentials, ports } = request;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    proposal: proposalBy(number),
    acting: membersShown(credentials, toRome(ports.now).date),
    ballots: openBallots(number, { after: "0", limit: MOST_ROLLED }),
    electors: electoratePart(number, { after: "", limit: MOST_ROLLED }),
    proxies: proxiesOf(number),
  });
  const { proposal, acting, ballots, electors, proxies } = known;
  if (proposal === null || proposal.row.notice === null || proposal.call === null) {
    return refuse({ code: "not-found", what: "result" });
  }
  const isMember = acting.length > 0 || isOpenTo(principal, "deliberation.read");
  const isRead = isMember && proposal.tally !== null;
  const around = aroundOf(known, request);
  const hasFiles = isOpenTo(principal, fileAct(proposal.call, proposal.tally?.ballotsCount ?? 0));
  const roll = isRead ? ballots : null;
  return accept({ around, proposal, ballots: roll, hasFiles, electors, proxies });
}
