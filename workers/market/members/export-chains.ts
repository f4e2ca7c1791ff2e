import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { ExportedEntries } from "#domain/membership/verify-entries.ts";
import type { ExportedMovements } from "#domain/membership/verify-movements.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { entriesIn, lastInBook, movementsIn, type Run } from "#store/book-exports.ts";
import { sealsOver } from "#store/seals.ts";

/** Which part is asked for. */
export interface ChainCursor {
  /** The last row of the whole export; null until the first part has said it. */
  readonly upTo: number | null;
  readonly after: number;
}

export const CHAIN_CURSOR = /^\d{1,15}\.\d{1,15}$/;

/** Reads the cursor that a part gave; none begins a new export. */
export function chainCursor(text: string | undefined): ChainCursor {
  const [upTo = null, after = 0] = text?.split(".").map(Number) ?? [];
  return { upTo, after };
}

/** Where the next part begins; null after the last. */
interface Part {
  readonly next: string | null;
}

type Read<T> = Promise<Outcome<T & Part, AccessRefusal>>;

/**
 * A part of the entries of the members' book with their seals. An export ends at the entry that was
 * last when it began, so that its parts fit together while the book goes on.
 */
export async function exportEntries(
  request: Request,
  cursor: ChainCursor,
  limit: number,
): Read<ExportedEntries> {
  const run = runOf(cursor, limit);
  const { known, principal } = await look(request, {
    last: lastInBook(),
    entries: entriesIn(run),
    seals: sealsOver("members", run),
  });
  const allowed = allow(principal, "members-register.read");
  if (!allowed.ok) return allowed;
  const { entries, seals, last } = known;
  const end = cursor.upTo ?? last.entries;
  return accept({ kind: "members", upTo: end, entries, seals, next: nextOf(run, end) });
}

/** A part of the movements of shares with their seals, likewise. */
export async function exportMovements(
  request: Request,
  cursor: ChainCursor,
  limit: number,
): Read<ExportedMovements> {
  const run = runOf(cursor, limit);
  const { known, principal } = await look(request, {
    last: lastInBook(),
    movements: movementsIn(run),
    seals: sealsOver("shares", run),
  });
  const allowed = allow(principal, "members-register.read");
  if (!allowed.ok) return allowed;
  const { movements, seals, last } = known;
  const end = cursor.upTo ?? last.movements;
  return accept({ kind: "shares", upTo: end, movements, seals, next: nextOf(run, end) });
}

function runOf({ upTo, after }: ChainCursor, limit: number): Run {
  return { after, upTo: Math.min(after + limit, upTo ?? Number.MAX_SAFE_INTEGER) };
}

function nextOf({ upTo }: Run, end: number): string | null {
  return upTo < end ? `${end}.${upTo}` : null;
}
