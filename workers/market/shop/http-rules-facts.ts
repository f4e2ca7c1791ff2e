import { isOvertaken, type QueuedChange } from "#domain/governance/proposal/queued-changes.ts";
import { ruleAt, type RuleDescriptor, type RuleVersion } from "#domain/governance/rule.ts";
import { comingVersions, spanOf } from "#domain/governance/rule-history.ts";
import { compareArticles, readArticle, STATUTE } from "#domain/governance/statute.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type {
  ArticleFacts,
  ComingFacts,
  DescribedRule,
  RuleFacts,
  RuleHistoryFacts,
  RulesFacts,
  VersionFacts,
} from "#frontend/shop/rules-facts.ts";
import type { RulesView, RuleView, StatuteView } from "./read-rules.ts";

/** The rules by what they are about, in the order in which areas declare them. */
export function rulesFacts({ rules, ...known }: RulesView, now: Instant): RulesFacts {
  const byArea = Map.groupBy(rules, ({ area }) => area);
  return {
    areas: [...byArea].map(([area, those]) => ({
      area,
      rules: those.map((rule) => ruleFacts(rule, known, now)),
    })),
  };
}

function ruleFacts(
  rule: RuleDescriptor,
  known: Pick<RulesView, "versions" | "queued">,
  now: Instant,
): RuleFacts {
  const own = known.versions.filter(({ key, subject }) => key === rule.key && subject === "");
  const version = ruleAt(own, rule.key, now);
  const inForce =
    version === null
      ? null
      : {
          value: version.value,
          version: version.version,
          since: version.effectiveAt,
          expiresAt: version.expiresAt,
        };
  return {
    rule: described(rule),
    inForce,
    coming: comingOf({ ...known, key: rule.key }, own, now),
  };
}

interface Waiting {
  readonly queued: readonly QueuedChange[];
  readonly key: string;
  readonly subject?: string;
}

/** Versions that are to begin, then what members passed and is still to be written. */
function comingOf(
  { queued, key, subject = "" }: Waiting,
  versions: readonly (RuleVersion & { readonly proposal?: number | null })[],
  now: Instant,
): readonly ComingFacts[] {
  const decided = comingVersions(versions, now).map(({ value, effectiveAt, proposal = null }) => {
    return { value, from: effectiveAt, proposal, isOvertaken: false };
  });
  const waiting = queued
    .filter((change) => change.key === key && change.subject === subject)
    .map((change) => {
      const { value, from, proposal } = change;
      return { value, from, proposal, isOvertaken: isOvertaken(change, versions) };
    });
  return [...decided, ...waiting];
}

/** Every rule of the register has its words: the texts do not compile without them. */
export function described(rule: RuleDescriptor): DescribedRule {
  return rule as DescribedRule;
}

export function historyFacts(
  { rule, subject, versions, queued }: RuleView,
  now: Instant,
): RuleHistoryFacts {
  const told = versions.map((version, at): VersionFacts => {
    const { proposal, expiresAt, decidedAt, reason, value } = version;
    return {
      version: version.version,
      value,
      before: versions[at - 1]?.value ?? null,
      from: version.effectiveAt,
      ...spanOf(version, versions, now),
      decidedBy: deciderOf(version),
      expiresAt,
      decidedAt,
      reason,
      proposal,
    };
  });
  const coming = comingOf({ queued, key: rule.key, subject }, versions, now);
  return { rule: described(rule), subject, versions: told.toReversed(), coming };
}

function deciderOf({ decidedBy, proposal, expiresAt }: RuleView["versions"][number]) {
  if (proposal !== null) return "members";
  if (decidedBy === "setup") return "setup";
  return expiresAt === null ? "officers" : "urgent";
}

/** The articles in force, in the order of the statute. */
export function statuteFacts(
  { versions, queued }: StatuteView,
  now: Instant,
): readonly ArticleFacts[] {
  const numbers = [...new Set(versions.map(({ subject }) => subject))].toSorted(compareArticles);
  return numbers.flatMap((number) => {
    const own = versions.filter(({ subject }) => subject === number);
    const inForce = ruleAt(own, STATUTE, now, number);
    if (inForce === null) return [];
    const { version, effectiveAt: since } = inForce;
    return [
      {
        number,
        ...readArticle(inForce.value),
        version,
        since,
        coming: comingOf({ queued, key: STATUTE, subject: number }, own, now),
      },
    ];
  });
}
