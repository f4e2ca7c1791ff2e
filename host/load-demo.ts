import { DAY, HOUR, instant, later, MINUTE } from "#domain/kernel/instant.ts";
import {
  lastWeekOrders,
  lastWeekReturns,
  lastWeekShortages,
  lastWeekWeights,
} from "#schema/demo/last-week.ts";
import { demoShifts, todaysShifts } from "#schema/demo/rounds.ts";
import { demoGuest, demoTopUps, nextWeekOrders, thisWeekOrders } from "#schema/demo/orders.ts";
import { todaysGuest, todaysOrders } from "#schema/demo/todays-round.ts";
import { conveneNext, holdAssembly, seatBoard } from "./demo/assemblies.ts";
import { type DemoCalendar, demoCalendar } from "./demo/calendar.ts";
import { deliver, settle } from "./demo/delivery.ts";
import { keepBook } from "./demo/shares.ts";
import { playEarlierWeeks } from "./demo/earlier.ts";
import { type DemoKey, welcomeLast, welcomePeople } from "./demo/people.ts";
import { answerProblems, reportProblems } from "./demo/problems.ts";
import { type DemoFleet, enterFleet, putOnShift } from "./demo/rounds.ts";
import { foundNetwork } from "./demo/set-up.ts";
import { countStocks, listNews } from "./demo/shelves.ts";
import type { DemoPeople, Stage, Told } from "./demo/stage.ts";
import { type DemoToken, issueTokens } from "./demo/tokens.ts";
import {
  askToJoin,
  keepList,
  placeGuestOrder,
  placeOrders,
  publishCycle,
  topUpWallets,
} from "./demo/trade.ts";
import { type DemoVotes, demoVotes } from "./demo/votes.ts";

/** What opens the demo: tokens for programs, passkeys for people. */
export interface DemoSecrets {
  readonly tokens: readonly DemoToken[];
  readonly people: readonly DemoKey[];
}

/** How the demo is told. */
export interface DemoTelling {
  /** Told of each step once it is done. */
  readonly say: (step: string) => void;
  /** False leaves out the weeks of earlier months: the network is founded nine days ago. */
  readonly hasPast?: boolean;
}

/**
 * Plays the demo through the public API, from the founding of the network up to `until`: one small
 * week in each of four earlier months, last week's cycle delivered and settled, this week's open
 * and closing soon, next week's open already. The past comes first, for neither the clock nor the
 * books of a network go back. The stage's clock is moved, and ends at `until` (milliseconds UTC).
 * @throws ApiRefused when the API says no: the cast never asks for what is refused.
 */
export async function loadDemo(
  stage: Stage,
  until: number,
  { say, hasPast = true }: DemoTelling,
): Promise<DemoSecrets> {
  const calendar = demoCalendar(instant(until));
  stage.clock.set(hasPast ? calendar.foundedAt : calendar.welcomedAt);
  const told = await foundNetwork(stage, calendar.today);
  say("la rete, 12 produttori, 36 prodotti, 40 famiglie");
  const people = await welcomePeople(stage, told, calendar.today);
  const votes = demoVotes(stage, people);
  if (hasPast) {
    await playPast(stage, told, { calendar, votes, people });
    say("una settimana in ognuno dei quattro mesi prima, tre voti dei soci e un’assemblea");
  }
  stage.clock.set(calendar.welcomedAt);
  const keys = await welcomeLast(stage, told, { people, today: calendar.today });
  const fleet = await enterFleet(told);
  await playLastWeek(stage, told, calendar, fleet);
  say("12 persone di prova, 34 soci, e la settimana scorsa: ordinata, pesata, consegnata, pagata");
  await playTodaysRound(stage, told, calendar, fleet);
  await playThisWeek(stage, told, calendar, fleet);
  say("questa settimana, che chiude presto, e la prossima, già aperta");
  stage.clock.set(until);
  if (hasPast) await votes.voteLast();
  const tokens = await issueTokens(told);
  await stage.tick();
  return { tokens, people: keys };
}

interface Past {
  readonly calendar: DemoCalendar;
  readonly votes: DemoVotes;
  readonly people: DemoPeople;
}

