import { alteredIn, rootOfBox, sealableRows, sealBox } from "#domain/governance/ballots/sealing.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Database } from "#ports/database.ts";
import { ballotsOf } from "#store/ballots.ts";
import {
  closingOf,
  insertBox,
  insertBoxSeal,
  lastBoxSeal,
  SEALED_MEANWHILE,
} from "#store/ballot-seals.ts";
import type { Box } from "#store/calls.ts";
import { readBatch } from "#store/statement.ts";

/** What closing a box came to. */
export type BoxClosing =
  | { readonly kind: "closed"; readonly ballots: number; readonly root: Digest }
  /** The vote runs until then, or there is no such call. */
  | { readonly kind: "runs"; readonly closesAt: Instant | null }
  /** These say another thing than when they were cast: nothing is sealed over them. */
  | { readonly kind: "altered"; readonly names: readonly string[] };

const TRIES = 5;

/**
 * Closes the box of a call whose time is over: seals what is not sealed yet and writes the root
 * down, from which the lot is drawn. Nothing goes in any more. Safe to repeat, and beside others
 * who do the same: the box is closed once.
 */
export async function closeBox(database: Database, box: Box, now: Instant): Promise<BoxClosing> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const loaders = { ...ballotsOf(box), last: lastBoxSeal(box), closesAt: closingOf(box) };
    const known = await readBatch(database, loaders);
    if (known.box !== null) return { kind: "closed", ...known.box };
    if (known.closesAt === null || now < known.closesAt) {
      return { kind: "runs", closesAt: known.closesAt };
    }
    const names = alteredIn(box, known);
    if (names.length > 0) return { kind: "altered", names };
    const seal = sealBox(box, sealableRows(known), { last: known.last, at: now });
    const ballots = known.open.length + known.secret.length;
    const root = rootOfBox(seal ?? known.last);
    const written = await database.write([
      ...(seal === null ? [] : [insertBoxSeal(box, seal)]),
      insertBox(box, { ballots, root, closedAt: now }),
    ]);
    if (written.kind === "committed") return { kind: "closed", ballots, root };
    if (written.kind === "guarded" && !SEALED_MEANWHILE.includes(written.guard)) {
      throw new Error(`guard not expected here: ${written.guard}`);
    }
  }
  throw new Error(`the box of ${box.proposalId} changes while it is closed`);
}
