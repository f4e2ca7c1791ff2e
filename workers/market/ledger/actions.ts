import { allow, allowPrivate } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import { type Cents, sumCents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type CycleBooks, cycleBooks } from "#domain/ledger/cycle-books.ts";
import type { BooksAt, JournalAccount, JournalRow } from "#domain/ledger/journal.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import type { RowPage } from "#market/edge/row-paging.ts";
import { type PostingFilter, postingPage } from "#store/journal-page.ts";
import { accountPage, cycleSums, hubOfCycle } from "#store/ledger-reads.ts";
import type { Page, PageAsked } from "#store/page.ts";
import { type ClassBalance, classBalances } from "#store/trial-balance.ts";

/** Every class of accounts with its balance; debits and credits are equal, always. */
export interface TrialBalance {
  readonly classes: readonly ClassBalance[];
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  /** 0, or the books are broken. */
  readonly sumCents: Cents;
}

export async function showTrialBalance(
  request: Request,
  books: BooksAt,
): Promise<Outcome<TrialBalance, AccessRefusal>> {
  const { known, principal } = await look(request, { classes: classBalances(books) });
  const allowed = allow(principal, "ledger.read");
  if (!allowed.ok) return allowed;
  const { classes } = known;
  return accept({
    classes,
    debitCents: sumCents(classes.map((one) => one.debitCents)),
    creditCents: sumCents(classes.map((one) => one.creditCents)),
    sumCents: sumCents(classes.map((one) => one.balanceCents)),
  });
}

export async function showAccounts(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<JournalAccount>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: accountPage(asked) });
  const allowed = allow(principal, "ledger.read");
  return allowed.ok ? accept(known.page) : allowed;
}

/** Postings as they were written, those that fit everything that is asked. */
export async function showPostings(
  request: Request,
  filter: PostingFilter,
  asked: RowPage,
): Promise<Outcome<Page<JournalRow>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: postingPage(filter, asked) });
  const allowed = allow(principal, "ledger.read");
  return allowed.ok ? accept(known.page) : allowed;
}

/** What a cycle came to, read from its postings alone. */
export async function showCycleBooks(
  request: Request,
  cycle: CycleId,
): Promise<Outcome<CycleBooks, AccessRefusal>> {
  const loaders = { hub: hubOfCycle(cycle), sums: cycleSums(cycle) };
  const { known, principal } = await look(request, loaders);
  const allowed = allowPrivate(principal, "books.read", { hub: known.hub }, "cycle");
  if (!allowed.ok) return allowed;
  if (known.hub === null) return refuse({ code: "not-found", what: "cycle" });
  return accept(cycleBooks(known.sums));
}
