import { parseSync } from "vite";
import { lineOf, type SourceFile } from "./tree.ts";

/** A node of the syntax tree (ESTree with types); everything else on it is read by name. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const trees = new WeakMap<SourceFile, Node>();

/** @throws Error when the file is not valid TypeScript: a file nobody can parse is unchecked. */
export function syntaxOf(file: SourceFile): Node {
  const known = trees.get(file);
  if (known !== undefined) return known;
  const { program, errors } = parseSync(file.path, file.text);
  const fault = errors.find(({ severity }) => severity === "Error");
  if (fault !== undefined) throw new Error(`${file.path}: ${fault.message}`);
  const tree: unknown = program;
  if (!isNode(tree)) throw new Error(`${file.path}: the parser gave no tree`);
  trees.set(file, tree);
  return tree;
}

/** Visits every node, parents first; `parents` ends with the direct parent. */
export function walk(
  root: Node,
  visit: (node: Node, parents: readonly Node[]) => void,
  parents: readonly Node[] = [],
): void {
  visit(root, parents);
  const below = [...parents, root];
  for (const value of Object.values(root)) {
    for (const part of Array.isArray(value) ? value : [value]) {
      if (isNode(part)) walk(part, visit, below);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** The node in `field`, if there is one. */
export function child(node: Node, field: string): Node | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

/** The plain text in `field`, such as a name or an operator. */
export function word(node: Node | undefined, field: string): string | undefined {
  const value = node?.[field];
  return typeof value === "string" ? value : undefined;
}

/** The last name of `totalCents`, `line.totalCents` or `this.totalCents`. */
export function lastName(node: Node | undefined): string | undefined {
  if (node?.type === "Identifier") return word(node, "name");
  if (node?.type === "MemberExpression") return lastName(child(node, "property"));
  return undefined;
}

export function isFunction(node: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** "workers/domain/orders/basket.ts:12", for complaints. */
export function place(file: SourceFile, node: Node): string {
  return `${file.path}:${lineOf(file.text, node.start)}`;
}
