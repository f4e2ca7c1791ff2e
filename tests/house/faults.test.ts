import { describe, expect, test } from "vitest";
import { moneyArithmetic } from "./money.ts";
import { barrels, namelessFiles, oddNames, untestedDomain } from "./names.ts";
import { glossaryGaps, leftOvers, looseTables, machineTraces } from "./papers.ts";
import { impureDomain, strayIntl, upwardImports } from "./purity.ts";
import { strayRefusals, untoldRefusals } from "./refusals.ts";
import { longFiles, longFunctions, wideLines } from "./sizes.ts";
import type { Check } from "./tree.ts";

type Tree = Readonly<Record<string, string>>;

interface Fault {
  readonly what: string;
  readonly check: Check;
  readonly good: Tree;
  readonly bad: Tree;
}

const lines = (count: number, line = "f();"): string => Array(count).fill(line).join("\n");
const fn = (count: number): string => `export function deed() {\n${lines(count - 2)}\n}\n`;
const page = (count: number): string =>
  `export function Page() {\n  return (\n<p>\n${lines(count, "a")}\n</p>\n);\n}\n`;
const refusal = (code: string): string => `export type No = { readonly code: "${code}" };`;
const table = (body: string, end = "STRICT"): string => `CREATE TABLE orders (${body}) ${end};`;
const basket = "workers/domain/orders/basket.ts";
const ballots = "workers/domain/governance/refusals.ts";
const italian = "frontend/texts/it/refusals.ts";
const first = "schema/migrations/0001.sql";
const mark = "odot".split("").toReversed().join("").toUpperCase();

const sizeFaults: readonly Fault[] = [
  {
    what: "a file of 251 lines",
    check: longFiles,
    good: { "host/a.ts": lines(250), "frontend/texts/it/shop.ts": lines(900) },
    bad: { "host/a.ts": lines(251) },
  },
  {
    what: "a line of 101 columns",
    check: wideLines,
    good: { "frontend/ui/a.css": "è".repeat(100) },
    bad: { "frontend/ui/a.css": "x".repeat(101) },
  },
  {
    what: "a function of 41 lines",
    check: longFunctions,
    good: { "host/a.ts": fn(40), "host/a.test.ts": `describe("a", () => {\n${lines(90)}\n});` },
    bad: { "host/a.ts": fn(41) },
  },
  {
    what: "logic that hides beside markup",
    check: longFunctions,
    good: { "frontend/shop/a.tsx": page(120) },
    bad: { "frontend/shop/a.tsx": page(40).replace("return", `${lines(12)}\nreturn`) },
  },
];

const nameFaults: readonly Fault[] = [
  {
    what: "a file called helpers",
    check: namelessFiles,
    good: { "host/metadata.ts": "" },
    bad: { "host/order-helpers.ts": "" },
  },
  {
    what: "a name in camelCase",
    check: oddNames,
    good: { "host/load-demo.test.ts": "" },
    bad: { "host/loadDemo.ts": "" },
  },
  {
    what: "a barrel",
    check: barrels,
    good: { "workers/market/index.ts": "" },
    bad: { "workers/domain/orders/index.ts": "" },
  },
  {
    what: "a rule without a test beside it",
    check: untestedDomain,
    good: { [basket]: fn(3), "workers/domain/orders/basket.test.ts": "", "host/a.ts": fn(3) },
    bad: { [basket]: fn(3) },
  },
];

