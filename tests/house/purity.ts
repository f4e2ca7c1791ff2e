import { child, lastName, place, syntaxOf, walk, word, type Node } from "./syntax.ts";
import { codeIn, isTypeScript, type Check, type SourceFile } from "./tree.ts";

const impure = new Set(["Date", "Intl", "Temporal", "fetch", "crypto", "performance", "process"]);
const time = "workers/domain/kernel/instant.ts";
const digest = "workers/domain/kernel/digest.ts";

/** The domain has no clock, chance, language tables, network or waiting. */
export const impureDomain: Check = (files) =>
  codeIn(files, "workers/domain/").flatMap((file) => {
    const complaints: string[] = [];
    walk(syntaxOf(file), (node, parents) => {
      const fault = impurity(file, node, parents.at(-1));
      if (fault !== undefined) complaints.push(`${place(file, node)}: ${fault} in the domain`);
    });
    return complaints;
  });

function impurity(file: SourceFile, node: Node, parent: Node | undefined): string | undefined {
  if (waits(node)) return file.path === digest ? undefined : "await";
  if (isMathRandom(node)) return "Math.random";
  const name = globalName(node, parent);
  if (name === undefined || !impure.has(name)) return undefined;
  if (file.path === time && (name === "Date" || name === "Intl")) return undefined;
  if (file.path === digest && name === "crypto") return undefined;
  return name;
}

function waits(node: Node): boolean {
  return node.type === "AwaitExpression" || node["await"] === true || node["async"] === true;
}

function isMathRandom(node: Node): boolean {
  const isMember = node.type === "MemberExpression" && lastName(child(node, "object")) === "Math";
  return isMember && lastName(node) === "random";
}

/** The name of an identifier that stands for itself: no property, no key. */
function globalName(node: Node, parent: Node | undefined): string | undefined {
  if (node.type !== "Identifier") return undefined;
  const isPart = parent?.["property"] === node || parent?.["key"] === node;
  return isPart && parent["computed"] !== true ? undefined : word(node, "name");
}

const speaks = new Set([time, "frontend/texts/format.ts"]);

/** One place formats for people, one converts times. */
export const strayIntl: Check = (files) =>
  codeIn(files, "workers/", "frontend/", "schema/")
    .filter(({ path }) => !speaks.has(path))
    .flatMap((file) => {
      const complaints: string[] = [];
      walk(syntaxOf(file), (node, parents) => {
        if (globalName(node, parents.at(-1)) === "Intl") complaints.push(place(file, node));
      });
      return complaints.map((at) => `${at}: Intl outside format.ts and instant.ts`);
    });

/** `../` in any import, re-export, `import()` or import type, wherever it stands. */
export const upwardImports: Check = (files) =>
  files
    .filter(({ path }) => isTypeScript(path))
    .flatMap((file) => {
      const complaints: string[] = [];
      walk(syntaxOf(file), (node) => {
        const from = word(child(node, "source") ?? child(node, "argument"), "value");
        if (node.type !== "UnaryExpression" && from !== undefined && isUpward(node, from)) {
          complaints.push(`${place(file, node)}: ${from}`);
        }
      });
      return complaints;
    });

function isUpward(node: Node, from: string): boolean {
  return /^(Import|Export|TSImport)/.test(node.type) && /(^|\/)\.\.(\/|$)/.test(from);
}
