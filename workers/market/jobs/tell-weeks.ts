import type { Instant } from "#domain/kernel/instant.ts";
import type { Letter } from "#domain/notices/letter.ts";
import { closingSoonMail, pickupDayMail, weekOpensMail } from "#domain/notices/week-mail.ts";
import { noticesDue, type WeekNotice } from "#domain/orders/week-notices.ts";
import type { Database } from "#ports/database.ts";
import {
  cyclesToTell,
  type CycleToTell,
  NOTICE_TOLD,
  noticeReached,
  type NoticeReader,
  noticeReaders,
} from "#store/cycle-notices.ts";
import { queueLetter } from "#store/letters.ts";
import { readBatch } from "#store/statement.ts";

/** How many people are told in one batch, and how many batches a run takes: the rest waits. */
const AT_ONCE = 100;
const BATCHES = 50;

/** Guards that say: another run was here first. It tells the rest. */
const RACES: ReadonlySet<string> = new Set([NOTICE_TOLD, "outbox.key"]);

/**
 * Tells people of the weeks: that one opens, that it closes soon, that today is the day. Each
 * letter goes to each person once: how far it went is written down with the letters themselves.
 */
export async function tellWeeks(
  { database, now }: { readonly database: Database; readonly now: Instant },
  atOnce = AT_ONCE,
): Promise<void> {
  const { cycles } = await readBatch(database, { cycles: cyclesToTell() });
  for (const cycle of cycles) {
    for (const notice of noticesDue(cycle, now)) {
      await tell({ database, now, atOnce }, cycle, notice);
    }
  }
}

interface Run {
  readonly database: Database;
  readonly now: Instant;
  readonly atOnce: number;
}

async function tell(run: Run, cycle: CycleToTell, notice: WeekNotice): Promise<void> {
  const before = cycle.told.find((one) => one.notice === notice);
  if (before?.isDone === true) return;
  let from = before?.reached ?? null;
  for (let batch = 0; batch < BATCHES; batch++) {
    const reached = await tellSome(run, cycle, { notice, from });
    if (reached === null) return;
    from = reached;
  }
}

/** Tells the next people; gives the last of them, or null where nobody is left to tell. */
async function tellSome(
  { database, now, atOnce }: Run,
  cycle: CycleToTell,
  { notice, from }: { readonly notice: WeekNotice; readonly from: string | null },
): Promise<string | null> {
  const cycleId = cycle.id;
  const asked = { cycleId, notice, after: from ?? "", now, limit: atOnce };
  const { readers } = await readBatch(database, { readers: noticeReaders(asked) });
  const isDone = readers.length < atOnce;
  const reached = readers.at(-1)?.id ?? from ?? "";
  const letters = readers.flatMap((reader) =>
    queueLetter({
      key: `${notice}:${cycleId}:${reader.id}`,
      to: reader.address,
      letter: letterFor(notice, cycle, reader),
      link: { path: pathFor(notice, reader), words: [] },
      at: now,
    }),
  );
  const note = noticeReached({ cycleId, notice }, { from, reached, at: now, isDone });
  const written = await database.write([note, ...letters]);
  if (written.kind === "guarded") {
    if (!RACES.has(written.guard)) throw new Error(`guard not expected: ${written.guard}`);
    return null;
  }
  return isDone ? null : reached;
}

function letterFor(notice: WeekNotice, cycle: CycleToTell, reader: NoticeReader): Letter {
  const { lang, orders, hasBasket } = reader;
  if (notice === "week-opens") return weekOpensMail(lang, cycle);
  if (notice === "pickup-day") return pickupDayMail(lang, orders);
  return closingSoonMail(lang, cycle, { orders: orders.map(({ code }) => code), hasBasket });
}

/** The page that the letter's one link opens, in its reader's language. */
function pathFor(notice: WeekNotice, reader: NoticeReader): string {
  const path = pageFor(notice, reader);
  return reader.lang === "it" ? path : `/${reader.lang}${path}`;
}

function pageFor(notice: WeekNotice, { orders, hasBasket }: NoticeReader): string {
  if (notice === "week-opens") return "/prodotti";
  if (notice === "pickup-day") return "/io/ordini";
  if (hasBasket) return "/cassetta";
  return orders.length > 0 ? "/io/ordini" : "/prodotti";
}
