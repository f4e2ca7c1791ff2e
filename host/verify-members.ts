import * as v from "valibot";
import type { Canonical } from "#domain/kernel/digest.ts";
import { type ExportedBook, verifyBook } from "#domain/membership/exported-book.ts";
import {
  type BookVerdict,
  type ExportedEntries,
  verifyEntries,
} from "#domain/membership/verify-entries.ts";
import { type ExportedMovements, verifyMovements } from "#domain/membership/verify-movements.ts";
import { hex, Seal, whole } from "./export-shapes.ts";

const Entry = v.strictObject({
  id: whole,
  memberId: v.string(),
  number: whole,
  kind: v.string(),
  ground: v.string(),
  detail: v.pipe(v.string(), v.check(isObject, "is no object")),
  at: whole,
  actor: v.string(),
  digest: hex,
});

const Movement = v.strictObject({
  id: whole,
  memberId: v.string(),
  number: whole,
  kind: v.string(),
  shares: whole,
  subscribed: whole,
  paid: whole,
  contributed: whole,
  owed: whole,
  plan: v.pipe(v.string(), v.check(isPlan, "is no list of days and sums")),
  txRef: v.string(),
  at: whole,
  actor: v.string(),
  digest: hex,
});

/** A part of the entries of the members' book, and one of the movements of shares. */
const part = {
  upTo: whole,
  seals: v.array(v.strictObject(Seal.entries)),
  next: v.nullable(v.string()),
};
export const EntriesPart = v.strictObject({
  ...part,
  kind: v.literal("members"),
  entries: v.array(Entry),
});
export const MovementsPart = v.strictObject({
  ...part,
  kind: v.literal("shares"),
  movements: v.array(Movement),
});

const canonical: v.GenericSchema<Canonical> = v.union([v.string(), v.boolean(), v.null(), whole]);
const BookDocument = v.strictObject({
  kind: v.literal("members-book"),
  madeAt: whole,
  members: v.array(
    v.intersect([v.object({ bookNo: whole, digest: hex }), v.record(v.string(), canonical)]),
  ),
  digest: hex,
  documentDigest: hex,
});

type EntriesPart = v.InferOutput<typeof EntriesPart>;
type MovementsPart = v.InferOutput<typeof MovementsPart>;

/** Checks what the parts of an export come to together; the brands are what is checked. */
export function verifyChain(parts: readonly (EntriesPart | MovementsPart)[]): BookVerdict {
  const [first] = parts;
  if (first === undefined) return { ok: false, entry: "file", fault: "is empty" };
  const stray = strayPart(parts);
  if (stray !== null) return { ok: false, entry: `part ${stray}`, fault: "leads elsewhere" };
  const { upTo } = first;
  const seals = parts.flatMap((one) => one.seals);
  const rows = parts.flatMap(rowsOf);
  return first.kind === "members"
    ? verifyEntries({ kind: "members", upTo, entries: rows, seals } as unknown as ExportedEntries)
    : verifyMovements({
        kind: "shares",
        upTo,
        movements: rows,
        seals,
      } as unknown as ExportedMovements);
}

function rowsOf(one: EntriesPart | MovementsPart): readonly object[] {
  return one.kind === "members" ? one.entries : one.movements;
}

/** The first part that does not say where the next one begins; null where all do. */
function strayPart(parts: readonly (EntriesPart | MovementsPart)[]): number | null {
  let rows = 0;
  for (const [index, one] of parts.entries()) {
    rows += rowsOf(one).length;
    const next = rows < one.upTo ? `${one.upTo}.${rows}` : null;
    if (one.next !== next) return index + 1;
  }
  return null;
}

/** Checks the members' book as one document. */
export function verifyBookDocument(value: unknown): BookVerdict {
  const book = v.safeParse(BookDocument, value);
  if (book.success) {
    return verifyBook(book.output as unknown as ExportedBook & Parameters<typeof verifyBook>[0]);
  }
  const [list, place, ...rest] = (book.issues[0].path ?? []).map(({ key }) => String(key));
  const { message } = book.issues[0];
  const isLine = list === "members" && place !== undefined;
  const entry = isLine ? `line ${Number(place) + 1}` : (list ?? "file");
  return { ok: false, entry, fault: isLine ? `${rest.join(".")}: ${message}` : message };
}

function isObject(text: string): boolean {
  const value = parsed(text);
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const Plan = v.array(v.strictTuple([v.string(), whole]));

function isPlan(text: string): boolean {
  return v.is(Plan, parsed(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
