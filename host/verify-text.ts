import * as v from "valibot";
import { type Register, verifyRegister } from "#domain/governance/verify-register.ts";
import type { Journal } from "#domain/ledger/journal.ts";
import { type Verdict, verifyJournal } from "#domain/ledger/verify-journal.ts";
import { hex, Seal, whole } from "./export-shapes.ts";
import { EntriesPart, MovementsPart, verifyBookDocument, verifyChain } from "./verify-members.ts";
import { verifyVote } from "./verify-vote.ts";

const textOrNull = v.nullable(v.string());

const Transaction = v.object({
  id: whole,
  ref: v.string(),
  kind: v.string(),
  businessDate: v.string(),
  postedAt: whole,
  actor: v.string(),
  cycleId: textOrNull,
  orderId: textOrNull,
  resolves: textOrNull,
  reverses: textOrNull,
  rules: v.record(v.string(), whole),
  legs: v.array(
    v.union([v.strictTuple([v.string(), whole]), v.strictTuple([v.string(), whole, whole])]),
  ),
  digest: hex,
});

const Account = v.object({
  code: v.string(),
  type: v.picklist(["asset", "liability", "equity", "income", "expense", "memo"]),
  balanceCents: whole,
});

const Version = v.object({
  id: whole,
  key: v.string(),
  subject: v.string(),
  version: whole,
  value: v.string(),
  effectiveAt: whole,
  expiresAt: v.nullable(whole),
  decidedAt: whole,
  decidedBy: v.string(),
  reason: v.string(),
  proposalId: textOrNull,
  digest: hex,
});

const JournalPart = v.object({
  kind: v.literal("journal"),
  upTo: whole,
  transactions: v.array(Transaction),
  seals: v.array(Seal),
  accounts: v.array(Account),
});
const RulesPart = v.object({
  kind: v.literal("rules"),
  upTo: whole,
  versions: v.array(Version),
  seals: v.array(Seal),
});
const Part = v.variant("kind", [JournalPart, RulesPart, EntriesPart, MovementsPart]);

/**
 * Checks what an export wrote: one part, a list of parts, or one part on each line. The text is a
 * stranger's; what has another form than an export is named by its path.
 */
export function verifyText(text: string): Verdict {
  const read = parseParts(text);
  if (read !== null && isOf(read[0], "vote")) return verifyVote(read[0]);
  if (read !== null && isOf(read[0], "members-book")) return verifyBookDocument(read[0]);
  if (read === null) return { ok: false, entry: "file", fault: "is no JSON" };
  const parts: v.InferOutput<typeof Part>[] = [];
  for (const [index, value] of read.entries()) {
    const part = v.safeParse(Part, value);
    if (!part.success) return misshapen(index, part.issues[0]);
    parts.push(part.output);
  }
  const [first] = parts;
  if (first === undefined) return { ok: false, entry: "file", fault: "is empty" };
  const stray = parts.findIndex((part) => part.kind !== first.kind || part.upTo !== first.upTo);
  if (stray >= 0) return { ok: false, entry: `part ${stray + 1}`, fault: "is of another export" };
  if (first.kind === "journal") return verifyJournal(joined(parts));
  if (first.kind === "rules") return verifyRegister(joined(parts));
  return verifyChain(parts.filter((part) => part.kind === "members" || part.kind === "shares"));
}

/** A vote, and the members' book, are one document each, whole. */
function isOf(value: unknown, kind: string): boolean {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}

function parseParts(text: string): unknown[] | null {
  const single = parsed(text);
  if (single !== undefined) return listed(single);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const values = lines.map(parsed);
  return values.includes(undefined) ? null : values;
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** All lists of the parts, one after the other. The brands of the domain are what is checked. */
function joined<T extends Journal | Register>(parts: readonly object[]): T {
  const all: Record<string, unknown> = {};
  for (const [name, value] of parts.flatMap(
    (part) => Object.entries(part) as [string, unknown][],
  )) {
    all[name] = Array.isArray(value) ? listed(all[name] ?? []).concat(value) : value;
  }
  return all as unknown as T;
}

const NAMES: Readonly<Record<string, string>> = {
  transactions: "transaction",
  versions: "version",
  entries: "entry",
  movements: "movement",
  seals: "seal",
  accounts: "account",
};

function misshapen(index: number, issue: v.BaseIssue<unknown>): Verdict {
  const [list, place, ...rest] = (issue.path ?? []).map(({ key }) => String(key));
  const name = NAMES[list ?? ""];
  if (name === undefined || place === undefined) {
    return { ok: false, entry: `part ${index + 1}`, fault: `${list ?? "it"}: ${issue.message}` };
  }
  const entry = `${name} ${Number(place) + 1} of part ${index + 1}`;
  return { ok: false, entry, fault: `${rest.join(".")}: ${issue.message}` };
}
