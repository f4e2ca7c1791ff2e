import { HOUR, type Instant, later } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { type Act, allow } from "./access.ts";
import type { Principal } from "./principal.ts";
import type { AccessRefusal, SecondRefusal } from "./refusals.ts";

/** How long a request for a second signature may be answered, and the act done with it. */
const SECOND_LIVES_MS = 72 * HOUR;

const ID = "[0-9a-z]{26}";

/**
 * Which act a request is that may need a second person. The other officer is told of the act by
 * this table, never by who asks: the words of a request cannot disguise it.
 */
export const SECONDED = [
  { method: "POST", path: "/api/v1/people", act: "offices.grant" },
  { method: "POST", path: `/api/v1/people/${ID}/roles`, act: "offices.grant" },
  { method: "DELETE", path: `/api/v1/people/${ID}/roles/${ID}`, act: "offices.grant" },
  { method: "POST", path: `/api/v1/people/${ID}/enrolments`, act: "passkeys.give-in-person" },
  { method: "POST", path: "/rete/persone", act: "offices.grant" },
  { method: "POST", path: `/rete/persone/${ID}/ruoli`, act: "offices.grant" },
  { method: "POST", path: `/rete/persone/${ID}/ruoli/${ID}/revoca`, act: "offices.grant" },
  { method: "POST", path: `/rete/persone/${ID}/consegna`, act: "passkeys.give-in-person" },
  { method: "POST", path: "/api/v1/rules/[a-z0-9-]{1,60}/versions", act: "rules.decide" },
  { method: "POST", path: `/api/v1/proposals/${ID}/papers`, act: "ballots.enter-papers" },
  { method: "POST", path: `/api/v1/proposals/${ID}/secret-papers`, act: "ballots.enter-papers" },
  { method: "POST", path: "/api/v1/members/transcriptions", act: "members.transcribe" },
  { method: "POST", path: `/api/v1/members/${ID}/entries`, act: "members.exclude" },
  { method: "POST", path: `/soci/libro/${ID}/annotazioni`, act: "members.exclude" },
  { method: "POST", path: `/api/v1/assemblies/${ID}/minutes/seal`, act: "assemblies.seal" },
  { method: "POST", path: "/assemblee/[0-9]{1,9}/sigillo", act: "assemblies.seal" },
  { method: "POST", path: "/api/v1/offices", act: "offices.seat" },
  { method: "POST", path: `/api/v1/offices/${ID}/ending`, act: "offices.seat" },
  { method: "POST", path: "/cariche", act: "offices.seat" },
  { method: "POST", path: `/cariche/${ID}/fine`, act: "offices.seat" },
] as const satisfies readonly {
  readonly method: string;
  readonly path: string;
  readonly act: Act;
}[];

/** The act that this request is; null where no second person is ever asked. */
export function secondedAct(request: {
  readonly method: string;
  readonly path: string;
}): Act | null {
  const row = SECONDED.find(
    ({ method, path }) =>
      method === request.method && new RegExp(`^${path}$`, "u").test(request.path),
  );
  return row?.act ?? null;
}

export function secondExpiry(now: Instant): Instant {
  return later(now, SECOND_LIVES_MS);
}

/** Whether a role opens an act, whatever else the act needs: to ask for it, or to stand by it. */
export function isOpenTo(principal: Principal, act: Act): Outcome<Principal, AccessRefusal> {
  const allowed = allow(principal, act);
  if (allowed.ok) return allowed;
  const { code } = allowed.refusal;
  const isUnsigned = code === "passkey-needed" || code === "second-person-needed";
  return isUnsigned ? accept(principal) : allowed;
}

/** A request for a second signature, as far as it matters who may give it. */
export interface SecondState {
  readonly askedBy: PersonId;
  readonly expiresAt: Instant;
  readonly signedBy: PersonId | null;
  readonly usedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
}

/** Another person signs, in time, what nobody signed or withdrew; one's own signature stands. */
export function checkSecond(
  second: SecondState,
  signer: PersonId | null,
  now: Instant,
): Outcome<"open" | "signed", SecondRefusal> {
  if (signer === second.askedBy) return refuse({ code: "countersignature-own" });
  if (signer !== null && signer === second.signedBy) return accept("signed");
  const isOpen =
    second.signedBy === null &&
    second.usedAt === null &&
    second.withdrawnAt === null &&
    now < second.expiresAt;
  return isOpen ? accept("open") : refuse({ code: "countersignature-closed" });
}
