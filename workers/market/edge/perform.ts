import { ANYONE, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { isToBeSeen } from "#domain/access/session.ts";
import { type Outcome, type Refusal, refuse } from "#domain/kernel/outcome.ts";
import type { Statement } from "#ports/database.ts";
import { type Credentials, principalOf } from "#store/access.ts";
import {
  type Answered,
  ERASED_ANSWER,
  type Operation,
  repeated,
  saveOnce,
  saveTrace,
  storedAnswer,
} from "#store/op-log.ts";
import { type Loaded, type Loaders, readBatch } from "#store/statement.ts";
import { ANSWER_GUARDS, askedOf, signedBy, signerLoaders, type Signing } from "./acts.ts";
import type { Request } from "./env.ts";
import type { EdgeRefusal } from "./problem.ts";

/** What a deed came to: an answer with its status, or a refusal. */
export type Reply<T, R extends Refusal> =
  | { readonly ok: true; readonly status: 200 | 201; readonly value: T; readonly isRepeat: boolean }
  | { readonly ok: false; readonly refusal: R };

/** What is to be answered and written, decided without touching anything. */
export interface Plan<T, R = never> {
  readonly status?: 200 | 201;
  readonly value: T;
  readonly statements: readonly Statement[];
  /** A neighbour that has to agree first: a card's hold. */
  readonly first?: Step<R>;
}

/** What a neighbour's yes adds to the batch, around what the plan itself writes. */
export interface Agreed {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

/** Asked before the save; what it gives back joins the batch. Undone when the save is refused. */
export interface Step<R> {
  ask(): Promise<Outcome<Agreed, R> | "decide-again">;
  undo(): Promise<void>;
}

/** A guard of the database that said no: a refusal, or news that asks for another decision. */
export type Guard<R> = "decide-again" | R;

/**
 * A "no" that leaves a trace, such as one more try of a code: the trace is committed before the
 * "no" is said, and a guard that stops it says another one.
 */
export interface TracedNo<R> {
  readonly ok: false;
  readonly refusal: R;
  readonly trace: readonly Statement[];
}

export interface Deed<L extends Loaders, T, R extends Refusal> {
  load(request: Request): L;
  decide(
    known: Loaded<L>,
    principal: Principal,
    request: Request,
  ): Outcome<Plan<T, R>, R> | TracedNo<R>;
  /** What a passkey's answer says that comes along; an act, unless it signs its person in. */
  readonly signing?: Signing;
  /** By the guard's name in the database's message. An unlisted guard is a bug. */
  readonly guards?: Readonly<Record<string, Guard<R>>>;
  /** Secrets of the answer: derived from actor and key each time, never stored. */
  reveal?(value: T, request: Request): T;
}

const DECISIONS = 3;

/**
 * Load, decide, save: one read batch, one pure decision, one write batch.
 * A repeated operation gets the stored answer; a guard that fails in the database becomes a
 * refusal, or the deed is loaded and decided again, at most three times. What a neighbour agreed
 * to is undone when the deed is refused after all.
 */
export async function perform<const L extends Loaders, T, R extends Refusal>(
  request: Request,
  deed: Deed<L, T, R>,
): Promise<Reply<T, R | EdgeRefusal | AccessRefusal>> {
  const asked: Step<R>[] = [];
  const reply = await decideAndSave(request, deed, asked);
  if (!reply.ok) await asked.at(-1)?.undo();
  return reply;
}

async function decideAndSave<L extends Loaders, T, R extends Refusal>(
  request: Request,
  deed: Deed<L, T, R>,
  asked: Step<R>[],
): Promise<Reply<T, R | EdgeRefusal | AccessRefusal>> {
  const operation = operationOf(request);
  for (let round = 1; round <= DECISIONS; round++) {
    const { stored, principal, known } = await readAll(request, operation, deed.load(request));
    if (stored !== null) return toReply(repeated(operation, stored), deed, request);
    const signed = await signedBy(request, principal, known, deed.signing ?? "act");
    if (!signed.ok) return signed;
    const decision = deed.decide(known, signed.value.principal, request);
    if ("trace" in decision) {
      const no = await sayTraced(request, decision, deed.guards);
      if (no === "decide-again") continue;
      return no;
    }
    if (!decision.ok) return refuse(await askedOf(request, principal, decision.refusal));
    if (decision.value.first !== undefined) asked.push(decision.value.first);
    // The answer is used up first: the deed may be to take that very passkey away.
    const statements = [...signed.value.statements, ...decision.value.statements];
    const saved = await askAndSave(request, operation, { ...decision.value, statements });
    if (saved === "decide-again") continue;
    if (saved.kind === "refused") return saved.refused;
    if (saved.kind !== "guarded") return toReply(saved, deed, request);
    if (ANSWER_GUARDS.includes(saved.guard)) return refuse({ code: "passkey-refused" });
    const guard = guardOf(deed.guards, saved.guard);
    if (guard !== "decide-again") return { ok: false, refusal: guard };
  }
  return { ok: false, refusal: { code: "changed-meanwhile" } };
}

async function sayTraced<R extends Refusal>(
  { ports }: Request,
  { refusal, trace }: TracedNo<R>,
  guards: Guards<R>,
): Promise<{ readonly ok: false; readonly refusal: R } | "decide-again"> {
  const guard = await saveTrace(ports.database, trace);
  const said = guard === null ? refusal : guardOf(guards, guard);
  return said === "decide-again" ? "decide-again" : { ok: false, refusal: said };
}

type Guards<R> = Readonly<Record<string, Guard<R>>> | undefined;

function guardOf<R>(guards: Guards<R>, name: string): Guard<R> {
  const guard = guards?.[name];
  if (guard === undefined) throw new Error(`guard not expected here: ${name}`);
  return guard;
}

async function askAndSave<T, R extends Refusal>(
  request: Request,
  operation: Operation,
  plan: Plan<T, R>,
) {
  const { status = 200, value, statements, first } = plan;
  const agreed = await first?.ask();
  if (agreed === "decide-again") return agreed;
  if (agreed?.ok === false) return { kind: "refused", refused: agreed } as const;
  const answer = { status, body: JSON.stringify(value) };
  const { before, after } = agreed?.value ?? { before: [], after: [] };
  const batch = [...before, ...statements, ...after];
  return saveOnce(request.ports.database, operation, answer, batch);
}

/** Reads for a page or an answer: who speaks travels with what is read, in one round trip. */
export async function look<const L extends Loaders>(
  request: Request,
  loaders: L,
): Promise<{ readonly known: Loaded<L>; readonly principal: Principal }> {
  const { credentials, ports } = request;
  if (showsNothing(credentials)) {
    const known: Loaded<L> = await readBatch(ports.database, loaders);
    return { known, principal: { ...ANYONE, basket: credentials.basket } };
  }
  const speaking = { principal: principalOf(credentials, ports.now) };
  const all = { ...loaders, ...speaking };
  const read: unknown = await readBatch(request.ports.database, all);
  const known = read as Loaded<typeof speaking> & Loaded<L>;
  noteSeen(request, known.principal);
  return { known, principal: known.principal };
}

/** A session is idle from its last use on, which is written down once a minute at most. */
function noteSeen({ seen, ports: { now: at } }: Request, { who }: Principal): void {
  if (who.kind !== "person" || !isToBeSeen(who.session.seenAt, at)) return;
  seen({ sessionId: who.sessionId, at });
}

/** Somebody without any credential is nobody known: there is nothing to look up. */
function showsNothing({ bearer, session, orderLink, isSetup }: Credentials): boolean {
  return bearer === null && session === null && orderLink === null && !isSetup;
}

async function readAll<L extends Loaders>(request: Request, operation: Operation, loaders: L) {
  const about = { stored: storedAnswer(operation), ...signerLoaders(request) };
  const all: Loaders = { ...about, ...loaders };
  const { known: read, principal } = await look(request, all);
  const known = read as unknown as Loaded<typeof about> & Loaded<L>;
  return { stored: known.stored, principal, known };
}

function operationOf(request: Request): Operation {
  const { actor, key, requestHash, ports } = request;
  return { actor, key, requestHash, at: ports.now };
}

function toReply<T, R extends Refusal>(
  saved: Answered,
  deed: Pick<Deed<Loaders, T, R>, "reveal">,
  request: Request,
): Reply<T, R | EdgeRefusal> {
  if (saved.kind === "key-reused") return { ok: false, refusal: { code: "key-reused" } };
  const { body } = saved.answer;
  if (body === ERASED_ANSWER) return { ok: false, refusal: { code: "answer-erased" } };
  const value = JSON.parse(body) as T;
  return {
    ok: true,
    status: saved.answer.status === 201 ? 201 : 200,
    value: deed.reveal?.(value, request) ?? value,
    isRepeat: saved.kind === "repeated",
  };
}
