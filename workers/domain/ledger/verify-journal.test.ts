import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { sealRows } from "#domain/kernel/seal.ts";
import { forged, journalOf, otherDigest } from "#tests/journals.ts";
import { occasion } from "#tests/postings.ts";
import type { Journal, JournalRow, WrittenLeg } from "./journal.ts";
import { verifyJournal } from "./verify-journal.ts";

const journal = journalOf(60, 25);
const rows = journal.transactions;
const fault = (changed: Partial<Journal>) => verifyJournal({ ...journal, ...changed });
const withRow = (i: number, change: Partial<JournalRow>) => {
  const row = rows[i];
  return row === undefined ? rows : rows.with(i, { ...row, ...change });
};

test("a journal as it was written holds", () => {
  const checked = { transactions: 60, seals: 2, accounts: journal.accounts.length };
  expect(verifyJournal(journal)).toEqual({ ok: true, checked });
  const empty = { ...journal, upTo: 0, transactions: [], seals: [], accounts: [] };
  expect(verifyJournal(empty).ok).toBe(true);
});

/** An edit of one row of the export, and the number of the row that it must be found at. */
type Edit = (i: number, j: number) => { readonly transactions: JournalRow[]; readonly at: number };

const edits: Readonly<Record<string, Edit>> = {
  "an amount": (i) => {
    const legs = rows[i]?.legs.map(([code, cents], n): WrittenLeg => [
      code,
      cents + (n === 0 ? 1 : 0),
    ]);
    return { transactions: withRow(i, { legs: legs ?? [] }).slice(), at: i };
  },
  "a ref": (i) => ({ transactions: withRow(i, { ref: "wallet-entry:other" }).slice(), at: i }),
  "a date": (i) => ({
    transactions: withRow(i, { businessDate: civilDate("2026-06-03") }).slice(),
    at: i,
  }),
  "an actor": (i) => ({ transactions: withRow(i, { actor: "token:nobody" }).slice(), at: i }),
  "a digest": (i) => {
    const digest = rows[i]?.digest;
    const other = digest === undefined ? {} : { digest: otherDigest(digest) };
    return { transactions: withRow(i, other).slice(), at: i };
  },
  "the order": (i, j) => {
    const [a, b] = [rows[i], rows[j]];
    if (a === undefined || b === undefined) return { transactions: [...rows], at: i };
    return { transactions: rows.with(i, b).with(j, a), at: Math.min(i, j) };
  },
  "a row taken away": (i) => ({ transactions: rows.toSpliced(i, 1), at: i }),
  "a row put in": (i, j) => {
    const extra = rows[j];
    const put = extra === undefined ? [] : [extra];
    // The same row put in before itself is found one further on: the first of them is in place.
    return { transactions: rows.toSpliced(i, 0, ...put), at: i === j ? i + 1 : i };
  },
};

test("whatever one row is changed to, that row is named", () => {
  const places = fc.uniqueArray(fc.nat(rows.length - 1), { minLength: 2, maxLength: 2 });
  const kinds = fc.constantFrom(...Object.keys(edits));
  fc.assert(
    fc.property(kinds, places, (kind, [i = 0, j = 1]) => {
      const edited = edits[kind]?.(i, j);
      expect(edited).toBeDefined();
      const verdict = fault({ transactions: edited?.transactions ?? [] });
      expect(verdict, kind).toMatchObject({
        ok: false,
        entry: `transaction ${(edited?.at ?? 0) + 1}`,
      });
    }),
    { numRuns: 200 },
  );
});

describe("a forger who makes the digests fit", () => {
  const forge = (i: number, change: Partial<JournalRow>) => {
    const row = rows[i];
    return row === undefined ? [...rows] : rows.with(i, forged(row, change));
  };

  test("breaks the seal over the row", () => {
    const verdict = fault({ transactions: forge(30, { actor: "token:nobody" }) });
    expect(verdict).toMatchObject({ ok: false, entry: "seal 2" });
  });

  test("breaks a balance when the row is not sealed yet", () => {
    const legs = rows[56]?.legs.map(([code, cents]): WrittenLeg => [code, cents * 2]) ?? [];
    const verdict = fault({ transactions: forge(56, { legs }) });
    expect(verdict).toMatchObject({ ok: false });
    expect(verdict.ok ? "" : verdict.entry).toMatch(/^account /);
  });

  test("cannot take the last rows away", () => {
    const verdict = fault({ transactions: rows.slice(0, -1) });
    expect(verdict).toEqual({ ok: false, entry: "transaction 60", fault: "is missing" });
    expect(fault({ transactions: rows.slice(0, -1), upTo: 59 }).ok).toBe(false);
  });

  test.each<[string, Partial<JournalRow>, string]>([
    [
      "that does not balance",
      {
        legs: [
          ["opening", 5],
          [`x`, -4],
        ],
      },
      "does not balance",
    ],
    ["with one leg", { legs: [["opening", 5]] }, "fewer than two legs"],
    [
      "with an account twice",
      {
        legs: [
          ["opening", 5],
          ["opening", -5],
        ],
      },
      "twice",
    ],
    [
      "on an unknown account",
      {
        legs: [
          ["opening", 5],
          ["nowhere", -5],
        ],
      },
      "not among",
    ],
    [
      "that moves nothing",
      {
        legs: [
          ["opening", 0],
          ["card-held", 0],
        ],
      },
      "moves nothing",
    ],
    [
      "past a limit",
      {
        legs: [
          ["card-held", 5, 4],
          ["opening", -5],
        ],
      },
      "past its limit",
    ],
    ["with a known ref", { ref: "wallet-entry:0" }, "repeats wallet-entry:0"],
    ["that ends a hold again", { resolves: "card-hold:hold-2" }, "a second time"],
    ["that ends what never was", { resolves: "card-hold:none" }, "never posted"],
    ["that undoes what never was", { reverses: "wallet-entry:none" }, "never posted"],
  ])("cannot hide a posting %s", (_, change, says) => {
    const verdict = fault({ transactions: forge(12, change) });
    expect(verdict).toMatchObject({ ok: false, entry: "transaction 13" });
    expect(verdict.ok ? "" : verdict.fault).toContain(says);
  });
});

test("a seal that is altered, left out or of another chain is named", () => {
  const [first, second] = journal.seals;
  if (first === undefined || second === undefined) throw new Error("two seals");
  const altered = { ...first, root: otherDigest(first.root) };
  expect(fault({ seals: [altered, second] })).toMatchObject({ entry: "seal 1" });
  expect(fault({ seals: [second] })).toMatchObject({ entry: "seal 1" });
  expect(
    fault({ seals: [first, { ...second, previous: otherDigest(second.previous) }] }),
  ).toMatchObject({ entry: "seal 2" });
  const rules = sealRows("rules", rows.slice(0, 25), null, occasion.now);
  expect(fault({ seals: [rules, second] })).toMatchObject({ entry: "seal 1" });
});

test("an account that says another balance or type, or stands there twice, is named", () => {
  const [first] = journal.accounts;
  if (first === undefined) throw new Error("an account");
  const other = journal.accounts.with(0, { ...first, balanceCents: first.balanceCents + 1 });
  expect(fault({ accounts: other })).toMatchObject({ entry: `account ${first.code}` });
  const changed = journal.accounts.with(0, { ...first, type: "income" });
  expect(fault({ accounts: changed })).toMatchObject({ fault: "is no income" });
  const twice = [...journal.accounts, first];
  expect(fault({ accounts: twice })).toMatchObject({ fault: "is there twice" });
});
