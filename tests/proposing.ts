import { DAY } from "#domain/kernel/instant.ts";
import { type Got, openMarket, type Sent, setUp } from "./market.ts";
import { admitMember, type AdmittedMember, admitVoter } from "./members.ts";
import { passTo } from "./proposals.ts";

/** A proposal as the API tells it, as far as tests look at it. */
export interface SeenProposal {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly text: { readonly version: number; readonly title: string };
  readonly call: { readonly number: number; readonly opensAt: number; readonly isVoid: boolean };
  readonly ended: { readonly how: string; readonly reason: string } | null;
}

export const WORDS = { title: "Consegna anche il sabato", body: "Si consegna anche il sabato." };

/**
 * A network with four members: Rosa, who proposes and has a passkey, and three others, as many as
 * a proposal needs to be endorsed. Everything is done through the API.
 */
export async function openProposing() {
  const market = await openMarket();
  const officer = await setUp(market);
  const rosa = await admitVoter(market, { name: "Rosa Bianchi" });
  const aldo = await admitMember(market, { name: "Aldo Neri" });
  const others: AdmittedMember[] = [aldo];
  for (const name of ["Bice Verdi", "Carlo Riva"]) others.push(await admitMember(market, { name }));

  const post = <T = Record<string, unknown>>(path: string, sent: Sent, body: object = {}) =>
    market.call<T>("POST", `/api/v1/proposals${path}`, { ...sent, body });
  const seen = (id: string, sent: Sent = {}): Promise<Got<SeenProposal>> =>
    market.call<SeenProposal>("GET", `/api/v1/proposals/${id}`, sent);
  const stateOf = async (id: string) => (await seen(id, rosa.sent)).body.state;

  async function drafted(change: object = {}): Promise<string> {
    const body = { memberId: rosa.memberId, policy: "ordinary", subject: "motion", ...WORDS };
    const got = await post<SeenProposal>("", rosa.sent, { ...body, ...change });
    if (got.status !== 201) throw new Error(`not drafted: ${JSON.stringify(got.body)}`);
    return got.body.id;
  }

  async function discussed(): Promise<string> {
    const id = await drafted();
    await post(`/${id}/submission`, rosa.sent);
    for (const { memberId, sent } of others) await post(`/${id}/endorsements`, sent, { memberId });
    return id;
  }

  async function noticed(): Promise<string> {
    const id = await discussed();
    passTo(market, market.time.now + 7 * DAY);
    await post(`/${id}/calls`, { token: officer });
    return id;
  }

  const people = { rosa, aldo, others };
  return { market, officer, ...people, post, seen, stateOf, drafted, discussed, noticed };
}

export type Proposing = Awaited<ReturnType<typeof openProposing>>;
