import type { Choice } from "#domain/governance/ballots/choice.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { instant, later } from "#domain/kernel/instant.ts";
import { tallyCall } from "#market/closing/tally-call.ts";
import { type Database, openDatabase, type Statement } from "#ports/database.ts";
import type { Box } from "#store/calls.ts";
import { putOpen, putSecret, useVote } from "#store/casting.ts";
import { type CallToOpen, type OpenCall, openCall, type VoterToCall } from "./calls.ts";
import type { Market } from "./market.ts";
import { newTracker } from "./secret-votes.ts";

type Opened = Pick<Market, "database" | "time" | "env">;

/** A call to open, with what each of its members says, in their order; null says nothing. */
export interface VoteToCount extends CallToOpen {
  readonly choices: readonly (Choice | null)[];
}

/** A vote that was held, closed and counted, written by the store without its requests. */
export async function countedVote(market: Opened, asked: VoteToCount): Promise<OpenCall> {
  const { DATABASE_URL: url, DATABASE_TOKEN: token } = market.env;
  const database = openDatabase({ url, token });
  const call = await openCall(market, asked);
  const cast = asked.choices.flatMap((choice, at) => {
    const voter = asked.members[at];
    return choice === null || voter === undefined ? [] : [{ ...voter, choice }];
  });
  await put(database, asked, { call, cast });
  market.time.now = call.closesAt;
  const box = { proposalId: call.proposalId, callNumber: call.callNumber };
  const isCounted = await tallyCall(database, box, instant(market.time.now));
  if (!isCounted) throw new Error("the vote is not counted");
  return call;
}

async function put(
  database: Database,
  { policy }: CallToOpen,
  {
    call,
    cast,
  }: {
    readonly call: OpenCall;
    readonly cast: readonly (VoterToCall & { readonly choice: Choice })[];
  },
): Promise<void> {
  const box = { proposalId: call.proposalId, callNumber: call.callNumber };
  const isOpen = (policy?.secrecy ?? "open") === "open";
  await written(
    database,
    cast.flatMap(({ memberId, choice, class: own = "consumer" }, at) => {
      const of = policy?.votes?.kind === "colleges" ? own : "";
      if (!isOpen) return [useVote(box, memberId), ...secretly(box, choice, of)];
      const ballot = { tracker: newTracker(), member: memberId, by: memberId, nth: 1, choice };
      return [putOpen(box, ballot, { castAt: later(instant(call.opensAt), at), paper: null })];
    }),
  );
}

function secretly(box: Box, choice: Choice, of: string): readonly Statement[] {
  const alike = { class: of, basis: "head", weight: fraction(1) } as const;
  return putSecret(box, { mark: newTracker(), ...alike, choice }, { tracker: newTracker() });
}

async function written(database: Database, statements: readonly Statement[]): Promise<void> {
  const saved = await database.write(statements);
  if (saved.kind !== "committed") throw new Error(`not written: ${JSON.stringify(saved)}`);
}
