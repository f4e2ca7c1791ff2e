import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBlt } from "#domain/governance/counting/blt.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { rankedBallots } from "#domain/governance/counting/papers.ts";
import { countScottish } from "#domain/governance/counting/scottish.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import type { ExportedVote } from "#domain/governance/recount/exported-vote.ts";
import type { OpenCall } from "#tests/calls.ts";
import { countedVote } from "#tests/counted-calls.ts";
import { verifyExported } from "#tests/exported-votes.ts";
import { type AdmittedMember, admitMember } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { SECRETLY } from "#tests/secret-votes.ts";
import { hasPython, recountInPython } from "#tests/voting/python.ts";

const options = ["forno", "cella", "furgone"];
const yesOrNo = [{ vote: "yes" }, { vote: "no" }, { vote: "abstain" }, null] as const;
const rankings = [
  { ranking: ["forno", "cella"] },
  { ranking: ["furgone"] },
  { ranking: ["cella", "furgone"] },
] as const;

interface Told {
  readonly number: number;
  readonly tally: { readonly result: string; readonly resultDigest: string | null };
}

let market: Market;
let officer: string;
let members: readonly AdmittedMember[];
let open: OpenCall;
let secret: OpenCall;
let ranked: OpenCall;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  const names = Array.from({ length: 52 }, (_, at) => `Socia ${at + 1}`);
  members = await names.reduce<Promise<AdmittedMember[]>>(
    async (before, name) => [...(await before), await admitMember(market, { name })],
    Promise.resolve([]),
  );
  const few = members.slice(0, 12);
  const said = few.map((_, at) => yesOrNo[at % 4] ?? null);
  const suspended = members.slice(12, 14).map(({ memberId }) => memberId);
  open = await countedVote(market, { members: few, suspended, choices: said });
  secret = await countedVote(market, { members: few, policy: SECRETLY, choices: said });
  const policy = { ...SECRETLY, method: "scottish", seats: 2 } as const;
  const choices = members.map((_, at) => rankings[at % 3] ?? null);
  ranked = await countedVote(market, { members, policy, options, choices });
});
afterAll(() => market.close());

const path = ({ proposalId }: OpenCall, of = "") => `/api/v1/proposals/${proposalId}/export${of}`;
const exported = (call: OpenCall, sent = {}) =>
  market.call<ExportedVote & { code?: string }>("GET", path(call), sent);

describe("a counted vote", () => {
  test("that was secret is everybody's to verify, and names nobody", async () => {
    const { status, body } = await exported(secret);
    expect(status).toBe(200);
    expect(verifyExported(body)).toMatchObject({
      ok: true,
      checked: { "electorate rows": 12, ballots: 9, receipts: 9 },
    });
    const text = JSON.stringify(body);
    expect(members.filter(({ memberId }) => text.includes(memberId))).toEqual([]);
  });

  test("that was open is for members, whose ballots it names", async () => {
    const [member] = members;
    const refused = await exported(open);
    expect([refused.status, refused.body.code]).toEqual([401, "not-signed-in"]);
    const { body } = await exported(open, { token: officer });
    expect(verifyExported(body)).toMatchObject({ ok: true, checked: { ballots: 9 } });
    expect(body.ballots[0]).toMatchObject({ member: member?.memberId });
  });

  test("by ranking is everybody's from fifty ballots on, else the scrutineers'", async () => {
    const { body } = await exported(ranked);
    expect(verifyExported(body)).toMatchObject({ ok: true, checked: { ballots: 52 } });
    const few = members.slice(0, 49);
    const policy = { ...SECRETLY, method: "irv" } as const;
    const choices = few.map((_, at) => rankings[at % 3] ?? null);
    const small = await countedVote(market, { members: few, policy, options, choices });
    expect((await exported(small)).status).toBe(401);
    const refused = await exported(small, { token: officer });
    expect(refused.body.code).toBe("not-allowed");
  });

  test("in secret by colleges is shown, and given away, from ten ballots of each on", async () => {
    const classes = ["producer", "worker", "consumer"] as const;
    const colleges = classes.map((code) => ({ code, weight: fraction(1, 3) }));
    const policy = { ...SECRETLY, votes: { kind: "colleges", colleges, empty: "lost" } } as const;
    const voteOf = async (each: number) => {
      const voters = members.slice(0, each * 3).map(({ memberId }, at) => {
        return { memberId, class: classes[at % 3] ?? "consumer" };
      });
      const choices = voters.map((_, at) => yesOrNo[at % 5 === 0 ? 1 : 0]);
      return countedVote(market, { members: voters, policy, choices });
    };
    const [few, many] = [await voteOf(9), await voteOf(10)];
    expect((await exported(few)).status).toBe(401);
    const { body } = await exported(many);
    expect(verifyExported(body)).toMatchObject({ ok: true, checked: { ballots: 30 } });
    const told = await Promise.all(
      [few, many].map(async ({ proposalId }) => {
        const shown = await market.call<Told>("GET", `/api/v1/proposals/${proposalId}`);
        const { number, tally } = shown.body;
        const page = await market.call<string>("GET", `/proposte/${number}/risultato`);
        const { count } = JSON.parse(tally.result) as { count: { kind: string } };
        const isHidden = page.body.includes("In un collegio hanno votato in meno di 10");
        return [count.kind, tally.resultDigest === null, isHidden];
      }),
    );
    expect(told).toEqual([
      ["few", true, true],
      ["colleges", false, false],
    ]);
  });

  test.skipIf(!hasPython)("gives the same in another language", async () => {
    const texts = await Promise.all(
      [secret, ranked].map(async (call) => JSON.stringify((await exported(call)).body)),
    );
    const runs = ["recount.py", "recount_stv.py"].map(
      (script, at) => [script, texts[at] ?? ""] as const,
    );
    const holds = {
      code: 0,
      said: expect.stringMatching(/^everything holds; not checked: (count|decidedByLot),/),
    };
    expect(recountInPython(runs)).toEqual([holds, holds]);
  });

  test("is there once it was counted, by its number too, and not before", async () => {
    const first = await market.call("GET", `${path(secret)}?call=1`);
    expect(first.status).toBe(200);
    const second = await market.call("GET", `${path(secret)}?call=2`);
    expect([second.status, second.body["code"]]).toEqual([404, "not-found"]);
    const nowhere = await exported({ ...secret, proposalId: "0".repeat(26) as ProposalId });
    expect(nowhere.status).toBe(404);
  });
});

test("rankings are given as BLT, and count the same there", async () => {
  const { body } = await market.call<string>("GET", path(ranked, ".blt"));
  const read = readBlt(body);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { papers, seats, lot, candidates, withdrawn } = read.value;
  expect(rankedBallots(papers)).toHaveLength(3);
  const { elected } = countScottish({ papers, seats, withdrawn }, lot ?? []);
  const { body: vote } = await exported(ranked);
  const { winners } = vote.tally.result as unknown as { winners: readonly string[] };
  expect(elected.map((one) => candidates[one])).toEqual(winners.map((code) => titleOf(vote, code)));
  expect((await market.call("GET", path(secret, ".blt"))).status).toBe(404);
});

function titleOf(vote: ExportedVote, code: string) {
  return vote.proposal.text.options.find((option) => option.code === code)?.["title"];
}
