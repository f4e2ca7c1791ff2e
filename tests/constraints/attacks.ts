import { digestOf, type Row } from "./attempt.ts";
import { legs, posting } from "./books.ts";

/** A posting that no spelling of INSERT may get into the books, and what a plain one is told. */
export interface BadPosting {
  readonly title: string;
  readonly row: Row;
  readonly says: RegExp;
}

const bad = (title: string, says: RegExp, change: Row): BadPosting => ({
  title,
  row: posting(change),
  says,
});
const badLegs = (title: string, text: string, says = /refused:posting-legs/): BadPosting =>
  bad(title, says, { legs: text });

const two53 = 2 ** 53;
const tooMany = Array.from({ length: 201 }, (_, at) => [`account-${at}`, at === 0 ? -200 : 1]);

export const badPostings: readonly BadPosting[] = [
  badLegs("unbalanced by a cent", legs(["cash", 500], ["wallet:rossi", -499]), /unbalanced/),
  badLegs("a fraction of a cent", legs(["cash", 0.5], ["wallet:rossi", -0.5])),
  badLegs("whole cents written as a float", '[["cash",5.0],["wallet:rossi",-5.0]]'),
  badLegs("whole cents written with an exponent", '[["cash",5e0],["wallet:rossi",-5e0]]'),
  badLegs("2^60 cents", legs(["cash", 2 ** 60], ["wallet:rossi", -(2 ** 60)])),
  badLegs("2^53 cents", legs(["cash", two53], ["wallet:rossi", -two53])),
  badLegs(
    "one leg too large to be kept, the others not",
    `[["cash",-${two53 - 1}],["wallet:rossi",-1],["sales",${two53}]]`,
  ),
  badLegs("2^64 cents", '[["cash",18446744073709551616],["sales",-18446744073709551616]]'),
  badLegs("an amount as a text", legs(["cash", "5"], ["wallet:rossi", "-5"])),
  badLegs("an amount that is nothing", legs(["cash", null], ["wallet:rossi", 5], ["sales", -5])),
  badLegs("an amount that is true", legs(["cash", true], ["wallet:rossi", -1])),
  badLegs("a leg of zero", legs(["cash", 5], ["wallet:rossi", -5], ["sales", 0])),
  badLegs("a limit as a text", legs(["cash", 5, "9"], ["wallet:rossi", -5])),
  badLegs("a leg with a fourth thing", legs(["cash", 5, 9, 1], ["wallet:rossi", -5])),
  badLegs("a leg without an amount", legs(["cash"], ["wallet:rossi", 5], ["sales", -5])),
  badLegs("an account by its number", legs([1, 5], [2, -5])),
  badLegs("legs as objects", '[{"0":"cash","1":5},{"0":"sales","1":-5}]'),
  badLegs("legs within an object", '{"a":["cash",5],"b":["sales",-5]}'),
  badLegs("one leg", legs(["cash", 5]), /ledger_tx_legs_json/),
  badLegs("no leg", "[]", /posting-|ledger_tx_legs_json/),
  badLegs("more legs than anyone reads", legs(...tooMany), /ledger_tx_legs_json/),
  badLegs("legs that are no JSON", "cash 5", /malformed JSON/),
  badLegs("legs in loose JSON", "[['cash',5],['sales',-5]]", /ledger_tx_legs_json/),
  badLegs("an unknown account", legs(["cash", 5], ["wallet:nobody", -5]), /posting-account/),
  badLegs(
    "the same account twice",
    legs(["cash", 5], ["cash", 5], ["wallet:rossi", -10]),
    /ledger-fixed/,
  ),
  badLegs(
    "a wallet one cent past its limit",
    legs(["wallet:rossi", 2001, 0], ["sales", -2001]),
    /account-limit/,
  ),
  badLegs(
    "a balance that no number holds",
    legs(["cash", two53 - 1], ["sales", 1 - two53]),
    /ledger_balance_in_range/,
  ),
  bad("a ref used before", /posting-repeated/, { ref: "top-up" }),
  bad("a hold resolved twice", /posting-resolved-twice/, { resolves: "hold" }),
  bad("a posting reversed twice", /posting-reversed-twice/, { reverses: "fee" }),
  bad("the number of another posting", /posting-repeated/, { id: 5 }),
  bad("a number after a gap", /posting-gap/, { id: 7 }),
  bad("the number zero", /posting-gap/, { id: 0 }),
  bad("a number below zero", /posting-gap/, { id: -1 }),
  bad("a day in a closed year", /period-closed/, { business_date: "2024-12-31" }),
  bad("a day that does not exist", /business_date_is_day/, { business_date: "2026-02-30" }),
  bad("no ref", /ref_sized/, { ref: "" }),
  bad("rules that are no JSON", /rules_json/, { rules: "6.5 %" }),
  bad("a digest that is none", /digest_hex/, { digest: digestOf("z") }),
];