const ruleFaults: readonly Fault[] = [
  ...["await f()", "Date.now()", "Math.random()", "fetch('')", "new Intl.Collator()"].map(
    (line) => ({
      what: `the domain says ${line}`,
      check: impureDomain,
      good: { "workers/ports/mail.ts": line, [basket]: "export const Day = { Date: 1 }.Date;" },
      bad: { [basket]: line },
    }),
  ),
  {
    what: "a formatter outside format.ts",
    check: strayIntl,
    good: { "frontend/texts/format.ts": "new Intl.NumberFormat();" },
    bad: { "frontend/shop/a.tsx": "new Intl.NumberFormat();" },
  },
  ...['import "../a.ts";', 'export * from "./../a.ts";', 'type A = import("../a.ts").A;'].map(
    (line) => ({
      what: `an upward ${line}`,
      check: upwardImports,
      good: { "host/a.ts": 'import "./a.ts"; export const climb = "../a.ts";' },
      bad: { "host/a.ts": line },
    }),
  ),
  ...["a.totalCents + 1", "-feeCents", "feeCents += 2", "2 * cents", "line.paidCents++"].map(
    (line) => ({
      what: `the sum ${line}`,
      check: moneyArithmetic,
      good: { "workers/domain/kernel/money.ts": line, [basket]: "f(aCents) + (aCents > bCents)" },
      bad: { "workers/store/orders.ts": line },
    }),
  ),
];

const paperFaults: readonly Fault[] = [
  {
    what: "a refusal that no test names",
    check: untoldRefusals,
    good: {
      [ballots]: refusal("too-late"),
      [italian]: '"too-late": "Tardi"',
      "a.test.ts": '"too-late"',
    },
    bad: { [ballots]: refusal("too-late"), [italian]: '"too-late": "Tardi"' },
  },
  {
    what: "a refusal without Italian words",
    check: untoldRefusals,
    good: { [ballots]: refusal("late"), [italian]: '  late: "Tardi"', "a.test.ts": '"late"' },
    bad: { [ballots]: refusal("too-late"), "a.test.ts": '"too-late"' },
  },
  {
    what: "a refusal declared anywhere",
    check: strayRefusals,
    good: { [ballots]: refusal("late") },
    bad: { [basket]: refusal("late") },
  },
  {
    what: "a table without a check",
    check: looseTables,
    good: { [first]: table("a TEXT NOT NULL CHECK (a <> ';')") },
    bad: { [first]: `${table("a TEXT NOT NULL -- CHECK (a)\n")} ${table("CHECK (1)")}` },
  },
  {
    what: "a table that is not strict",
    check: looseTables,
    good: { [first]: table("a, CHECK (a > 0)", "WITHOUT ROWID, STRICT") },
    bad: { [first]: table("a CHECK (a > 0)", "") },
  },
  ...[
    `// ${mark}: later`,
    ["test", "skip('a')"].join("."),
    "// const a = 1;",
    ["// oxlint", "disable no-var"].join("-"),
  ].map((line) => ({
    what: `left over: ${line}`,
    check: leftOvers,
    good: { "host/a.ts": "// oxlint-disable-next-line no-var -- why\n// We return later; then." },
    bad: { "host/a.ts": line },
  })),
  ...[
    ["cd /wo", "rk/x"],
    ["https://registry.np", "mjs.org"],
  ]
    .map((halves) => halves.join(""))
    .map((line) => ({
      what: `a trace of a machine: ${line}`,
      check: machineTraces,
      good: { "README.md": "see workers/market and /lavoro/" },
      bad: { "README.md": line },
    })),
];

const asFiles = (tree: Tree) => Object.entries(tree).map(([path, text]) => ({ path, text }));

describe("the house test sees what it says it sees", () => {
  test.each([...sizeFaults, ...nameFaults, ...ruleFaults, ...paperFaults])(
    "$what",
    ({ check, good, bad }) => {
      expect(check(asFiles(good))).toEqual([]);
      expect(check(asFiles(bad))).toHaveLength(1);
    },
  );

  test("a word explained twice, and one explained nowhere", () => {
    const row = (word: string): string => `| **${word}** | parola | what it means |\n`;
    const glossary = { "docs/glossary.md": row("basket") + row("banco") + row("banco") };
    const gaps = glossaryGaps(asFiles(glossary));
    expect(gaps).toContain('docs/glossary.md: "banco" stands 2 times');
    expect(gaps).toContain('docs/glossary.md: "ristorno" stands 0 times');
    expect(gaps.filter((gap) => gap.includes('"basket"'))).toEqual([]);
  });
});
