import type { Context } from "hono";
import { Hono } from "hono";
import { countingBallots } from "#domain/governance/electorate/proxies.ts";
import { shownTally } from "#domain/governance/ballots/few-ballots.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { ResultFacts } from "#frontend/member/result-facts.ts";
import { ResultPage } from "#frontend/member/result.tsx";
import type { Edge } from "#market/edge/env.ts";
import { RECOUNT } from "#market/shop/http-assets.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { writeNotFor } from "./http-act.tsx";
import { closeOf, optionsOf, resultOf } from "./http-proposal-facts.ts";
import { numberOf } from "./http-proposals.tsx";
import { readResult, type ResultView } from "./read-result.ts";

/** How votes went. */
export const resultPages = new Hono<Edge>().get("/:number/risultato", (c) => showResult(c));

async function showResult(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const number = numberOf(c);
  if (number === null) return writeLost(c);
  const { request } = c.var;
  const read = await readResult(request, number);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const facts = factsOf(read.value, request.ports.now);
  if (facts === null) return writeLost(c);
  return writePage(c, read.value.around, {
    title: `${t.votes.result.title}: ${facts.title}`,
    path: `/proposte/${number}/risultato`,
    side: "vote",
    children: <ResultPage t={t} facts={facts} />,
  });
}

function factsOf(view: ResultView, now: Instant): ResultFacts | null {
  const { id, number, text, call, tally: counted } = view.proposal;
  if (call === null) return null;
  const tally = counted === null ? null : shownTally(counted, call.secrecy);
  const times = timesOf(view.proposal, call);
  const { policy } = call.policy;
  const rule = policy.calls[call.round - 1] ?? policy.calls[0];
  const isRanked = ["irv", "scottish", "wigm", "meek"].includes(policy.method);
  const path = `/api/v1/proposals/${id}/export`;
  return {
    number,
    title: text.title,
    call: call.round,
    secrecy: call.secrecy,
    options: optionsOf(view.proposal),
    times,
    isClosed: now >= closeOf(call),
    isFinal: times.challengeUntil !== null && now >= times.challengeUntil,
    isStrict: rule.threshold.isStrict,
    result: tally === null ? null : resultOf(tally),
    ballots: tally?.ballotsCount ?? 0,
    ...(view.tokens === null ? {} : { tokens: view.tokens }),
    seals:
      tally === null
        ? null
        : {
            text: call.textDigest,
            electorate: call.electorateRoot,
            urn: tally.ballotsRoot,
            result: tally.resultDigest,
          },
    roll: call.secrecy === "open" ? rollOf(view) : null,
    files: view.hasFiles
      ? { json: path, blt: isRanked ? `${path}.blt` : null, worker: RECOUNT }
      : null,
  };
}

function timesOf(
  { tally, row, challenged }: ResultView["proposal"],
  call: NonNullable<ResultView["proposal"]["call"]>,
): ResultFacts["times"] {
  const { noticedAt, opensAt, closesAt } = call;
  const talliedAt = tally?.talliedAt ?? null;
  const challengeUntil = challenged.open > 0 ? null : (row.tally?.challengeUntil ?? null);
  return { noticedAt, opensAt, closesAt, closedAt: closeOf(call), talliedAt, challengeUntil };
}

/** The ballot that counts for each member, by their names. */
function rollOf({ ballots, electors, proposal }: ResultView): ResultFacts["roll"] {
  if (ballots === null) return null;
  const name = new Map<string, string>(electors.map((one) => [one.memberId, one.name]));
  const beats = proposal.call?.policy.policy.ownBeatsProxy ?? false;
  const rows = countingBallots(ballots, beats).map(({ member, by, choice }) => ({
    member: name.get(member) ?? "",
    choice,
    holder: by === member ? null : (name.get(by) ?? ""),
  }));
  return rows.toSorted((one, other) => (one.member < other.member ? -1 : 1));
}
