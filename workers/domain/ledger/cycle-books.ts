import type { CycleId, EnterpriseId } from "#domain/kernel/ids.ts";
import { id } from "#domain/kernel/ids.ts";
import { addCents, type Cents, negateCents, sumCents } from "#domain/kernel/money.ts";
import { type BasisPoints, basisPoints } from "#domain/kernel/quantity.ts";

/**
 * What the postings of one cycle moved, added up: by their kind and by account. Accounts of
 * households go by their class ("wallet"), those of producers by their whole code.
 */
export interface CycleSum {
  readonly kind: string;
  /** The posting, where each has its own row: a producer's settlement. Else "". */
  readonly ref: string;
  readonly account: string;
  /** Debit positive. */
  readonly cents: Cents;
}

/** Sales at one rate; `grossCents` is `netCents` and the VAT within. */
export interface VatTotal {
  readonly rate: BasisPoints;
  readonly grossCents: Cents;
  readonly vatCents: Cents;
  readonly netCents: Cents;
}

export interface ProducerBooks {
  readonly enterpriseId: EnterpriseId;
  readonly goodsCents: Cents;
  readonly networkFeeCents: Cents;
  readonly payableCents: Cents;
  readonly vat: readonly VatTotal[];
}

/** What a cycle came to (RULES §7): everything collected is somebody's. */
export interface CycleBooks {
  /** What all orders were charged, however they pay. */
  readonly collectedCents: Cents;
  readonly goodsCents: Cents;
  readonly deliveryIncomeCents: Cents;
  readonly depositsCents: Cents;
  readonly walletDebitedCents: Cents;
  readonly cardChargedCents: Cents;
  /** What cards have really paid of what they were charged. */
  readonly cardCapturedCents: Cents;
  /** What was paid in another way of what cards did not pay. */
  readonly dueCollectedCents: Cents;
  readonly atPickupCents: Cents;
  readonly paidAtPickupCents: Cents;
  readonly networkFeeCents: Cents;
  readonly payableCents: Cents;
  /** What was given back since for problems, whoever bears it; in none of the figures above. */
  readonly refundedCents: Cents;
  /** Goods charged to households and not yet handed on to producers: 0 in the end. */
  readonly unsettledSalesCents: Cents;
  readonly producers: readonly ProducerBooks[];
  /** Over all producers: their figures added, nothing extracted again. */
  readonly vat: readonly VatTotal[];
}

/** Reads a cycle's books from what its postings moved. */
export function cycleBooks(sums: readonly CycleSum[]): CycleBooks {
  const debits = (kind: string, ...accounts: readonly string[]) =>
    sumCents(
      sums
        .filter((sum) => sum.kind === kind && accounts.includes(sum.account))
        .map((sum) => sum.cents),
    );
  const credits = (kind: string, ...accounts: readonly string[]) =>
    negateCents(debits(kind, ...accounts));
  const walletDebitedCents = debits("order-settlement", "wallet", "wallet-held");
  const cardChargedCents = debits("order-settlement", "card-receivable");
  const atPickupCents = debits("order-settlement", "pickup-receivable");
  const producers = producersOf(sums);
  return {
    collectedCents: sumCents([walletDebitedCents, cardChargedCents, atPickupCents]),
    goodsCents: credits("order-settlement", "sales"),
    deliveryIncomeCents: credits("order-settlement", "delivery-income"),
    depositsCents: credits("order-settlement", "deposits"),
    walletDebitedCents,
    cardChargedCents,
    cardCapturedCents: debits("card-capture", "card-clearing"),
    dueCollectedCents: debits("due-payment", "cash", "bank"),
    atPickupCents,
    paidAtPickupCents: debits("pickup-payment", "cash"),
    networkFeeCents: sumCents(producers.map((producer) => producer.networkFeeCents)),
    payableCents: sumCents(producers.map((producer) => producer.payableCents)),
    refundedCents: credits("order-refund", "wallet", "refunds-due"),
    unsettledSalesCents: unsettled(sums),
    producers,
    vat: addVat(producers.flatMap((producer) => producer.vat)),
  };
}

function unsettled(sums: readonly CycleSum[]): Cents {
  const sales = sums.filter((sum) => classOf(sum.account) === "sales");
  return negateCents(sumCents(sales.map((sum) => sum.cents)));
}

function producersOf(sums: readonly CycleSum[]): ProducerBooks[] {
  const byRef = new Map<string, CycleSum[]>();
  for (const sum of sums) {
    if (sum.kind !== "producer-settlement") continue;
    byRef.set(sum.ref, [...(byRef.get(sum.ref) ?? []), sum]);
  }
  return [...byRef].map(([ref, own]) => producerBooks(ref, own));
}

function producerBooks(ref: string, own: readonly CycleSum[]): ProducerBooks {
  const of = (name: string) => own.filter((sum) => classOf(sum.account) === name);
  const credited = (name: string) => negateCents(sumCents(of(name).map((sum) => sum.cents)));
  const rates = new Set([...of("vat"), ...of("taxable")].map(rateOf));
  const at = (name: string, rate: BasisPoints) =>
    negateCents(sumCents(of(name).flatMap((sum) => (rateOf(sum) === rate ? [sum.cents] : []))));
  return {
    enterpriseId: id<EnterpriseId>(ref.split(":").at(-1) ?? ""),
    goodsCents: sumCents(of("sales").map((sum) => sum.cents)),
    networkFeeCents: credited("network-fee"),
    payableCents: credited("payable"),
    vat: [...rates]
      .toSorted((a, b) => a - b)
      .map((rate) => vatTotal(rate, at("taxable", rate), at("vat", rate))),
  };
}

function vatTotal(rate: BasisPoints, netCents: Cents, vatCents: Cents): VatTotal {
  return { rate, grossCents: addCents(netCents, vatCents), vatCents, netCents };
}

function addVat(totals: readonly VatTotal[]): VatTotal[] {
  const rates = [...new Set(totals.map((total) => total.rate))].toSorted((a, b) => a - b);
  return rates.map((rate) => {
    const own = totals.filter((total) => total.rate === rate);
    const net = sumCents(own.map((total) => total.netCents));
    return vatTotal(rate, net, sumCents(own.map((total) => total.vatCents)));
  });
}

function classOf(account: string): string {
  return account.split(":")[0] ?? account;
}

function rateOf(sum: CycleSum): BasisPoints {
  return basisPoints(Number(sum.account.split(":").at(-1)));
}

/** The ref of a cycle's settlement with a producer. */
export function producerSettlementRef(cycle: CycleId, producer: EnterpriseId): string {
  return `producer-settlement:${cycle}:${producer}`;
}
