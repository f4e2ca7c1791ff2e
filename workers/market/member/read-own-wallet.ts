import { allowPrivate } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { HouseholdId } from "#domain/kernel/ids.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import { type Cents, subtractCents, ZERO } from "#domain/kernel/money.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type Wallet, walletView } from "#domain/ledger/wallet.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type OwnHousehold, ownHouseholds } from "#store/own-households.ts";
import {
  firstMovementDay,
  type MovementsAsked,
  type OwnMovement,
  ownMovements,
} from "#store/own-wallet.ts";

/** A posting, with what the wallet held after it. */
export interface ShownMovement extends OwnMovement {
  readonly balanceCents: Cents;
}

/** The wallet of one of the reader's own households, with a page of its postings. */
export interface OwnWallet extends Wallet {
  readonly household: OwnHousehold;
  readonly movements: readonly ShownMovement[];
  /** The posting after which older ones follow; null where none do. */
  readonly next: number | null;
  readonly firstDay: CivilDate | null;
}

export interface OwnWalletView {
  readonly around: Around;
  readonly households: readonly OwnHousehold[];
  /** Null for who takes part in no household. */
  readonly wallet: OwnWallet | null;
}

/** Reads the wallet and a page of its statement in one round trip. */
export async function readOwnWallet(
  request: Request,
  asked: MovementsAsked,
): Promise<Outcome<OwnWalletView, AccessRefusal>> {
  const { session } = request.credentials;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    households: ownHouseholds(session),
    movements: ownMovements(session, { ...asked, limit: asked.limit + 1 }),
    firstDay: firstMovementDay(session, asked.household),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  const { households, movements, firstDay } = known;
  const household = meant(households, asked.household);
  const around = aroundOf(known, request);
  if (household === null) {
    if (asked.household !== null) return refuse({ code: "not-found", what: "household" });
    return accept({ around, households, wallet: null });
  }
  const allowed = allowPrivate(principal, "wallet.read", { household: household.id }, "household");
  if (!allowed.ok) return allowed;
  const wallet = { ...walletOf(household, movements, asked.limit), firstDay };
  return accept({ around, households, wallet });
}

function meant(households: readonly OwnHousehold[], which: HouseholdId | null) {
  const found = which === null ? households[0] : households.find(({ id }) => id === which);
  return found ?? null;
}

function walletOf(
  household: OwnHousehold,
  read: readonly OwnMovement[],
  limit: number,
): Omit<OwnWallet, "firstDay"> {
  const view = walletView(household.wallet ?? { walletCents: ZERO, heldCents: ZERO });
  const movements = read.slice(0, limit).map((movement) => ({
    ...movement,
    balanceCents: subtractCents(view.balanceCents, movement.newerCents),
  }));
  const next = read.length > limit ? (movements.at(-1)?.id ?? null) : null;
  return { ...view, household, movements, next };
}
