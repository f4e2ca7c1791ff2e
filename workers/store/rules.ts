import { ruleDigest, type RuleVersion } from "#domain/governance/rule.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { ruleVersion } from "#schema/ground.ts";
import { instantAt, integer, text } from "./cells.ts";
import { insertInto, type Loader } from "./statement.ts";

/** The newest versions of the network's own rules: few rows, read with every order. */
export function networkRules(): Loader<RuleVersion[]> {
  return {
    statement: {
      sql: `SELECT key, subject, version, value, effective_at FROM rule_version
        WHERE subject = '' ORDER BY key, version`,
      args: [],
    },
    parse: (rows) => rows.map(toVersion),
  };
}

/** Every version of every rule, with who decided it: the register that members read. */
export function ruleRegister(): Loader<RegisteredVersion[]> {
  return {
    statement: {
      sql: `SELECT key, subject, version, value, effective_at, decided_at, decided_by, reason
        FROM rule_version ORDER BY key, subject, version`,
      args: [],
    },
    parse: (rows) =>
      rows.map((row) => ({
        ...toVersion(row),
        decidedAt: instantAt(row, 5),
        decidedBy: text(row, 6),
        reason: text(row, 7),
      })),
  };
}

export interface RegisteredVersion extends RuleVersion {
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  readonly reason: string;
}

/** All versions of one rule, for one subject. */
export function versionsOf(key: string, subject: string): Loader<RuleVersion[]> {
  return {
    statement: {
      sql: `SELECT key, subject, version, value, effective_at FROM rule_version
        WHERE key = ? AND subject = ? ORDER BY version`,
      args: [key, subject],
    },
    parse: (rows) => rows.map(toVersion),
  };
}

/** All versions of one rule, for every subject that has its own. */
export function versionsForAll(key: string): Loader<RuleVersion[]> {
  return {
    statement: {
      sql: `SELECT key, subject, version, value, effective_at FROM rule_version
        WHERE key = ? ORDER BY subject, version`,
      args: [key],
    },
    parse: (rows) => rows.map(toVersion),
  };
}

function toVersion(row: Row): RuleVersion {
  return {
    key: text(row, 0),
    subject: text(row, 1),
    version: integer(row, 2),
    value: text(row, 3),
    effectiveAt: instantAt(row, 4),
  };
}

/** The first version of a rule, in force from the moment it is decided. */
export function firstVersion(rule: {
  readonly key: string;
  readonly subject: string;
  readonly value: string;
  readonly at: Instant;
  readonly by: string;
}): Statement {
  const version = { ...rule, version: 1, effectiveAt: rule.at };
  return insertVersion(version, { decidedAt: rule.at, decidedBy: rule.by, reason: "set-up" });
}

export function insertVersion(version: RuleVersion, decision: Decision): Statement {
  const { key, subject, value, effectiveAt } = version;
  const digest = ruleDigest(version, decision);
  const row = { key, subject, value, effectiveAt, version: version.version };
  return insertInto(ruleVersion, { ...row, ...decision, digest });
}

interface Decision {
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  readonly reason: string;
}
