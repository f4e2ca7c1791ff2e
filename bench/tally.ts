/**
 * Counts a file of ballots: `node bench/tally.ts IN OUT RULE [SEED]`. IN is a JSON profile or a
 * BLT file, OUT a JSON record, RULE one of scottish, wigm, meek, irv, schulze, debian,
 * equal-shares, approval, score, majority. The lot is the file's own; with SEED it is drawn from
 * the seed over the candidates' numbers (projects' ids); without either it is the file's order,
 * projects by id.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { readBlt } from "#domain/governance/counting/blt.ts";
import { type Lot, lotFromSeed } from "#domain/governance/counting/lot.ts";
import type { Profile } from "#domain/governance/counting/profile.ts";
import { readProfile } from "#domain/governance/counting/profile-reader.ts";
import type { BallotFileRefusal } from "#domain/governance/counting/refusals.ts";
import type { Outcome } from "#domain/kernel/outcome.ts";
import { counts, type TallyRecord } from "./tally-records.ts";
import { Misfit, namesOf } from "./tally-views.ts";

/** A file or a rule that cannot be counted, said in one line. */
export class Uncountable extends Error {
  override readonly name = "Uncountable";
}

/** @throws Uncountable on a text that is neither a profile nor BLT, or an unknown or unfit rule. */
export function tally(text: string, rule: string, seed?: string): TallyRecord {
  const count = counts[rule];
  if (count === undefined) {
    throw new Uncountable(`no rule ${rule}: there are ${Object.keys(counts).join(", ")}`);
  }
  const read = readBallots(text);
  if (!read.ok) throw new Uncountable(fault(read.refusal));
  try {
    return count(read.value, publishedLot(read.value, seed));
  } catch (error) {
    throw error instanceof Misfit ? new Uncountable(error.message) : error;
  }
}

/** A profile in JSON, or else a BLT file. */
export function readBallots(text: string): Outcome<Profile, BallotFileRefusal> {
  if (!/^\s*\{/.test(text)) return readBlt(text);
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Uncountable("the profile is no JSON");
  }
  return readProfile(value);
}

function fault(refusal: BallotFileRefusal): string {
  return refusal.code === "blt-unreadable"
    ? `line ${refusal.line} breaks the BLT form`
    : `the profile's ${refusal.field} cannot be read`;
}

function publishedLot(profile: Profile, seed: string | undefined): Lot {
  const names = namesOf(profile);
  const ids = profile.type === "pb" ? names : names.map((_, index) => String(index + 1));
  if (seed !== undefined) return lotFromSeed(seed, ids);
  if (profile.type === "stv" && profile.lot !== null) return profile.lot;
  const order = [...ids.keys()];
  if (profile.type !== "pb") return order;
  return order.toSorted((one, other) => ((names[one] ?? "") < (names[other] ?? "") ? -1 : 1));
}

function main([input, output, rule, seed]: readonly string[]): void {
  if (input === undefined || output === undefined || rule === undefined) {
    throw new Uncountable("usage: node bench/tally.ts IN OUT RULE [SEED]");
  }
  const record = tally(readFileSync(input, "utf8"), rule, seed);
  writeFileSync(output, `${JSON.stringify(record, null, 1)}\n`);
}

if (import.meta.main) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
