import { allow, allowPrivate } from "#domain/access/access.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { RuleVersion } from "#domain/governance/rule.ts";
import { ruleAt, ruleNumber } from "#domain/governance/rule.ts";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { addCents, type Cents, cents, subtractCents } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import {
  type Wallet,
  type WalletEntryKind,
  walletEntry,
  type WalletSource,
  walletView,
  withBalances,
} from "#domain/ledger/wallet.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import type { RowPage } from "#market/edge/row-paging.ts";
import { noteOn, post } from "#store/postings.ts";
import { networkRules } from "#store/rules.ts";
import { type HouseholdWallet, householdWallet, walletMovements } from "#store/wallets.ts";

/** Money in or out of a wallet, as the treasurer tells it. */
export interface WalletEntry {
  readonly household: HouseholdId;
  readonly kind: WalletEntryKind;
  readonly source: WalletSource;
  readonly amountCents: Cents;
  readonly note: string | null;
}

export interface WalletEntryMade {
  readonly ref: string;
  readonly balanceCents: Cents;
}

/** Posts a top-up, an opening balance or a correction, once. */
export function enterIntoWallet(request: Request, command: WalletEntry) {
  const ref = `wallet-entry:${request.ports.ids.next()}`;
  const act = command.kind === "correction" ? "wallet.correct" : "wallet.post";
  return perform(request, {
    load: () => ({ wallet: householdWallet(command.household) }),
    decide: ({ wallet }, principal): Outcome<Plan<WalletEntryMade>, AccessRefusal> => {
      const allowed = allow(principal, act);
      if (!allowed.ok) return allowed;
      if (wallet === null) return refuse({ code: "not-found", what: "household" });
      const occasion = { now: request.ports.now, actor: actorName(principal), rules: {} };
      const balanceCents = addCents(walletView(wallet).balanceCents, command.amountCents);
      return accept({
        status: 201,
        value: { ref, balanceCents },
        statements: [
          ...post(walletEntry({ ref, ...command }, occasion)),
          ...(command.note === null ? [] : [noteOn(ref, command.note)]),
        ],
      });
    },
  });
}

export interface ShownWallet extends Wallet {
  /** How far orders may take it, by the rule in force; null before the network has rules. */
  readonly floorCents: Cents | null;
}

/** What a household has, what of it is promised, and how far it may go. */
export async function showWallet(
  request: Request,
  household: HouseholdId,
): Promise<Outcome<ShownWallet, AccessRefusal>> {
  const loaders = { wallet: householdWallet(household), rules: networkRules() };
  const { known, principal } = await look(request, loaders);
  const own = ownWallet(principal, household, known.wallet);
  if (!own.ok) return own;
  const floorCents = walletFloor(known.rules, request.ports.now);
  return accept({ ...walletView(own.value), floorCents });
}

/** A page of the postings of a wallet, newest first, each with the balance after it. */
export async function showStatement(request: Request, household: HouseholdId, page: RowPage) {
  const before = page.after ?? Number.MAX_SAFE_INTEGER;
  const { known, principal } = await look(request, {
    wallet: householdWallet(household),
    statement: walletMovements(household, { before, limit: page.limit + 1 }),
  });
  const own = ownWallet(principal, household, known.wallet);
  if (!own.ok) return own;
  const { movements, newerCents } = known.statement;
  const lastCents = subtractCents(walletView(own.value).balanceCents, newerCents);
  const items = withBalances(movements, lastCents).slice(0, page.limit);
  const next = movements.length > page.limit ? String(items.at(-1)?.id) : null;
  return accept({ items, next });
}

function ownWallet(
  principal: Principal,
  household: HouseholdId,
  wallet: HouseholdWallet | null,
): Outcome<HouseholdWallet, AccessRefusal> {
  const subjects = { household, coordinator: wallet?.groupId ?? null };
  const allowed = allowPrivate(principal, "wallet.read", subjects, "household");
  if (!allowed.ok) return allowed;
  if (wallet === null) return refuse({ code: "not-found", what: "household" });
  return accept(wallet);
}

function walletFloor(rules: readonly RuleVersion[], now: Instant): Cents | null {
  const version = ruleAt(rules, "wallet-floor", now);
  return version === null ? null : cents(ruleNumber(version));
}
