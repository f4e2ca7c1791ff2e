import type { CycleId } from "#domain/kernel/ids.ts";
import { MINUTE } from "#domain/kernel/instant.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { producerSheetMail } from "#domain/notices/producer-mail.ts";
import type { Statement } from "#ports/database.ts";
import { cycleById, type CycleRow } from "#store/cycles.ts";
import { queueLetter } from "#store/letters.ts";
import { networkRules } from "#store/rules.ts";
import { type SheetProducer, sheetProducers, type SheetRow, sheetRows } from "#store/sheets.ts";
import { readBatch } from "#store/statement.ts";
import { numberAt } from "./allocation.ts";
import { eventOf, RACES, type Run } from "./close-steps.ts";
import { takeSteps } from "./steps.ts";

/**
 * Tells the producers, once: one letter each, in the batch of the event after which the cycle
 * opens no more. The hub asks for it, or it happens by itself some time after the close: an hour,
 * unless the network decided otherwise.
 */
export function sendSteps(run: Run, cycleId: CycleId, isAsked: boolean): Promise<void> {
  return takeSteps(run.database, () => nextStep(run, cycleId, isAsked), RACES);
}

async function nextStep(
  run: Run,
  cycleId: CycleId,
  isAsked: boolean,
): Promise<readonly Statement[] | null> {
  const { cycle, producers, rows, network } = await readBatch(run.database, {
    cycle: cycleById(cycleId),
    producers: sheetProducers(cycleId),
    rows: sheetRows(cycleId, null),
    network: networkRules(),
  });
  if (cycle?.state !== "allocated") return null;
  const wait = numberAt(network, "dispatch-minutes", cycle.closesAt) * MINUTE;
  if (!isAsked && run.now < cycle.closesAt + wait) return null;
  const letters = producers.flatMap((producer) => letterTo(run, cycle, producer, rows));
  return [eventOf(run, cycle, "sent"), ...letters];
}

function letterTo(
  run: Run,
  cycle: CycleRow,
  { enterpriseId, name, email }: SheetProducer,
  rows: readonly SheetRow[],
): Statement[] {
  if (email === null) return [];
  const lines = rows
    .filter((row) => row.enterpriseId === enterpriseId)
    .map((row) => ({ ...row, orderedMilli: row.orderedMilli ?? milli(0) }));
  const { code: cycleCode, deliveryDay } = cycle;
  const letter = producerSheetMail("it", { cycleCode, deliveryDay, producerName: name, lines });
  const key = `producer-sheet:${cycle.id}:${enterpriseId}`;
  return queueLetter({ key, to: email, letter, at: run.now });
}
