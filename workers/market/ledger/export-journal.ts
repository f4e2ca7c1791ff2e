import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Journal } from "#domain/ledger/journal.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { accountsAt, journalRows, lastPosting } from "#store/ledger-reads.ts";
import { sealsOver } from "#store/seals.ts";

/** A part of the journal; the parts together are what `npm run verify` reads. */
export interface JournalPart extends Journal {
  /** Where the next part begins; null after the last. */
  readonly next: string | null;
}

/** Which part is asked for: postings come first, then the accounts as of the last of them. */
export interface ExportCursor {
  readonly part: "transactions" | "accounts";
  /** The last posting of the whole export; null until the first part has said it. */
  readonly upTo: number | null;
  readonly after: number;
}

export const EXPORT_CURSOR = /^([ta])\.(\d{1,15})\.(\d{1,15})$/;

/** Reads the cursor that a part gave; none begins a new export. */
export function exportCursor(text: string | undefined): ExportCursor {
  const [, part, upTo, after] = EXPORT_CURSOR.exec(text ?? "") ?? [];
  if (part === undefined) return { part: "transactions", upTo: null, after: 0 };
  return {
    part: part === "t" ? "transactions" : "accounts",
    upTo: Number(upTo),
    after: Number(after),
  };
}

/**
 * One part of the books for anyone who checks them. An export ends at the posting that was last
 * when it began, so that its parts fit together while the books go on.
 */
export async function exportJournal(
  request: Request,
  cursor: ExportCursor,
  limit: number,
): Promise<Outcome<JournalPart, AccessRefusal>> {
  return cursor.part === "accounts"
    ? exportAccounts(request, cursor, limit)
    : exportPostings(request, cursor, limit);
}

async function exportPostings(
  request: Request,
  { upTo, after }: ExportCursor,
  limit: number,
): Promise<Outcome<JournalPart, AccessRefusal>> {
  const range = { after, upTo: Math.min(after + limit, upTo ?? Number.MAX_SAFE_INTEGER) };
  const { known, principal } = await look(request, {
    last: lastPosting(),
    transactions: journalRows(range),
    seals: sealsOver("ledger", range),
  });
  const allowed = allow(principal, "ledger.read");
  if (!allowed.ok) return allowed;
  const end = upTo ?? known.last;
  const isMore = range.upTo < end;
  const next = isMore ? `t.${end}.${range.upTo}` : `a.${end}.0`;
  const { transactions, seals } = known;
  return accept({ kind: "journal", upTo: end, transactions, seals, accounts: [], next });
}

async function exportAccounts(
  request: Request,
  { upTo, after }: ExportCursor,
  limit: number,
): Promise<Outcome<JournalPart, AccessRefusal>> {
  const end = upTo ?? 0;
  const { known, principal } = await look(request, {
    accounts: accountsAt({ after, upToPosting: end, limit: limit + 1 }),
  });
  const allowed = allow(principal, "ledger.read");
  if (!allowed.ok) return allowed;
  const shown = known.accounts.slice(0, limit);
  const isMore = known.accounts.length > limit;
  const next = isMore ? `a.${end}.${shown.at(-1)?.id}` : null;
  const accounts = shown.map(({ code, type, balanceCents }) => ({ code, type, balanceCents }));
  return accept({ kind: "journal", upTo: end, transactions: [], seals: [], accounts, next });
}
