import { expect, test } from "vitest";
import { id, type MemberId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { sealRows } from "#domain/kernel/seal.ts";
import { type BookEntry, entryDetail, entryDigest } from "./book-entry.ts";
import { type ExportedEntry, verifyEntries } from "./verify-entries.ts";

const [ada, bea] = ["01jz9x0000000000000000c0s1", "01jz9x0000000000000000c0s2"] as const;
const said = (
  member: string,
  number: number,
  kind: BookEntry["kind"],
  detail: Parameters<typeof entryDetail>[0] = {},
): BookEntry => ({
  memberId: id<MemberId>(member),
  number,
  kind,
  ground: "",
  detail: entryDetail(detail),
  at: instant(5),
  actor: "test",
});
const whole = [
  said(ada, 1, "applied"),
  said(ada, 2, "admitted", { bookNo: 1 }),
  said(bea, 1, "applied"),
  said(bea, 2, "admitted", { bookNo: 2 }),
];
const numbered = (entries: readonly BookEntry[]): ExportedEntry[] =>
  entries.map((entry, at) => ({ ...entry, id: at + 1, digest: entryDigest(entry) }));
const verdict = (entries: readonly BookEntry[], upTo = entries.length) => {
  const rows = numbered(entries);
  const seals = [sealRows("members", rows.slice(0, 2), null, instant(9))];
  return verifyEntries({ kind: "members", upTo, entries: rows, seals });
};

test("a book whose entries follow each other holds, with what no seal covers yet", () => {
  expect(verdict(whole)).toEqual({ ok: true, checked: { entries: 4, seals: 1 } });
});

test.each([
  ["an entry that is left out", whole.toSpliced(2, 1), "entry 3"],
  ["an entry twice", [...whole, whole[3] ?? said(ada, 3, "died")], "entry 5"],
  ["a member who never applied", whole.with(2, said(bea, 1, "suspended")), "entry 3"],
  ["a number given twice", whole.with(3, said(bea, 2, "admitted", { bookNo: 1 })), "entry 4"],
  ["an admission without a number", whole.with(3, said(bea, 2, "admitted")), "entry 4"],
])("%s is named", (_, entries, entry) => {
  expect(verdict(entries)).toMatchObject({ ok: false, entry });
});

test("entries that end before the last one are missing", () => {
  expect(verdict(whole, 5)).toMatchObject({ ok: false, entry: "entry 5", fault: "is missing" });
});

test("another book under the same seals breaks the first of them", () => {
  const seals = [sealRows("members", numbered(whole).slice(0, 2), null, instant(9))];
  const forged = numbered(whole.with(1, said(ada, 2, "admitted", { bookNo: 7 })));
  const got = verifyEntries({ kind: "members", upTo: 4, entries: forged, seals });
  expect(got).toMatchObject({ ok: false, entry: "seal 1" });
});
