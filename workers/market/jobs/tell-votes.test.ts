import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { instant } from "#domain/kernel/instant.ts";
import { PURPOSES } from "#domain/access/consents.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { admitMember, type AdmittedMember } from "#tests/members.ts";
import {
  closesAt,
  databaseOf,
  noticed,
  noticedProposal,
  opensAt,
  passTo,
} from "#tests/proposals.ts";
import { tellVotes } from "./tell-votes.ts";

let market: Market;
let startsAt: number;
let anna: AdmittedMember;

const WORDING = PURPOSES.find(({ key }) => key === "reminders")?.textVersion ?? 0;

beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  startsAt = market.time.now;
  anna = await admitMember(market, { name: "Anna" });
  const bruno = await admitMember(market, { name: "Bruno" });
  await admitMember(market, { name: "Carla, da poco", days: 5 });
  // Both speak for others too, and hear of a vote once.
  await admitMember(market, {
    name: "Cooperativa di Anna",
    kind: "legal",
    person: { personId: anna.personId, sent: anna.sent },
  });
  for (const who of [anna, bruno]) agree(who);
});
beforeEach(() => passTo(market, startsAt));
afterAll(() => market.close());

/** Somebody agrees to reminders, as their page asks it today. */
function agree({ personId }: AdmittedMember): void {
  market.database
    .prepare(
      `INSERT INTO consent (person_id, number, purpose, text_version, given, channel, at)
        VALUES (?, 1, 'reminders', ?, 1, 'page', 0)`,
    )
    .run([personId, WORDING]);
}

function letters({ id }: Proposal): string[] {
  const sql = "SELECT key, kind FROM letter WHERE key LIKE ? ORDER BY key";
  const rows = market.database
    .prepare(sql)
    .raw()
    .all([`%:${id}:%`]) as string[][];
  return rows.map(([key = "", kind = ""]) => `${key.split(":")[0]} ${key.split(":")[2]} ${kind}`);
}

const run = (atOnce?: number) => {
  const now = instant(market.time.now);
  return tellVotes({ database: databaseOf(market), now }, atOnce);
};
const of = (step: string, kind: string) => [`${step} 1 ${kind}`, `${step} 1 ${kind}`];

describe("a vote", () => {
  test("is noticed to each person who may vote, once, with the whole text", async () => {
    const vote = await noticedProposal(market, { author: anna.memberId });
    await run();
    await run();
    expect(letters(vote)).toEqual(of("vote-noticed", "vote-noticed"));
    const [words] = market.database
      .prepare("SELECT words FROM letter WHERE key LIKE ?")
      .pluck()
      .all([`vote-noticed:${vote.id}:%`]) as string[];
    expect(words).toContain(vote.text.body);
    expect(words).toContain(`/proposte/${vote.number}`);
  });

  test("is told to all however few at a time, and by two runs at once to each once", async () => {
    const vote = await noticedProposal(market, { author: anna.memberId });
    await Promise.all([run(1), run(1)]);
    await run(1);
    expect(letters(vote)).toEqual(of("vote-noticed", "vote-noticed"));
  });

  test("is told of again when it opens and when it was counted", async () => {
    const vote = await noticedProposal(market, { author: anna.memberId });
    passTo(market, opensAt(vote));
    await run();
    expect(letters(vote)).toEqual([
      ...of("vote-noticed", "vote-noticed"),
      ...of("vote-opens", "vote-news"),
    ]);
    passTo(market, closesAt(vote));
    await run();
    expect(letters(vote)).toHaveLength(4);
    await market.tick();
    expect(letters(vote).filter((one) => one.startsWith("vote-result"))).toHaveLength(2);
  });

  test("is news only to who wants it; its notice goes to everybody", async () => {
    const vote = await noticedProposal(market, { author: anna.memberId });
    const choice = market.database.prepare(
      "INSERT INTO notice_choice VALUES (?, 'vote-news', 0, 'page', 0)",
    );
    choice.run([anna.personId]);
    passTo(market, opensAt(vote));
    await run();
    expect(letters(vote)).toEqual([
      ...of("vote-noticed", "vote-noticed"),
      "vote-opens 1 vote-news",
    ]);
    market.database.prepare("DELETE FROM notice_choice").run([]);
  });

  test("that was amended is told of at its new notice, as another call", async () => {
    const vote = await noticedProposal(market, { author: anna.memberId });
    await run();
    market.database
      .prepare(
        `INSERT INTO proposal_version SELECT proposal_id, 2, title, body, actions, options, digest,
          written_at, written_by FROM proposal_version WHERE proposal_id = ?`,
      )
      .run([vote.id]);
    await run();
    expect(letters(vote)).toHaveLength(2);
    await noticed(market, vote.id);
    await run();
    const kind = "vote-noticed vote-noticed";
    expect(letters(vote).map((one) => one.replace(/ \d /, " "))).toEqual(Array(4).fill(kind));
  });
});
