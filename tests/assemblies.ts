import { DAY } from "#domain/kernel/instant.ts";
import { type Market, openMarket, setUp } from "./market.ts";
import { type AdmittedMember, admitMember } from "./members.ts";

type Body = Record<string, unknown> & { readonly code?: string; readonly id: string };

/** A market with members, and the deeds of an officer who holds their assemblies. */
export async function openAssemblies() {
  const market = await openMarket();
  const token = await setUp(market);
  const start = market.time.now;
  const admit = (name: string, days?: number) =>
    admitMember(market, { name, ...(days === undefined ? {} : { days }) });
  const [ada, bruno, carla] = [await admit("Ada"), await admit("Bruno"), await admit("Carla")];
  await admit("Dino");
  const recent = await admit("Nuova", 10);
  const call = (method: string, path: string, body?: object, sent: object = { token }) =>
    market.call<Body>(method, `/api/v1${path}`, {
      ...sent,
      ...(body === undefined ? {} : { body }),
    });
  return { market, ada, bruno, carla, recent, call, ...deeds(market, start, call) };
}

type Call = (method: string, path: string, body?: object) => ReturnType<Market["call"]>;

function calledFrom(start: number) {
  return {
    kind: "ordinary",
    title: "Assemblea di giugno",
    place: "Casa Comune",
    agenda: [{ title: "Bilancio 2025" }, { title: "Elezione del consiglio" }],
    firstCallAt: start + 10 * DAY,
    secondCallAt: start + 11 * DAY,
  };
}

function deeds(market: Market, start: number, call: Call) {
  const post = async (path: string, body: object) =>
    (await call("POST", path, body)) as { status: number; body: Body };
  const called = (change: object = {}) => ({ ...calledFrom(start), ...change });
  const prepare = async (change: object = {}) =>
    (await post("/assemblies", called(change))).body.id;
  const convened = async (change: object = {}) => {
    const id = await prepare(change);
    const { status } = await post(`/assemblies/${id}/convocation`, {});
    if (status !== 200) throw new Error(`not convened: ${status}`);
    return id;
  };
  const arrive = (id: string, memberId: string, holderId: string | null = null) =>
    post(`/assemblies/${id}/presences`, {
      memberId,
      how: holderId === null ? "in-person" : "by-proxy",
      holderId,
    });
  const constitute = (id: string, chair: AdmittedMember, secretary: AdmittedMember) =>
    post(`/assemblies/${id}/constitution`, {
      chairId: chair.memberId,
      secretaryId: secretary.memberId,
    });
  /** An assembly at the hour of its first call, with those who came. */
  const gathered = async (came: readonly AdmittedMember[], change: object = {}) => {
    const id = await convened(change);
    market.time.now = start + 10 * DAY;
    for (const { memberId } of came) await arrive(id, memberId);
    return id;
  };
  /** One that was found valid at its first call, under the first two who came. */
  const held = async (chair: AdmittedMember, secretary: AdmittedMember) => {
    const id = await gathered([chair, secretary]);
    const { status } = await constitute(id, chair, secretary);
    if (status !== 200) throw new Error(`not constituted: ${status}`);
    return id;
  };
  return { called, prepare, convened, arrive, constitute, gathered, held };
}

/** The code with which something was refused. */
export async function codeOf(answer: Promise<{ readonly body: { readonly code?: string } }>) {
  return (await answer).body.code;
}

export type Assemblies = Awaited<ReturnType<typeof openAssemblies>>;
