import { fractionText } from "#domain/governance/counting/fraction.ts";
import type { MajorityRule } from "#domain/governance/counting/majority.ts";
import { type Canonical, canonicalText, digestOf, type Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Policy } from "./policy.ts";

/** A policy in the form that is kept, published and sealed: fractions are texts such as "2/3". */
export function policyFacts(policy: Policy): { readonly [key: string]: Canonical } {
  const { votes, calls, times } = policy;
  return {
    code: policy.code,
    electors: policy.electors,
    method: policy.method,
    seats: policy.seats,
    calls: calls.map(ruleFacts),
    votes:
      votes.kind === "colleges"
        ? {
            kind: votes.kind,
            colleges: votes.colleges.map(({ code, weight }) => ({
              code,
              weight: fractionText(weight),
            })),
            empty: votes.empty,
          }
        : { ...votes },
    daysEnrolled: policy.daysEnrolled,
    mostProxies: policy.mostProxies,
    secrecy: policy.secrecy,
    mayRevote: policy.mayRevote,
    ownBeatsProxy: policy.ownBeatsProxy,
    endorsements: policy.endorsements,
    times: { ...times },
  };
}

/** The same policy always has the same text. */
export function policyText(policy: Policy): string {
  return canonicalText(policyFacts(policy));
}

/** A version of a policy, as it was decided. */
export interface PolicyVersion {
  readonly policy: Policy;
  readonly version: number;
  readonly effectiveAt: Instant;
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  readonly reason: string;
}

/** What a version says, all of it, in canonical form. */
export function policyDigest({ policy, ...decided }: PolicyVersion): Digest {
  return digestOf({ policy: policyFacts(policy), ...decided });
}

/** The version in force at an instant: the last one that had begun; null before the first. */
export function policyAt<V extends Pick<PolicyVersion, "policy" | "version" | "effectiveAt">>(
  versions: readonly V[],
  code: string,
  at: Instant,
): V | null {
  const begun = versions.filter(
    ({ policy, effectiveAt }) => policy.code === code && effectiveAt <= at,
  );
  return begun.reduce<V | null>(
    (last, one) => (last === null || one.version > last.version ? one : last),
    null,
  );
}

function ruleFacts({ quorum, threshold }: MajorityRule): Canonical {
  return {
    quorum:
      quorum === null
        ? null
        : { share: fractionText(quorum.share), of: quorum.of, isStrict: quorum.isStrict },
    threshold: {
      share: fractionText(threshold.share),
      base: threshold.base,
      isStrict: threshold.isStrict,
    },
  };
}
