import { child, place, syntaxOf, walk, word, type Node } from "./syntax.ts";
import { codeIn, isTest, type Check, type SourceFile } from "./tree.ts";

/** An area may keep its sentences in a file of its own. */
const italian = /^frontend\/texts\/it\/([a-z-]+-)?refusals\.ts$/;

/** Every "no" is tested somewhere and is said in plain Italian. */
export const untoldRefusals: Check = (files) => {
  const tests = files.filter(({ path }) => isTest(path)).map(({ text }) => text);
  const said = files.filter(({ path }) => italian.test(path)).map(({ text }) => text);
  const texts = said.join("\n");
  return refusals(files).flatMap(({ at, code }) => [
    ...(tests.some((text) => quoted(text, code)) ? [] : [`${at}: no test names "${code}"`]),
    ...(quoted(texts, code) || isKey(texts, code)
      ? []
      : [`${at}: no Italian sentence for "${code}"`]),
  ]);
};

/** Refusals are declared in `workers/domain/<area>/refusals.ts`, where the checks read them. */
export const strayRefusals: Check = (files) =>
  codeIn(files, "workers/domain/")
    .filter(({ path }) => !path.endsWith("/refusals.ts"))
    .flatMap((file) => codesIn(file))
    .map(({ at, code }) => `${at}: declare "${code}" in the area's refusals.ts`);

function refusals(files: readonly SourceFile[]): readonly Declared[] {
  return codeIn(files, "workers/domain/")
    .filter(({ path }) => path.endsWith("/refusals.ts"))
    .flatMap(codesIn);
}

interface Declared {
  readonly at: string;
  readonly code: string;
}

/** The literals of every `readonly code: "…"` (or `"…" | "…"`) in a type. */
function codesIn(file: SourceFile): Declared[] {
  const found: Declared[] = [];
  walk(syntaxOf(file), (node, parents) => {
    const isCode = parents.some((parent) => isCodeProperty(parent));
    const code = node.type === "TSLiteralType" ? word(child(node, "literal"), "value") : undefined;
    if (isCode && code !== undefined) found.push({ at: place(file, node), code });
  });
  return found;
}

function isCodeProperty(node: Node): boolean {
  return node.type === "TSPropertySignature" && word(child(node, "key"), "name") === "code";
}

const quoted = (text: string, code: string): boolean => text.includes(`"${code}"`);

function isKey(text: string, code: string): boolean {
  return /^\w+$/.test(code) && new RegExp(`^\\s*${code}[:(]`, "m").test(text);
}
