import type { EnterpriseId } from "#domain/kernel/ids.ts";
import { sumCents } from "#domain/kernel/money.ts";
import { type CycleBooks, cycleBooks } from "#domain/ledger/cycle-books.ts";
import { isPublished, type ProducerCell, producerParts } from "#domain/network/figures.ts";
import type { Database, Statement } from "#ports/database.ts";
import type { CycleRow } from "#store/cycles.ts";
import {
  addProducerParts,
  buyersByProducer,
  cycleReach,
  insertCycleFigure,
} from "#store/figures.ts";
import { cycleSums } from "#store/ledger-reads.ts";
import { readBatch } from "#store/statement.ts";

/**
 * What the network will say of a cycle in public, from its books and its orders as they are when it
 * is settled: written in the batch that settles it, so that it is there once and never moves. A
 * cycle in which nothing was charged has no figures.
 */
export async function figuresOf(database: Database, cycle: CycleRow): Promise<Statement[]> {
  const { reach, buyers, sums } = await readBatch(database, {
    reach: cycleReach(cycle.id),
    buyers: buyersByProducer(cycle.id),
    sums: cycleSums(cycle.id),
  });
  if (reach === null) return [];
  const books = cycleBooks(sums);
  const figure = {
    cycleId: cycle.id,
    ...reach,
    goodsCents: sumCents(books.producers.map((producer) => producer.goodsCents)),
    toProducersCents: books.payableCents,
    networkFeeCents: books.networkFeeCents,
    vatCents: sumCents(books.vat.map((rate) => rate.vatCents)),
    deliveryCents: books.deliveryIncomeCents,
    depositsCents: books.depositsCents,
  };
  const told = insertCycleFigure(figure);
  if (!isPublished(figure)) return [told];
  return [told, addProducerParts(reach.month, producerParts(cellsOf(books, buyers)))];
}

function cellsOf(books: CycleBooks, buyers: ReadonlyMap<EnterpriseId, number>): ProducerCell[] {
  return books.producers
    .filter(({ goodsCents }) => goodsCents > 0)
    .map(({ enterpriseId, goodsCents, payableCents, networkFeeCents }) => ({
      enterpriseId,
      buyers: buyers.get(enterpriseId) ?? 0,
      goodsCents,
      toProducersCents: payableCents,
      networkFeeCents,
    }));
}
