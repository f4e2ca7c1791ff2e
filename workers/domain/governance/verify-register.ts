import type { Digest } from "#domain/kernel/digest.ts";
import { brokenSeal, type Seal } from "#domain/kernel/seal.ts";
import { type RuleDecision, ruleDigest, type RuleVersion } from "./rule.ts";

/** A version as the register shows it: numbered, with who decided it and why. */
export interface RegisteredRule extends RuleVersion, RuleDecision {
  readonly id: number;
  readonly digest: Digest;
}

/** Every version of every rule in the order they were decided, with the seals over them. */
export interface Register {
  readonly kind: "rules";
  /** The number of the last version. */
  readonly upTo: number;
  readonly versions: readonly RegisteredRule[];
  readonly seals: readonly Seal[];
}

/** What a check came to: everything holds, or the first entry that does not. */
export type RegisterVerdict =
  | { readonly ok: true; readonly checked: Readonly<Record<string, number>> }
  | { readonly ok: false; readonly entry: string; readonly fault: string };

/**
 * Checks a register from the first version to the last: each says what its digest says, follows
 * the version before it, and binds no earlier than it was decided; the seals cover them all.
 */
export function verifyRegister({ versions, seals, upTo }: Register): RegisterVerdict {
  const newest = new Map<string, RegisteredRule>();
  for (const [index, version] of versions.entries()) {
    const name = `${version.key} ${version.subject}`;
    const fault = checkVersion(version, index + 1, newest.get(name) ?? null);
    if (fault !== null) return { ok: false, entry: `version ${index + 1}`, fault };
    newest.set(name, version);
  }
  if (versions.length < upTo) {
    return { ok: false, entry: `version ${versions.length + 1}`, fault: "is missing" };
  }
  const broken = brokenSeal("rules", seals, versions);
  if (broken !== null) return { ok: false, entry: `seal ${broken}`, fault: "does not hold" };
  return { ok: true, checked: { versions: versions.length, seals: seals.length } };
}

function checkVersion(
  version: RegisteredRule,
  place: number,
  before: RegisteredRule | null,
): string | null {
  if (version.id !== place) return `is missing, or stands elsewhere: ${version.id} is in its place`;
  if (ruleDigest(version, version) !== version.digest) return "does not say what its digest says";
  if (version.version !== (before?.version ?? 0) + 1) return "does not follow the last one";
  if (version.effectiveAt < version.decidedAt) return "binds before it was decided";
  if (before !== null && version.effectiveAt < before.effectiveAt) {
    return "binds before the version it follows";
  }
  if (version.expiresAt !== null && version.expiresAt <= version.effectiveAt) {
    return "is over before it begins";
  }
  return null;
}
