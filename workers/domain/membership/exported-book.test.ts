import { expect, test } from "vitest";
import { digestOf } from "#domain/kernel/digest.ts";
import { instant } from "#domain/kernel/instant.ts";
import { bookDigests, verifyBook } from "./exported-book.ts";

const lines = [1, 2].map((bookNo) => ({ bookNo, digest: digestOf({ bookNo }) }));

test("the same book has the same digest whenever it is printed; the documents differ", () => {
  const [morning, evening] = [bookDigests(lines, instant(1)), bookDigests(lines, instant(2))];
  expect(morning.digest).toBe(evening.digest);
  expect(morning.documentDigest).not.toBe(evening.documentDigest);
});

test("another line, or the same lines in another order, are another book", () => {
  const digests = [lines, lines.toReversed(), lines.slice(1)].map(
    (some) => bookDigests(some, instant(1)).digest,
  );
  expect(new Set(digests).size).toBe(3);
});

const book = { kind: "members-book", madeAt: instant(1), members: lines } as const;
const whole = { ...book, ...bookDigests(lines, instant(1)) };

test("a document whose lines, book and document say what they say holds", () => {
  expect(verifyBook(whole)).toEqual({ ok: true, checked: { members: 2 } });
});

test.each([
  ["a line that says something else", { members: [{ ...lines[0], bookNo: 5 }] }, "line 1"],
  ["a line that is left out", { members: lines.slice(1) }, "line 1"],
  ["a last line that is left out", { members: lines.slice(0, 1) }, "digest"],
  ["another time of its making", { madeAt: instant(2) }, "documentDigest"],
])("%s is named", (_, change, entry) => {
  const edited = { ...whole, ...change } as typeof whole;
  expect(verifyBook(edited)).toMatchObject({ ok: false, entry });
});
