import { expect, test } from "vitest";
import { digestOf } from "#domain/kernel/digest.ts";
import { instant } from "#domain/kernel/instant.ts";
import { bookDigests } from "./exported-book.ts";

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