/** Four weeks in four months, and what members decided between them. */
async function playPast(
  stage: Stage,
  told: Told,
  { calendar, votes, people }: Past,
): Promise<void> {
  await votes.begin();
  const [, , beforeMeeting] = votes.afterWeek;
  const meeting = async () => {
    await beforeMeeting?.();
    await holdAssembly(stage, told, people);
  };
  const afterWeek = votes.afterWeek.with(2, meeting);
  await playEarlierWeeks(stage, told, calendar.earlier, afterWeek);
  stage.clock.set(calendar.welcomedAt - 9 * DAY);
  await seatBoard(stage, told, people, await votes.elected(told.client));
  await votes.proposeLast();
  await keepBook(stage, told, people);
  stage.clock.set(calendar.welcomedAt - HOUR);
  await votes.noticeLast();
  await conveneNext(stage, told);
}

async function playLastWeek(
  stage: Stage,
  told: Told,
  { lastWeek }: DemoCalendar,
  fleet: DemoFleet,
): Promise<void> {
  const { opensAt: from, closesAt: until, deliveryDay } = lastWeek;
  const trading = await publishCycle(told, lastWeek);
  await putOnShift(told, fleet, { id: trading.id, deliveryDay }, demoShifts);
  const asked = { orders: lastWeekOrders, from, until };
  const ordered = { trading, orders: await placeOrders(stage, told, trading, asked) };
  const facts = {
    weights: lastWeekWeights,
    shortages: lastWeekShortages,
    returns: lastWeekReturns,
  };
  await deliver(stage, told, lastWeek, ordered, facts);
  await reportProblems(stage, told, lastWeek, ordered);
  await settle(stage, told, lastWeek, ordered);
  await answerProblems(stage, told, lastWeek, ordered);
  // Twice: what settling asks of the card provider may leave more to do.
  await stage.tick();
  await stage.tick();
}

/** Some bread between two weeks: ordered, told to the baker, and to be fetched today. */
async function playTodaysRound(
  stage: Stage,
  told: Told,
  calendar: DemoCalendar,
  fleet: DemoFleet,
): Promise<void> {
  const { opensAt: from, closesAt: until, deliveryDay } = calendar.todaysRound;
  stage.clock.set(from);
  const trading = await publishCycle(told, calendar.todaysRound);
  await putOnShift(told, fleet, { id: trading.id, deliveryDay }, todaysShifts);
  await placeGuestOrder(told, trading, todaysGuest);
  await placeOrders(stage, told, trading, { orders: todaysOrders, from, until });
  stage.clock.set(until);
  await told.client.write("POST", `/cycles/${trading.id}/closure`, {});
  await told.client.write("POST", `/cycles/${trading.id}/dispatch`, {});
}

/** How long after an opening the demo waits for its lists: a minute more than the network does. */
const LISTS_MINUTES = 61;

async function playThisWeek(
  stage: Stage,
  told: Told,
  calendar: DemoCalendar,
  fleet: DemoFleet,
): Promise<void> {
  const { thisWeek, nextWeek, now: until } = calendar;
  stage.clock.set(calendar.countedAt);
  await topUpWallets(told, demoTopUps);
  await countStocks(told.client, told.names.pools);
  await listNews(told.client, told.names.hub, told.names.variants);
  await keepList(told);
  const soon = await publishCycle(told, thisWeek);
  const next = await publishCycle(told, nextWeek);
  const { deliveryDay } = thisWeek;
  await putOnShift(told, fleet, { id: soon.id, deliveryDay }, demoShifts);
  // An hour after the opening the list becomes an order; the others come after it.
  stage.clock.set(later(thisWeek.opensAt, LISTS_MINUTES * MINUTE));
  await stage.tick();
  const half = instant(Math.floor((thisWeek.opensAt + until) / 2));
  const from = later(thisWeek.opensAt, (LISTS_MINUTES + 1) * MINUTE);
  const early = { orders: thisWeekOrders, from, until: half };
  await placeOrders(stage, told, soon, early);
  await placeGuestOrder(told, soon, demoGuest);
  await placeOrders(stage, told, next, { orders: nextWeekOrders, from: half, until });
  await askToJoin(told);
}
