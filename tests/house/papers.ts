import type { Check } from "./tree.ts";

/** Words of the design that no page may lose; the glossary may hold more. */
const words = `network, enterprise, member, share, group, household, product, offer, box, cycle,
  basket, order, line, tolerance, allocation, delivery fact, pickup point, slot, parcel, stop,
  route, wallet, hold, capture, payout, posting, entry, account, proposal, electorate, ballot,
  tally, resolution, rule, rule version, surplus, ristorno, pact, agreement, practice`.split(
  /,\s+/,
);

/** Each headword stands once, as `| **word** | parola | meaning |`. */
export const glossaryGaps: Check = (files) => {
  const page = files.find(({ path }) => path === "docs/glossary.md")?.text ?? "";
  const rows = [...page.matchAll(/^\| \*\*(.+?)\*\* +\| +\S.*? +\| +\S.*? +\|$/gm)];
  const count = (word: string): number => rows.filter(([, head]) => head === word).length;
  const heads = new Set([...words, ...rows.map(([, head]) => head ?? "")]);
  return [...heads].flatMap((word) =>
    count(word) === 1 ? [] : [`docs/glossary.md: "${word}" stands ${count(word)} times`],
  );
};

// Each has a class of one letter in it, so that this file does not complain of itself.
const marks = [
  /\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b/,
  /\b(lorem[ ]ipsum|coming[ ]soon|not[ ]implemented)\b/i,
  /\b(test|it|describe)[.](skip|only|todo|fails)\b/,
  /@ts-(ignore|expect-error|nocheck)\b|eslint-[d]isable/,
  /oxlint-[d]isable(?!-next-line [\w/-]+ -- \S)/,
  /^\s*\/\/\s*(import|export|const|let|return|await)\s.*[;{]\s*$/,
];

/** Left-over marks, silenced checks, commented-out code. */
export const leftOvers: Check = (files) =>
  complain(
    files.filter(({ path }) => /\.(tsx?|css|mjs|js|sql)$/.test(path)),
    marks,
  );

const machine = [
  /(^|[\s"'`(=])\/(work|root|farm|Users|home\/\w+)\//,
  /registry\.[n]pmjs|deb\.[d]ebian|[p]ypi\.org/,
];

/** A path of somebody's machine or a registry's host, in anything but the lock file. */
export const machineTraces: Check = (files) =>
  complain(
    files.filter(({ path }) => path !== "package-lock.json"),
    machine,
  );

function complain(files: Parameters<Check>[0], patterns: readonly RegExp[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const found = patterns.map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
      return found === undefined ? [] : [`${path}:${index + 1}: ${found.trim()}`];
    }),
  );
}

/** Every table is STRICT and has at least one CHECK, from its first migration. */
export const looseTables: Check = (files) =>
  files
    .filter(({ path }) => /^schema\/migrations\/.*\.sql$/.test(path))
    .flatMap(({ path, text }) => {
      const sql = text.replaceAll(/--.*$/gm, "");
      const tables = [...sql.matchAll(/create\s+table\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?/gi)];
      return tables.flatMap((match) => {
        const body = statementAt(sql, match.index);
        return [
          ...(/\bcheck\s*\(/i.test(body) ? [] : [`${path}: ${match[1]} has no CHECK`]),
          ...(/\)[\w\s,]*\bstrict\b[\w\s,]*;?$/i.test(body)
            ? []
            : [`${path}: ${match[1]} is not STRICT`]),
        ];
      });
    });

/** From `start` to the `;` that ends the statement, text in quotes aside. */
function statementAt(sql: string, start: number): string {
  const end = /^(?:[^;']|'[^']*')*;?/.exec(sql.slice(start));
  return end?.[0] ?? "";
}
