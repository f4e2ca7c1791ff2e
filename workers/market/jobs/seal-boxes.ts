import { sealBox } from "#domain/governance/ballots/sealing.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Database } from "#ports/database.ts";
import {
  boxesToClose,
  callsToSeal,
  insertBoxSeal,
  lastBoxSeal,
  SEALED_MEANWHILE,
  unsealedBallots,
} from "#store/ballot-seals.ts";
import type { Box } from "#store/calls.ts";
import { readBatch } from "#store/statement.ts";
import { closeBox } from "#market/closing/close-box.ts";

/** Calls that one run looks at; the next minute goes on. */
const MOST_CALLS = 50;
/** Open ballots under one seal at the most. */
const BLOCK = 500;

/**
 * Every minute: seals the open ballots of votes that run, so that each is under a seal within a
 * minute, and closes the boxes of votes whose time is over. Of a secret vote nothing is sealed
 * before its close.
 * @throws when a ballot was altered, after all other boxes were looked at
 */
export async function sealBoxes(database: Database, now: Instant): Promise<void> {
  const { running, over } = await readBatch(database, {
    running: callsToSeal(MOST_CALLS),
    over: boxesToClose(now, MOST_CALLS),
  });
  for (const box of running) await sealRunning(database, box, now);
  const altered: string[] = [];
  for (const box of over) {
    const closing = await closeBox(database, box, now);
    if (closing.kind === "altered") altered.push(...closing.names);
  }
  if (altered.length > 0) throw new Error(`ballots were altered: ${altered.join(", ")}`);
}

async function sealRunning(database: Database, box: Box, now: Instant): Promise<void> {
  let more = true;
  while (more) {
    const { last, rows } = await readBatch(database, {
      last: lastBoxSeal(box),
      rows: unsealedBallots(box, BLOCK),
    });
    const seal = sealBox(box, rows, { last, at: now });
    if (seal === null) return;
    const written = await database.write([insertBoxSeal(box, seal)]);
    if (written.kind === "guarded" && !SEALED_MEANWHILE.includes(written.guard)) {
      throw new Error(`guard not expected here: ${written.guard}`);
    }
    more = rows.length === BLOCK && written.kind === "committed";
  }
}
