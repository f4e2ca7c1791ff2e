import { ruleAt, type RuleVersion } from "#domain/governance/rule.ts";
import type { LineId, OrderId } from "#domain/kernel/ids.ts";
import { type Instant, MINUTE } from "#domain/kernel/instant.ts";
import { ZERO } from "#domain/kernel/money.ts";
import type { LetterLang } from "#domain/notices/letter.ts";
import { standingMail } from "#domain/notices/standing-mail.ts";
import { checkOpen, type PricedLine, sumOrder } from "#domain/orders/ordering.ts";
import type { TermsOfTrade } from "#domain/orders/rules.ts";
import { placeStanding, type StandingOutcome } from "#domain/orders/standing.ts";
import { ORDER_GUARDS, type PlaceOrder } from "#market/orders/place-order.ts";
import { writeOrder } from "#market/orders/plan-order.ts";
import { termsInForce } from "#market/orders/terms.ts";
import type { Database, Statement } from "#ports/database.ts";
import type { Ids } from "#ports/ids.ts";
import { cycleById, type CycleRow } from "#store/cycles.ts";
import { queueLetter } from "#store/letters.ts";
import { type CycleForOrder, cycleForOrder } from "#store/cycle-for-order.ts";
import { type HouseholdForOrder, householdForOrder, placeForOrder } from "#store/ordering.ts";
import { networkRules } from "#store/rules.ts";
import {
  type DueStanding,
  dueStanding,
  insertRun,
  isStandingDone,
  offersOfStanding,
  STANDING_DONE,
} from "#store/standing-due.ts";
import {
  changeStanding,
  STANDING_CHANGED,
  standingById,
  type StandingRow,
} from "#store/standing.ts";
import { readBatch } from "#store/statement.ts";
import { numberAt } from "./allocation.ts";
import { takeSteps } from "./steps.ts";

/** Who turns lists into orders, and when. */
export interface StandingHand {
  readonly database: Database;
  readonly ids: Ids;
  readonly now: Instant;
}

/** How history names who did it. */
const ACTOR = "system:standing";
/** As many a minute at most: the others are next. */
const MOST = 500;
const RACES = [...Object.keys(ORDER_GUARDS), STANDING_CHANGED, STANDING_DONE];

/**
 * Turns every list whose moment has come into an order of its cycle: one batch each, which holds
 * the order, what came of the list, and the letter about it. Done by cron every minute, from facts
 * alone: it can die anywhere, run twice, or run beside itself, and each list is ordered once. A
 * list that fails does not keep the others waiting.
 */
export async function placeStandingOrders(hand: StandingHand): Promise<void> {
  const { database, now } = hand;
  const { rules } = await readBatch(database, { rules: networkRules() });
  const isSetUp = ruleAt(rules, "wallet-floor", now) !== null;
  if (!isSetUp) return;
  const waitMs = numberAt(rules, "standing-minutes", now) * MINUTE;
  const { due } = await readBatch(database, { due: dueStanding(now, { waitMs, limit: MOST }) });
  const failures: unknown[] = [];
  for (const one of due) {
    try {
      await takeSteps(database, () => nextStep(hand, one, rules), RACES);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, String(failures[0]));
}

/** The one batch of a list in a cycle; null once it is written, or must be looked at anew. */
async function nextStep(
  hand: StandingHand,
  due: DueStanding,
  rules: readonly RuleVersion[],
): Promise<readonly Statement[] | null> {
  const { now, database } = hand;
  const known = await readBatch(database, {
    isDone: isStandingDone(due),
    standing: standingById(due.standingId),
    cycle: cycleForOrder(due.cycleId),
    row: cycleById(due.cycleId),
    offers: offersOfStanding(due, now),
    household: householdForOrder(due.householdId, due.cycleId),
    place: placeForOrder(due, due.cycleId),
  });
  const { standing, cycle, row, household } = known;
  const isStill = standing?.version === due.version && standing.pausedAt === null;
  if (known.isDone || !isStill || cycle === null || row === null || household === null) return null;
  if (!checkOpen(cycle, now).ok) return null;
  const terms = termsInForce(rules, now);
  const outcome = placeStanding(standing, { ...known, household, terms });
  const language = household.language ?? due.language;
  return batchOf(hand, { standing, cycle, row, household, terms, outcome, language });
}

interface Decided {
  readonly standing: StandingRow;
  readonly cycle: CycleForOrder;
  readonly row: CycleRow;
  readonly household: HouseholdForOrder;
  readonly terms: TermsOfTrade;
  readonly outcome: StandingOutcome;
  /** Of whoever reads the letters: known by the address, or else by whose list it is. */
  readonly language: LetterLang;
}

function batchOf(hand: StandingHand, decided: Decided): Statement[] {
  const { standing, cycle, outcome } = decided;
  const isOrdered = outcome.kind === "placed" || outcome.kind === "partly";
  const orderId = isOrdered ? hand.ids.next<OrderId>() : null;
  const order =
    isOrdered && orderId !== null ? orderOf(hand, decided, { orderId, lines: outcome.lines }) : [];
  const run = insertRun({
    standingId: standing.id,
    cycleId: cycle.cycleId,
    at: hand.now,
    outcome: outcome.kind,
    orderId,
    reason: outcome.kind === "failed" ? outcome.no : null,
    told: outcome.told,
  });
  // The list still is as it was decided on: who changes it at this moment has it looked at anew.
  const still = changeStanding(standing, { skipsNext: false });
  return [still, ...order, run, ...letterOf(hand, decided)];
}

function orderOf(
  { ids, now }: StandingHand,
  { standing, cycle, household, terms, language }: Decided,
  made: { readonly orderId: OrderId; readonly lines: readonly PricedLine[] },
): Statement[] {
  const fee = standing.place === "home" ? terms.deliveryFee : ZERO;
  const lines = made.lines.map((line) => ({ ...line, id: ids.next<LineId>() }));
  const sums = sumOrder(
    lines.map(({ state }) => state),
    fee,
  );
  const { householdId, personId, place, slotId, payment } = standing;
  const command: PlaceOrder = {
    cycleId: cycle.cycleId,
    householdId,
    contact: null,
    language,
    place,
    slotId,
    payment,
    card: null,
    wishes: [],
  };
  const basket = { column: "person_id", value: personId, personId } as const;
  const decided = { cycle, household, terms, lines, actor: ACTOR, basket, language };
  const writing = { actor: ACTOR, key: `${standing.id}:${cycle.cycleId}`, ports: { ids, now } };
  return writeOrder(writing, command, decided, { ...made, lines, sums, isCharged: false });
}

/** The order has a letter of its own; this one tells what is missing, or why there is none. */
function letterOf({ now }: StandingHand, decided: Decided): Statement[] {
  const { standing, row, household, outcome, language } = decided;
  const isTold = outcome.kind === "partly" || outcome.kind === "failed";
  if (!isTold || household.email === null) return [];
  const byVariant = new Map(standing.lines.map((line) => [line.variantId, line]));
  const lines = outcome.told.flatMap((told) => {
    const line = byVariant.get(told.variantId);
    if (line === undefined) return [];
    const { productName, label, kind } = line;
    const name = label === "" ? productName : `${productName} ${label}`;
    return [{ ...told, name, unit: kind === "kg" ? "kg" : "pz" }];
  });
  const no = outcome.kind === "failed" ? outcome.no : null;
  const letter = standingMail(language, { cycleCode: row.code, no, lines });
  const key = `standing-order:${standing.id}:${row.id}`;
  return queueLetter({ key, to: household.email, letter, at: now });
}
