/**
 * Reads the small part of YAML in which publiccode.yml is written: keys, lists, plain or quoted
 * text, `|` blocks. Gives each value by its path, as in "description/it/shortDescription".
 * @throws Error with the line's number for anything else, so that nothing is read wrongly.
 */
export function readOutline(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  const lines = text.split("\n");
  let parents: readonly Parent[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (/^\s*(#.*)?$/.test(line)) continue;
    const found = shape.exec(line);
    if (found === null) throw new Error(`line ${at + 1} is not an outline: ${line}`);
    const { indent = "", dash = "", item = "", key, value: written = "" } = found.groups ?? {};
    const value = written.trim();
    const depth = indent.length + dash.length + item.length;
    parents = parents.filter((parent) => parent.depth < depth);
    if (key !== undefined) parents = [...parents, { depth, key }];
    const path = parents.map((parent) => parent.key).join("/");
    const block = value === "|" ? blockAfter(lines, at, indent.length) : [];
    at += block.length;
    const read = value === "|" ? unindented(block) : plain(value);
    if (read !== "") values.set(path, [...(values.get(path) ?? []), read]);
  }
  return values;
}

interface Parent {
  readonly depth: number;
  readonly key: string;
}

/** A key, a list's key or a list's item; then nothing, `|`, quoted text or plain text. */
const shape = new RegExp(
  [
    /^(?<indent> *)(?:(?<dash>- )?(?<key>\w+):(?: |$)|(?<item>- ))/,
    /(?<value>\||"[^"]*"|(?!.*: )(?![\s"&*!|>{[#%@`])[^#]*)(?:#.*)?$/,
  ]
    .map(({ source }) => source)
    .join(""),
);

function blockAfter(lines: readonly string[], at: number, indent: number): readonly string[] {
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.trim() !== "" && line.search(/\S/) <= indent);
  return end === -1 ? rest : rest.slice(0, end);
}

function unindented(block: readonly string[]): string {
  return block
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

function plain(value: string): string {
  return value.replace(/^"(.*)"$/, "$1");
}
