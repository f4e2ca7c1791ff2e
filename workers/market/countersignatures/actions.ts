import { allow } from "#domain/access/access.ts";
import { signerOf } from "#domain/access/principal.ts";
import type { AccessRefusal, SecondRefusal } from "#domain/access/refusals.ts";
import { checkSecond, isOpenTo, secondedAct, secondExpiry } from "#domain/access/second.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import type { CountersignatureId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { requestText } from "#market/edge/request.ts";
import {
  type CountersignatureView,
  insertSecond,
  openSeconds,
  SECOND_CLOSED,
  secondById,
  signSecond,
  withdrawSecond,
} from "#store/countersignatures.ts";
import type { Page, PageAsked } from "#store/page.ts";

/** A request as it will be sent again once it is signed: every byte of it counts. */
export interface AskSecond {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What was asked; it waits for another officer. */
export interface SecondWaiting {
  readonly id: CountersignatureId;
  readonly act: string;
  readonly actHash: string;
  readonly expiresAt: Instant;
}

type Refusal = AccessRefusal | SecondRefusal;

/** Asks another officer to stand by a request. */
export function askSecond(request: Request, command: AskSecond) {
  const { ids, now } = request.ports;
  return perform(request, {
    load: () => ({}),
    decide: (_, principal): Outcome<Plan<SecondWaiting>, Refusal> => {
      const allowed = allow(principal, "countersignatures.ask");
      if (!allowed.ok) return allowed;
      const act = secondedAct(command);
      if (act === null) return refuse({ code: "act-needs-no-second" });
      const isOpen = isOpenTo(principal, act);
      if (!isOpen.ok) return isOpen;
      const askedBy = signerOf(principal);
      if (askedBy === null) return refuse({ code: "not-allowed", act });
      const words = requestText(command);
      const asked = { id: ids.next<CountersignatureId>(), act, actHash: digestOfText(words) };
      const expiresAt = secondExpiry(now);
      return accept({
        status: 201,
        value: { ...asked, expiresAt },
        statements: [insertSecond({ ...asked, request: words, askedBy, askedAt: now, expiresAt })],
      });
    },
  });
}

/** What waits for an officer's signature: which act, by whom, and its very words. */
export async function listSeconds(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<CountersignatureView>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: openSeconds(asked, request.ports.now) });
  const allowed = allow(principal, "countersignatures.read");
  return allowed.ok ? accept(known.page) : allowed;
}

/** Another officer stands by the request, with a passkey and with a role that opens its act. */
export function giveSecond(request: Request, id: CountersignatureId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ second: secondById(id) }),
    decide: ({ second }, principal): Outcome<Plan<CountersignatureView>, Refusal> => {
      const mayTry = isOpenTo(principal, "acts.countersign");
      if (!mayTry.ok) return mayTry;
      if (second === null) return refuse({ code: "not-found", what: "countersignature" });
      const allowed = allow(principal, "acts.countersign");
      if (!allowed.ok) return allowed;
      const isOpen = isOpenTo(principal, second.act);
      if (!isOpen.ok) return isOpen;
      const signer = signerOf(principal);
      const state = checkSecond(second, signer, now);
      if (!state.ok) return state;
      if (state.value === "signed" || signer === null) {
        return accept({ value: second, statements: [] });
      }
      return accept({
        value: { ...second, signedBy: signer, signedAt: now },
        statements: [signSecond(id, signer, now)],
      });
    },
    guards: { [SECOND_CLOSED]: { code: "countersignature-closed" } },
  });
}

/** Who asked wants it no more: a signature that was given serves nothing. */
export function withdraw(request: Request, id: CountersignatureId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ second: secondById(id) }),
    decide: ({ second }, principal): Outcome<Plan<CountersignatureView>, Refusal> => {
      const allowed = allow(principal, "countersignatures.ask");
      if (!allowed.ok) return allowed;
      if (second === null || second.askedBy !== signerOf(principal)) {
        return refuse({ code: "not-found", what: "countersignature" });
      }
      if (second.usedAt !== null) return refuse({ code: "countersignature-closed" });
      const value = { ...second, withdrawnAt: second.withdrawnAt ?? now };
      return accept({ value, statements: [withdrawSecond(id, now)] });
    },
  });
}
