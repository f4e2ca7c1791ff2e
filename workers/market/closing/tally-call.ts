import { decideTally } from "#domain/governance/proposal/decide-tally.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Database } from "#ports/database.ts";
import { ballotsOf } from "#store/ballots.ts";
import { type Box, callsToTally, insertTally, TALLIED_ALREADY } from "#store/calls.ts";
import { electorateOf } from "#store/electorate.ts";
import { proposalBy } from "#store/proposals.ts";
import { proxiesOf } from "#store/proxies.ts";
import { readBatch } from "#store/statement.ts";
import { closeBox } from "./close-box.ts";

/** So many calls are counted in a minute. */
const MOST = 20;

/**
 * Counts what is closed. A ballot that was altered keeps its own call from being counted, and no
 * other one.
 * @throws when a box could not be closed, after all others were counted
 */
export async function tallyDue(database: Database, now: Instant): Promise<void> {
  const { due } = await readBatch(database, { due: callsToTally(now, MOST) });
  const left: string[] = [];
  for (const { id, call } of due) {
    if (call === null) continue;
    const isCounted = await tallyCall(database, { proposalId: id, callNumber: call.number }, now);
    if (!isCounted) left.push(`${id} ${call.number}`);
  }
  if (left.length > 0) throw new Error(`not counted: ${left.join(", ")}`);
}

/**
 * Counts one call, once: closes its box, counts what is in it, and writes the result down. Of two
 * that count at once the second finds it done.
 * @returns whether the call is counted now, by whomever
 */
export async function tallyCall(database: Database, box: Box, now: Instant): Promise<boolean> {
  const closing = await closeBox(database, box, now);
  if (closing.kind !== "closed") return false;
  const { proposal, electorate, proxies, ballots } = await readForTally(database, box);
  if (proposal === null || proposal.call?.number !== box.callNumber) return false;
  if (proposal.tally !== null) return true;
  const tally = decideTally(
    proposal,
    {
      electorate,
      proxies: proxies.filter(({ revokedAt }) => revokedAt === null),
      ballots,
      root: closing.root,
    },
    now,
  );
  const written = await database.write([insertTally(box, tally)]);
  if (written.kind === "guarded" && written.guard !== TALLIED_ALREADY) {
    throw new Error(`guard not expected here: ${written.guard}`);
  }
  return written.kind !== "unknown";
}

/** A proposal whose vote is over, with its count: by whomever it is counted. */
export async function countedProposal(
  database: Database,
  proposal: Proposal,
  now: Instant,
): Promise<Proposal> {
  const { id, call } = proposal;
  if (call === null) return proposal;
  await tallyCall(database, { proposalId: id, callNumber: call.number }, now);
  const again = await readBatch(database, { proposal: proposalBy(id) });
  return again.proposal ?? proposal;
}

async function readForTally(database: Database, box: Box) {
  const { open, secret, ...known } = await readBatch(database, {
    proposal: proposalBy(box.proposalId),
    electorate: electorateOf(box),
    proxies: proxiesOf(box),
    ...ballotsOf(box),
  });
  return { ...known, ballots: open.length > 0 ? open : secret };
}
