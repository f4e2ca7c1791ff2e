import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import { writeBlt } from "#domain/governance/counting/blt.ts";
import { layOut } from "#domain/governance/counting/papers.ts";
import type { Method } from "#domain/governance/policy/policy.ts";
import type { CallResult } from "#domain/governance/ballots/call-result.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { openBallots, secretBallots } from "#store/ballots.ts";
import type { CountedCall } from "#store/exported-calls.ts";
import { readBatch } from "#store/statement.ts";
import { type AskedCall, countedFor } from "./export-call.ts";

/** Ballots of these rank candidates one by one, as BLT asks. */
const BY_RANKING: ReadonlySet<Method> = new Set(["irv", "scottish", "wigm", "meek"]);

/**
 * The rankings that were counted, as BLT: what other counting programs read. The lot goes with
 * them, so that a tie falls the same way there. Nobody is named; equal rankings are one line.
 */
export async function exportBlt(
  request: Request,
  asked: AskedCall,
): Promise<Outcome<string, AccessRefusal>> {
  const counted = await countedFor(request, asked);
  if (!counted.ok) return counted;
  const { call, proposalId } = counted.value;
  if (!BY_RANKING.has(call.policy.policy.method)) {
    return refuse({ code: "not-found", what: "rankings" });
  }
  const box = { proposalId, callNumber: call.number };
  const loaders = { open: openBallots(box), secret: secretBallots(box) };
  const { open, secret } = await readBatch(request.ports.database, loaders);
  const last = new Map(open.map((ballot) => [ballot.member, ballot]));
  return accept(bltOf(counted.value, [...last.values(), ...secret]));
}

function bltOf(
  { text, call, result }: CountedCall,
  ballots: readonly { readonly choice: Choice }[],
): string {
  const codes = text.options.map(({ code }) => code);
  const bundles = new Map<string, number>();
  for (const { choice } of ballots) {
    const ranking = "ranking" in choice ? choice.ranking.map((code) => codes.indexOf(code)) : [];
    const key = ranking.join(" ");
    if (key !== "") bundles.set(key, (bundles.get(key) ?? 0) + 1);
  }
  const papers = [...bundles].map(([key, count]) => ({
    count,
    ranking: key.split(" ").map(Number),
  }));
  const { lot } = result as unknown as CallResult;
  return writeBlt({
    type: "stv",
    title: text.title,
    candidates: text.options.map(({ title }) => title),
    seats: call.policy.policy.seats,
    withdrawn: [],
    lot: lot.length === 0 ? null : lot.map((code) => codes.indexOf(code)),
    papers: layOut(codes.length, papers),
  });
}