/** SQL that goes around postings; each is refused outright. */
const changes = `
  ledger_tx SET actor = 'nobody'
  ledger_tx SET legs = '[]', id = id + 10
  ledger_entry SET amount_cents = -amount_cents
  ledger_entry SET account_id = 4
  ledger_balance SET posted_cents = 0
  ledger_balance SET tx_id = tx_id + 1
  ledger_balance SET account_id = account_id + 10
  ledger_account SET code = 'cash-' || id
  ledger_account SET type = 'memo'
  fiscal_period SET year = 2023`;

/** SQL that rewrites what is posted, in every word that SQL has for it. */
export const rewritings: readonly string[] = changes
  .trim()
  .split(/\n\s*/)
  .flatMap((change) =>
    ["UPDATE", "UPDATE OR IGNORE", "UPDATE OR REPLACE", "UPDATE OR FAIL"].map(
      (verb) => `${verb} ${change}`,
    ),
  );

/** SQL that removes what is posted. */
export const removals: readonly string[] = [
  "DELETE FROM ledger_tx",
  "DELETE FROM ledger_tx WHERE ref = 'undo'",
  "DELETE FROM ledger_entry",
  "DELETE FROM ledger_entry WHERE tx_id = 5",
  "DELETE FROM ledger_balance",
  "DELETE FROM ledger_stretch",
  "DELETE FROM ledger_account",
  "DELETE FROM ledger_account WHERE code = 'cash'",
  "DELETE FROM fiscal_period",
];

/** Rows put straight into what only postings write, [table, columns and values]. */
export const smuggled: readonly (readonly [title: string, table: string, values: string])[] = [
  ["a late leg", "ledger_entry", "(tx_id, leg, account_id, amount_cents) VALUES (1, 2, 4, 7)"],
  ["a leg again", "ledger_entry", "(tx_id, leg, account_id, amount_cents) VALUES (5, 0, 2, -200)"],
  ["a leg with another amount", "ledger_entry", "VALUES (5, 0, 2, -9000)"],
  ["legs without a posting", "ledger_entry", "VALUES (9, 0, 1, 7), (9, 1, 2, -7)"],
  ["a leg beyond all others", "ledger_entry", "VALUES (5, 9223372036854775807, 2, -200)"],
  ["a balance for an account without one", "ledger_balance", "VALUES (6, 100, 5)"],
  ["a balance with the amount of an old posting", "ledger_balance", "VALUES (2, -5000, 1)"],
  ["a balance with the amount of its last posting", "ledger_balance", "VALUES (2, -200, 5)"],
  ["a balance as it is", "ledger_balance", "VALUES (1, 5000, 1)"],
  ["a balance of a posting to come", "ledger_balance", "VALUES (2, 0, 6)"],
  ["a stretch where none begins", "ledger_stretch", "SELECT 2, business_date, 0 FROM ledger_tx"],
  ["a stretch again, as it is", "ledger_stretch", "SELECT * FROM ledger_stretch"],
  ["a stretch of another hour", "ledger_stretch", "VALUES (1, '2026-06-05', 9)"],
  ["a stretch of a posting to come", "ledger_stretch", "VALUES (6, '2026-06-05', 0)"],
  ["a closed year closed by another", "fiscal_period", "VALUES (2024, 1, 'nobody')"],
];
