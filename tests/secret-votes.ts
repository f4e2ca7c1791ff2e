import type { Policy } from "#domain/governance/policy/policy.ts";
import { ID_ALPHABET } from "#domain/kernel/ids.ts";
import type { OpenCall } from "./calls.ts";
import type { Market, Sent } from "./market.ts";
import type { AdmittedMember } from "./members.ts";

/** Detached: who voted is known, and what was said is nobody's. */
export const SECRETLY: Partial<Policy> = {
  secrecy: "detached",
  mayRevote: false,
  ownBeatsProxy: false,
};

/** A tracker as a browser makes it: 130 random bits. */
export function newTracker(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  return Array.from(bytes, (byte) => ID_ALPHABET.charAt(byte % 32)).join("");
}

/** What a member puts into the box of a secret vote. */
export interface SecretCast {
  readonly choice?: object;
  readonly tracker?: string;
  readonly [field: string]: unknown;
}

/** Uses somebody's secret vote as their browser does. */
export function castSecretly(
  market: Pick<Market, "call">,
  call: OpenCall,
  by: AdmittedMember,
  { body = {}, sent = {} }: { readonly body?: SecretCast; readonly sent?: Sent } = {},
) {
  return market.call<{
    counted: boolean;
    receipt: { tracker: string; digest: string } | null;
    code?: string;
  }>("POST", `/api/v1/proposals/${call.proposalId}/secret-ballots`, {
    ...by.sent,
    ...sent,
    body: {
      callNumber: 1,
      memberId: by.memberId,
      choice: { vote: "yes" },
      tracker: newTracker(),
      ...body,
    },
  });
}
