/** What the server must know of a statement that the database's own interface does not tell. */
export interface SqlText {
  /** First word in capitals, `""` when the text holds no statement. */
  readonly keyword: string;
  /** Name of every parameter by index (first is 0), `null` for a plain `?`; prefix included. */
  readonly parameters: readonly (string | null)[];
  /** True when another statement follows the first: the database would silently drop it. */
  readonly hasMore: boolean;
  /** True when the word RETURNING stands outside strings and comments. */
  readonly saysReturning: boolean;
}

// In this order: comments, quoted things, parameters, the end of a statement, words, the rest.
const tokens = [
  /--[^\n]*|\/\*[^]*?(?:\*\/|$)/,
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/,
  /\?\d*|[:@$][\w$\x80-\uffff]+/,
  /;|[A-Za-z_\x80-\uffff][\w$\x80-\uffff]*|[^\s]/,
];
const token = new RegExp(tokens.map((one) => one.source).join("|"), "g");

/** Reads a statement once, before it is prepared and kept. Never fails: SQLite judges the rest. */
export function readSqlText(sql: string): SqlText {
  const words = significantTokens(sql);
  const end = statementEnd(words);
  return {
    keyword: (words[0] ?? "").toUpperCase(),
    parameters: parameterNames(words.slice(0, end)),
    hasMore: words.slice(end).some((word) => word !== ";"),
    saysReturning: words.some((word) => word.toUpperCase() === "RETURNING"),
  };
}

function significantTokens(sql: string): readonly string[] {
  const words = (sql.match(token) ?? []).filter(
    (word) => !word.startsWith("--") && !word.startsWith("/*"),
  );
  const first = words.findIndex((word) => word !== ";");
  return first < 0 ? [] : words.slice(first);
}

// A trigger's body holds statements of its own: it ends, as in sqlite3_complete(), at `; END ;`.
function statementEnd(words: readonly string[]): number {
  const isTrigger = /^CREATE (?:TEMP |TEMPORARY )?TRIGGER/i.test(words.slice(0, 3).join(" "));
  const end = words.findIndex(
    (word, at) => word === ";" && (!isTrigger || closesTrigger(words, at)),
  );
  return end < 0 ? words.length : end;
}

function closesTrigger(words: readonly string[], at: number): boolean {
  return words[at - 1]?.toUpperCase() === "END" && words[at - 2] === ";";
}

// SQLite's numbering: `?` takes the next number, `?7` its own, a name the number of its first use.
function parameterNames(words: readonly string[]): readonly (string | null)[] {
  const names: (string | null)[] = [];
  for (const word of words) {
    if (word === "?") names.push(null);
    else if (/^\?\d/.test(word)) reachTo(names, Number(word.slice(1)));
    else if (/^[:@$]./.test(word) && !names.includes(word)) names.push(word);
  }
  return names;
}

function reachTo(names: (string | null)[], count: number): void {
  while (names.length < Math.min(count, 32_766)) names.push(null);
}
