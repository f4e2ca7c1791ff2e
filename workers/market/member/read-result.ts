import type { AccessRefusal } from "#domain/access/refusals.ts";
import { exportAct } from "#domain/governance/ballots/few-ballots.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { fewestAlike, type KeptBallot, openBallots } from "#store/ballots.ts";
import { tokensGiven } from "#store/blind-tokens.ts";
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
  /** Members who were given a token; null where votes take none. */
  readonly tokens: number | null;
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
    fewest: fewestAlike(number),
    tokens: tokensGiven(number),
  });
  const { proposal, acting, ballots, electors, proxies } = known;
  if (proposal === null || proposal.row.notice === null || proposal.call === null) {
    return refuse({ code: "not-found", what: "result" });
  }
  const isMember = acting.length > 0 || isOpenTo(principal, "deliberation.read");
  const isRead = isMember && proposal.tally !== null;
  const around = aroundOf(known, request);
  const { secrecy, policy } = proposal.call;
  const act = exportAct({
    secrecy,
    method: policy.policy.method,
    ballots: proposal.tally?.ballotsCount ?? 0,
    fewestAlike: known.fewest,
  });
  const hasFiles = isOpenTo(principal, act);
  const roll = isRead ? ballots : null;
  const tokens = secrecy === "blind" ? known.tokens : null;
  return accept({ around, proposal, ballots: roll, hasFiles, electors, proxies, tokens });
}
