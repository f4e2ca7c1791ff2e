import { instant } from "#domain/kernel/instant.ts";
import type { EnterpriseId } from "#domain/kernel/ids.ts";
import { FIRST_POLICIES } from "#domain/governance/policy/first-policies.ts";
import { openDatabase } from "#ports/database.ts";
import { insertPolicy } from "#store/policies.ts";
import type { RunningMarket } from "#tests/running-market.ts";
import { type AdmittedMember, admitVoter } from "#tests/members.ts";
import { openShop } from "#tests/shop.ts";

/** What the line needs of a market: one in process, or one that runs in workerd. */
export type Place = Pick<
  RunningMarket,
  "call" | "keys" | "database" | "time" | "env" | "officer" | "tick"
>;

/** The members of a small network, by name. */
export interface Assembly {
  of(name: string): AdmittedMember;
}

const HEADS = ["Ada", "Bruno", "Carla", "Dino", "Elsa", "Franca", "Gino", "Ida"];

/** What each enterprise sold in the month before, in cents. */
const SOLD = { Cantina: 900_000, Forno: 50_000, Malga: 50_000 };

/**
 * Eight people and three enterprises, in the book for four months: each has a share, and the
 * enterprises vote by what they sold, within the caps of the law (art. 2538 c.4 c.c.).
 */
export async function foundAssembly(market: Place): Promise<Assembly> {
  const members = new Map<string, AdmittedMember>();
  for (const name of HEADS) members.set(name, await admitVoter(market, { name }));
  const { producers } = openShop(
    market,
    Object.keys(SOLD).map((name) => ({ name })),
  );
  for (const [name, cents] of Object.entries(SOLD)) {
    const enterpriseId = producers[name] as EnterpriseId;
    const firm = { name, kind: "legal", class: "producer", enterpriseId } as const;
    members.set(name, await admitVoter(market, firm));
    market.database
      .prepare("INSERT INTO producer_figure VALUES ('2026-05', ?, ?, ?, 0)")
      .run([enterpriseId, cents, cents]);
  }
  await voteByExchange(market);
  const of = (name: string) => {
    const member = members.get(name);
    if (member === undefined) throw new Error(`${name} is no member`);
    return member;
  };
  return { of };
}

/** The second version of how rules are decided: enterprises by their exchange. */
async function voteByExchange({ env, time }: Place): Promise<void> {
  const rules = FIRST_POLICIES.find(({ code }) => code === "rules");
  if (rules === undefined) throw new Error("a network begins with a policy for rules");
  const at = instant(time.now);
  const decided = { effectiveAt: at, decidedAt: at, decidedBy: "test", reason: "statuto" };
  const policy = { ...rules, votes: { kind: "exchange" } as const };
  const database = openDatabase({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN });
  const written = await database.write([insertPolicy({ policy, version: 2, ...decided })]);
  if (written.kind !== "committed") throw new Error(`no policy: ${JSON.stringify(written)}`);
}
