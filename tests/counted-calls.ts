import type { Choice } from "#domain/governance/ballots/choice.ts";
import { countCall } from "#domain/governance/ballots/count-call.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import type { Canonical } from "#domain/kernel/digest.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import { instant, later } from "#domain/kernel/instant.ts";
import { closeBox } from "#market/closing/close-box.ts";
import { type Database, openDatabase, type Statement } from "#ports/database.ts";
import { ballotsOf } from "#store/ballots.ts";
import { type Box, insertTally } from "#store/calls.ts";
import { putOpen, putSecret, useVote } from "#store/casting.ts";
import { electorateOf } from "#store/electorate.ts";
import { readBatch } from "#store/statement.ts";
import { type CallToOpen, type OpenCall, openCall } from "./calls.ts";
import type { Market } from "./market.ts";
import { aPolicy } from "./policies.ts";
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
    const { memberId } = asked.members[at] ?? {};
    return choice === null || memberId === undefined ? [] : [{ memberId, choice }];
  });
  await put(database, asked, { call, cast });
  market.time.now = call.closesAt;
  const closed = await closeBox(database, call, instant(market.time.now));
  if (closed.kind !== "closed") throw new Error(`the box is not closed: ${closed.kind}`);
  await written(database, [await tallied(database, asked, { call, root: closed.root })]);
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
    readonly cast: readonly { readonly memberId: MemberId; readonly choice: Choice }[];
  },
): Promise<void> {
  const box = { proposalId: call.proposalId, callNumber: call.callNumber };
  const isOpen = (policy?.secrecy ?? "open") === "open";
  await written(
    database,
    cast.flatMap(({ memberId, choice }, at) => {
      if (!isOpen) return [useVote(box, memberId), ...secretly(box, choice)];
      const ballot = { tracker: newTracker(), member: memberId, by: memberId, nth: 1, choice };
      return [putOpen(box, ballot, { castAt: later(instant(call.opensAt), at), paper: null })];
    }),
  );
}

function secretly(box: Box, choice: Choice): readonly Statement[] {
  const alike = { class: "", basis: "head", weight: fraction(1) } as const;
  return putSecret(box, { mark: newTracker(), ...alike, choice }, newTracker());
}

async function tallied(
  database: Database,
  { policy, options = [], budgetCents }: CallToOpen,
  { call, root: ballotsRoot }: { readonly call: OpenCall; readonly root: OpenCallRoot },
): Promise<Statement> {
  const loaders = { electorate: electorateOf(call), ...ballotsOf(call) };
  const { electorate, open, secret } = await readBatch(database, loaders);
  const result = countCall({
    policy: aPolicy(policy),
    round: 1,
    options: options.map((code) => ({ code })),
    budgetCents: budgetCents ?? null,
    electorate,
    proxies: [],
    ballots: [...open, ...secret],
    seed: ballotsRoot,
  });
  return insertTally(call, {
    hasQuorum: result.hasQuorum,
    passes: result.passes,
    challengeUntil: later(instant(call.closesAt), 1),
    result: result as unknown as Canonical,
    ballotsRoot,
    ballotsCount: open.length + secret.length,
    isDecidedByLot: result.decidedByLot ?? true,
    talliedAt: instant(call.closesAt),
  });
}

type OpenCallRoot = Parameters<typeof insertTally>[1]["ballotsRoot"];

async function written(database: Database, statements: readonly Statement[]): Promise<void> {
  const saved = await database.write(statements);
  if (saved.kind !== "committed") throw new Error(`not written: ${JSON.stringify(saved)}`);
}
