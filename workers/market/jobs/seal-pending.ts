import { HOUR, type Instant } from "#domain/kernel/instant.ts";
import { type Chain, sealRows } from "#domain/kernel/seal.ts";
import type { Database } from "#ports/database.ts";
import { insertSeal, lastSeal, SEALED_ALREADY, unsealed } from "#store/seals.ts";
import { readBatch } from "#store/statement.ts";

/** The most rows under one seal. */
export const BLOCK = 500;

const CHAINS: readonly Chain[] = ["ledger", "rules", "members", "shares"];
/** A run of the job seals at most so many blocks; the next minute goes on. */
const MOST_BLOCKS = 20;

/**
 * Seals the books, the rules, the members' book and the shares: whole blocks at once, the rest when
 * its oldest row has waited for an hour, or now (a close asks for that). Two runs at once seal each
 * row once.
 */
export async function sealPending(
  database: Database,
  now: Instant,
  wanted: "when-due" | "now" = "when-due",
): Promise<void> {
  for (const chain of CHAINS) {
    let more = true;
    for (let block = 0; more && block < MOST_BLOCKS; block++) {
      more = await sealBlock(database, now, { chain, wanted });
    }
  }
}

async function sealBlock(
  database: Database,
  now: Instant,
  { chain, wanted }: { readonly chain: Chain; readonly wanted: "when-due" | "now" },
): Promise<boolean> {
  const loaders = { last: lastSeal(chain), rows: unsealed(chain, BLOCK) };
  const { last, rows } = await readBatch(database, loaders);
  const [oldest] = rows;
  if (oldest === undefined) return false;
  const isDue = rows.length === BLOCK || wanted === "now" || now >= oldest.at + HOUR;
  if (!isDue) return false;
  const written = await database.write([insertSeal(sealRows(chain, rows, last, now))]);
  if (written.kind === "guarded" && !SEALED_ALREADY.includes(written.guard)) {
    throw new Error(`guard not expected here: ${written.guard}`);
  }
  return rows.length === BLOCK && written.kind === "committed";
}
