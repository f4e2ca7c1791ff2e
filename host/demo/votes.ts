import type { Client } from "#host/week/client.ts";
import { ID_ALPHABET } from "#domain/kernel/ids.ts";
import { DAY, HOUR } from "#domain/kernel/instant.ts";
import {
  boardBallots,
  boardElection,
  dearerDelivery,
  dearerDeliveryBallots,
  type DemoBallot,
  type DemoProposal,
  lowerFee,
  lowerFeeBallots,
  lowerFeeComments,
  mediatorsElection,
  moreDays,
  moreDaysBallots,
} from "#schema/demo/proposals.ts";
import type { DemoPeople, Stage } from "./stage.ts";
import { comeIn } from "./voters.ts";

interface Made {
  readonly id: string;
}

/** A proposal whose last call was counted; the result is canonical JSON. */
interface Counted {
  readonly tally: { readonly result: string } | null;
}

/** Days from the notice to the opening, and from there to the close, of the votes of the demo. */
const UNTIL_OPEN = 8;
const OPEN = 5;

/** Where votes are held: the stage, the people, and the proposals that were made so far. */
interface Floor {
  readonly stage: Stage;
  readonly people: DemoPeople;
  readonly ids: Map<DemoProposal, string>;
}

/** What members decide in the demo's past, in the gaps between its weeks, and now. */
export function demoVotes(stage: Stage, people: DemoPeople) {
  const floor: Floor = { stage, people, ids: new Map() };
  return {
    /** Before the first of the earlier weeks. */
    begin: () => propose(floor, moreDays),
    /** After each of the earlier weeks. */
    afterWeek: afterWeeks(floor),
    /** So that their votes are open when the demo is looked at: a week before their notice. */
    proposeLast: () => eachOf(LAST, (proposal) => propose(floor, proposal)),
    noticeLast: () => eachOf(LAST, (proposal) => notice(floor, proposal)),
    /** Whom the vote on the board elected, by the codes of members. */
    elected: (client: Client) => electedBy(client, floor.ids.get(boardElection) ?? ""),
    voteLast: () => cast(floor, lowerFee, { ballots: lowerFeeBallots }),
  };
}

/** After each of the earlier weeks. */
function afterWeeks(floor: Floor): readonly (() => Promise<void>)[] {
  const { stage } = floor;
  const [few = [], fewer = []] = dearerDeliveryBallots;
  return [
    async () => {
      await pass(stage, 2);
      await hold(floor, moreDays, moreDaysBallots);
      await propose(floor, dearerDelivery);
    },
    async () => {
      await pass(stage, 2);
      await hold(floor, dearerDelivery, few);
      // The result may be challenged for five days; the second call opens a day after that.
      await pass(stage, 5);
      await pass(stage, 2);
      await cast(floor, dearerDelivery, { ballots: fewer, callNumber: 2 });
    },
    () => propose(floor, boardElection),
    async () => {
      await pass(stage, 1);
      await hold(floor, boardElection, boardBallots);
    },
  ];
}

const LAST = [mediatorsElection, lowerFee] as const;

/** One after the other: what comes later has the higher number. */
async function eachOf<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (const one of all) await act(one);
}

async function electedBy(client: Client, proposalId: string) {
  const { tally } = await client.get<Counted>(`/proposals/${proposalId}`);
  const { winners } = JSON.parse(tally?.result ?? "{}") as { winners?: readonly string[] };
  return { proposalId, members: winners ?? [] };
}

export type DemoVotes = ReturnType<typeof demoVotes>;

async function pass(stage: Stage, days: number): Promise<void> {
  stage.clock.set(stage.clock.now() + days * DAY);
  await stage.tick();
}

/** The vote of a first call, from its notice to its count. */
async function hold(
  floor: Floor,
  proposal: DemoProposal,
  ballots: readonly DemoBallot[],
): Promise<void> {
  await notice(floor, proposal);
  await pass(floor.stage, UNTIL_OPEN + 1);
  await cast(floor, proposal, { ballots });
  await pass(floor.stage, OPEN);
}

async function notice({ stage, people, ids }: Floor, proposal: DemoProposal): Promise<void> {
  const { client } = await comeIn(stage, people, proposal.author);
  await client.write("POST", `/proposals/${ids.get(proposal)}/calls`, {});
}

/** Writes a proposal, puts it before the members, and finds those who support it. */
async function propose({ stage, people, ids }: Floor, proposal: DemoProposal): Promise<void> {
  const { author, endorsers, code: _code, ...told } = proposal;
  const { client, memberId } = await comeIn(stage, people, author);
  const draft = await client.write<Made>("POST", "/proposals", { memberId, ...told });
  ids.set(proposal, draft.id);
  const path = `/proposals/${draft.id}`;
  await client.write("POST", `${path}/submission`, {});
  stage.clock.set(stage.clock.now() + HOUR);
  for (const person of endorsers) {
    const endorser = await comeIn(stage, people, person);
    const body = { memberId: endorser.memberId };
    await endorser.client.write("POST", `${path}/endorsements`, body);
  }
  const comments = proposal === lowerFee ? lowerFeeComments : [];
  for (const [person, stance, words] of comments) {
    const { client: own, memberId: by } = await comeIn(stage, people, person);
    await own.write("POST", `${path}/comments`, { memberId: by, stance, words });
  }
}

interface Casting {
  readonly ballots: readonly DemoBallot[];
  readonly callNumber?: number;
}

/** Everybody votes with their own passkey; who is elected is voted on in secret. */
async function cast(
  { stage, people, ids }: Floor,
  proposal: DemoProposal,
  { ballots, callNumber = 1 }: Casting,
): Promise<void> {
  const isSecret = proposal.subject === "election";
  for (const [person, said] of ballots) {
    const { client, memberId } = await comeIn(stage, people, person);
    const choice = typeof said === "string" ? { vote: said } : { ranking: said };
    const own = { callNumber, memberId, choice };
    const body = isSecret ? { ...own, tracker: newTracker() } : own;
    const box = isSecret ? "secret-ballots" : "ballots";
    await client.write("POST", `/proposals/${ids.get(proposal)}/${box}`, body);
  }
}

/** As a voter's browser makes one: 130 random bits. */
function newTracker(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  return Array.from(bytes, (byte) => ID_ALPHABET.charAt(byte % 32)).join("");
}
