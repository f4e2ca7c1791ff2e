import { expect, test } from "vitest";
import { id, type MemberId } from "#domain/kernel/ids.ts";
import { civilDate, instant } from "#domain/kernel/instant.ts";
import { type BookEntry, entryDetail, entryDigest, identityDigest } from "./book-entry.ts";

const entry: BookEntry = {
  memberId: id<MemberId>("01jz9x0000000000000000c0s1"),
  number: 2,
  kind: "admitted",
  ground: "",
  detail: entryDetail({ enrolledOn: "2026-06-01", bookNo: 7 }),
  at: instant(1_780_000_000_000),
  actor: "person:01jz9x0000000000000000c0s2",
};

const anna = {
  name: "Anna Zenti",
  taxCode: "ZNTNNA80A41L781P",
  bornOn: civilDate("1980-01-01"),
  bornIn: "Verona",
  representedBy: null,
  street: "via Cantarane 27",
  postcode: "37129",
  town: "Verona",
};

test("what an entry says besides has one text, in whatever order it was told", () => {
  expect(entry.detail).toBe('{"bookNo":7,"enrolledOn":"2026-06-01"}');
});

test("an entry that says anything else has another digest", () => {
  const others: Partial<BookEntry>[] = [
    { number: 3 },
    { kind: "refused" },
    { ground: "statute" },
    { detail: "{}" },
    { at: instant(1_780_000_000_001) },
    { actor: "token:x" },
    { memberId: id<MemberId>("01jz9x0000000000000000c0s3") },
  ];
  const digests = [entry, ...others.map((change) => ({ ...entry, ...change }))].map(entryDigest);
  expect(new Set(digests).size).toBe(others.length + 1);
});

test("a name cannot be changed behind its entry, nor guessed from it without the salt", () => {
  const said = identityDigest(anna, "one");
  expect(identityDigest({ ...anna }, "one")).toBe(said);
  expect(identityDigest({ ...anna, town: "Zevio" }, "one")).not.toBe(said);
  expect(identityDigest(anna, "another")).not.toBe(said);
});
