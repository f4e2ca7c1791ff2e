import { child, isFunction, lastName, place, syntaxOf, walk, type Node } from "./syntax.ts";
import { isTypeScript, lineOf, type Check, type SourceFile } from "./tree.ts";

const limits = { fileLines: 250, functionLines: 40, columns: 100, logicOfAPage: 10 };

const code = /(\.(ts|tsx|css|mjs|js)|^\.ci\/run)$/;
/** Texts and drawings are one file per area: splitting them would hide, not clarify. */
const aside = /^frontend\/(texts|ui\/drawings)\//;

const measured = (files: readonly SourceFile[]): SourceFile[] =>
  files.filter(({ path }) => code.test(path) && !aside.test(path));

export const longFiles: Check = (files) =>
  measured(files).flatMap(({ path, text }) => {
    const lines = text.trimEnd().split("\n").length;
    return lines > limits.fileLines ? [`${path}: ${lines} lines, at most 250`] : [];
  });

export const wideLines: Check = (files) =>
  measured(files).flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, index) =>
        Array.from(line).length > limits.columns
          ? [`${path}:${index + 1}: wider than 100 columns`]
          : [],
      ),
  );

/** Functions over 40 lines, `describe` blocks and functions that only draw a page aside. */
export const longFunctions: Check = (files) =>
  measured(files)
    .filter(({ path }) => isTypeScript(path))
    .flatMap((file) => {
      const complaints: string[] = [];
      walk(syntaxOf(file), (node, parents) => {
        if (!isFunction(node) || isDescribe(parents.at(-1))) return;
        const lines = span(file, node);
        if (lines <= limits.functionLines || onlyDraws(file, node, lines)) return;
        complaints.push(`${place(file, node)}: a function of ${lines} lines, at most 40`);
      });
      return complaints;
    });

function span(file: SourceFile, node: Node): number {
  return lineOf(file.text, node.end) - lineOf(file.text, node.start) + 1;
}

/** `describe(…)`, `describe.each(…)(…)`, `describe.skipIf(…)(…)`. */
function isDescribe(parent: Node | undefined): boolean {
  let callee = parent?.type === "CallExpression" ? child(parent, "callee") : undefined;
  while (callee !== undefined && lastName(callee) !== "describe") {
    callee = child(callee, "callee") ?? child(callee, "object");
  }
  return callee !== undefined;
}

/** Markup is no logic: what is left without the outermost elements must be a few lines. */
function onlyDraws(file: SourceFile, drawn: Node, lines: number): boolean {
  let markup = 0;
  walk(drawn, (node, parents) => {
    if (isElement(node) && !parents.some(isElement)) markup += span(file, node);
  });
  return lines - markup <= limits.logicOfAPage;
}

function isElement(node: Node): boolean {
  return node.type === "JSXElement" || node.type === "JSXFragment";
}
