import type { CycleId } from "#domain/kernel/ids.ts";
import { HOUR } from "#domain/kernel/instant.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { producerSheetMail } from "#domain/notices/producer-mail.ts";
import type { Statement } from "#ports/database.ts";
import { cycleById, type CycleRow } from "#store/cycles.ts";
import { afterwards } from "#store/outbox.ts";
import { type SheetProducer, sheetProducers, type SheetRow, sheetRows } from "#store/sheets.ts";
import { readBatch } from "#store/statement.ts";
import { eventOf, RACES, type Run } from "./close-steps.ts";
import { takeSteps } from "./steps.ts";

/** How long a hub can look at a close, and open the cycle again, before producers are told. */
const REOPENING_TIME = HOUR;

/**
 * Tells the producers, once: one letter each, in the batch of the event after which the cycle
 * opens no more. The hub asks for it, or it happens an hour after the close.
 */
export function sendSteps(run: Run, cycleId: CycleId, isAsked: boolean): Promise<void> {
  return takeSteps(run.database, () => nextStep(run, cycleId, isAsked), RACES);
}

async function nextStep(
  run: Run,
  cycleId: CycleId,
  isAsked: boolean,
): Promise<readonly Statement[] | null> {
  const { cycle, producers, rows } = await readBatch(run.database, {
    cycle: cycleById(cycleId),
    producers: sheetProducers(cycleId),
    rows: sheetRows(cycleId, null),
  });
  if (cycle?.state !== "allocated") return null;
  if (!isAsked && run.now < cycle.closesAt + REOPENING_TIME) return null;
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
  const mail = producerSheetMail({ cycleCode, deliveryDay, producerName: name, lines });
  const key = `producer-sheet:${cycle.id}:${enterpriseId}`;
  return [afterwards({ topic: "mail", key, payload: { to: email, ...mail }, at: run.now })];
}
