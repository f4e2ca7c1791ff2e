/** Wallet openings and attempts of a generated week, set together: floors are met exactly. */
import type { Dice } from "./dice.ts";
import { ordersOnly } from "./generate-close.ts";
import type { Identify } from "./identify.ts";
import { askedLines, total, valueAtNominal } from "./oracle-close.ts";
import type { Asked } from "./oracle-close.ts";
import type {
  AttemptEntry,
  HouseholdEntry,
  LineEntry,
  NetworkFile,
  ProductEntry,
} from "./week-files.ts";

type Try = Omit<AttemptEntry, "id">;

/** The network with its wallets filled, and orders that are tried and leave no trace. */
export function setAttempts(
  chance: Dice,
  name: Identify,
  orders: { readonly network: NetworkFile; readonly lines: readonly LineEntry[] },
): { readonly network: NetworkFile; readonly attempts: AttemptEntry[] } {
  const { network, lines } = orders;
  const asked = askedLines(network, ordersOnly(lines));
  const tries: Try[] = [];
  const households = network.households.map((household) => {
    if (household.payment === "card") return household;
    const own = asked.filter(({ line }) => line.household === household.id);
    const wallet = { household, own, products: network.products, asked };
    const filled = fillWallet(chance, network.network.wallet_floor_cents, wallet);
    tries.push(...filled.tries);
    return { ...household, wallet_opening_cents: filled.opening };
  });
  const attempts = chance
    .shuffled(tries)
    .map((one, place) => ({ id: name("A", place + 1), ...one }));
  return { network: { ...network, households }, attempts };
}

interface Wallet {
  readonly household: HouseholdEntry;
  /** The household's own lines, and all lines, both in order of `seq`. */
  readonly own: readonly Asked[];
  readonly asked: readonly Asked[];
  readonly products: readonly ProductEntry[];
}

interface Filled {
  readonly opening: number;
  readonly tries: readonly Try[];
}

/** An opening under which every line of the household is accepted, RULES §3. */
function fillWallet(chance: Dice, floor: number, wallet: Wallet): Filled {
  const least = floor + total(wallet.own.map(({ estimate }) => estimate));
  if (wallet.own.length === 0 && chance.chance(50)) {
    return {
      opening: chance.pick([0, -1500, floor, floor - 700]),
      tries: tryOrNot(chance, wallet),
    };
  }
  const roll = chance.below(100);
  if (roll < 15) return { opening: least, tries: tryOrNot(chance, wallet) };
  if (roll < 20) return { opening: least + 1, tries: tryOrNot(chance, wallet) };
  if (roll < 50) return tryAtTheFloor(chance, least, wallet);
  if (roll < 65 && least <= 0) return { opening: 0, tries: tryOrNot(chance, wallet) };
  if (roll < 85 && least < 0) return { opening: chance.between(least, -1), tries: [] };
  return { opening: least + chance.between(0, 9000), tries: tryOrNot(chance, wallet) };
}

/** One more order that would leave the wallet exactly at the floor, or one cent below it. */
function tryAtTheFloor(chance: Dice, least: number, wallet: Wallet): Filled {
  const afterAll = wallet.asked.at(-1)?.line.seq ?? 0;
  const after = chance.pick([wallet.own.at(-1)?.line.seq ?? 0, afterAll]);
  const tried = tryOrder(chance, wallet, after);
  if (tried === undefined) return { opening: least, tries: [] };
  const exactly = least + tried.estimate;
  if (exactly > least && chance.chance(45)) return { opening: exactly - 1, tries: [tried.attempt] };
  // Tried twice after one line: each is accepted alone, as if the other were not there.
  const twice = chance.chance(30) ? [tried.attempt, tried.attempt] : [tried.attempt];
  return { opening: exactly, tries: twice };
}

function tryOrNot(chance: Dice, wallet: Wallet): Try[] {
  if (chance.chance(75)) return [];
  const after = chance.chance(25) ? 0 : chance.pick(wallet.asked).line.seq;
  const tried = tryOrder(chance, wallet, after);
  return tried === undefined ? [] : [tried.attempt];
}

/** An order of something that the household has not ordered yet at that moment. */
function tryOrder(
  chance: Dice,
  { household, own, products }: Wallet,
  after: number,
): { readonly attempt: Try; readonly estimate: number } | undefined {
  const had = new Set(own.filter(({ line }) => line.seq <= after).map(({ line }) => line.product));
  const others = products.filter(({ id }) => !had.has(id));
  if (others.length === 0) return undefined;
  const product = chance.pick(others);
  const wanted = product.step_milli * chance.between(1, 6);
  const tolerated = chance.chance(30) ? product.step_milli * chance.between(1, 20) : 0;
  return {
    attempt: {
      after_seq: after,
      household: household.id,
      product: product.id,
      qty_milli: wanted,
      tolerance_milli: tolerated,
    },
    estimate: valueAtNominal(product, wanted),
  };
}
