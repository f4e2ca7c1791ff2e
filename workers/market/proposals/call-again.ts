import { proposalState } from "#domain/governance/proposal/proposal-state.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { BlindKeys } from "#ports/blind-keys.ts";
import type { Database } from "#ports/database.ts";
import type { Ids } from "#ports/ids.ts";
import { callsToRepeat } from "#store/calls.ts";
import { proposalBy } from "#store/proposals.ts";
import { readBatch } from "#store/statement.ts";
import { NOTICE_RACES, noticeLoaders, planNotice } from "./notice.ts";

/** So many second calls are noticed in a minute. */
const MOST = 20;

interface Neighbours {
  readonly database: Database;
  readonly ids: Ids;
  readonly blindKeys: BlindKeys;
  readonly now: Instant;
}

/**
 * Notices the second call of what had no quorum at the first, once that is final: nobody has to ask
 * for it, and nobody can leave it undone. What may no longer be put to the vote stays as it is.
 */
export async function callAgain({ database, ids, now, blindKeys }: Neighbours): Promise<void> {
  const { due } = await readBatch(database, { due: callsToRepeat(now, MOST) });
  for (const { id } of due.filter((one) => isDue(one, now))) {
    const { proposal, ...known } = await readBatch(database, {
      proposal: proposalBy(id),
      ...noticeLoaders(id, now),
    });
    if (proposal === null || !isDue(proposal, now)) continue;
    const isBlind = proposal.call?.secrecy === "blind";
    const key = isBlind ? await blindKeys.make() : null;
    const asked = { opensAt: null, by: "system:second-call", key };
    const planned = planNotice(proposal, known, asked, { ids, now });
    if (!planned.ok) continue;
    const written = await database.write(planned.value.statements);
    if (written.kind === "guarded" && !NOTICE_RACES.includes(written.guard)) {
      throw new Error(`guard not expected here: ${written.guard}`);
    }
  }
}

function isDue({ row }: Proposal, now: Instant): boolean {
  return proposalState(row, now) === "no-quorum";
}
