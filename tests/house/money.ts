import { child, lastName, place, syntaxOf, walk, word, type Node } from "./syntax.ts";
import { codeIn, type Check } from "./tree.ts";

const arithmetic = new Set(["+", "-", "*", "/", "%", "**", "+=", "-=", "*=", "/=", "%=", "**="]);
const counters = new Set(["workers/domain/kernel/money.ts", "workers/domain/kernel/allot.ts"]);

/** Sums of money outside the two files that state how money is rounded and split. */
export const moneyArithmetic: Check = (files) =>
  codeIn(files, "workers/", "frontend/")
    .filter(({ path }) => !counters.has(path))
    .flatMap((file) => {
      const complaints: string[] = [];
      walk(syntaxOf(file), (node) => {
        const name = moneyIn(node);
        if (name !== undefined) complaints.push(`${place(file, node)}: arithmetic on ${name}`);
      });
      return complaints;
    });

function moneyIn(node: Node): string | undefined {
  if (node.type === "UpdateExpression") return money(child(node, "argument"));
  if (!arithmetic.has(word(node, "operator") ?? "")) return undefined;
  const sides = ["left", "right", "argument"].map((field) => child(node, field));
  return sides.map(money).find((name) => name !== undefined);
}

function money(node: Node | undefined): string | undefined {
  const name = lastName(node);
  return name !== undefined && /(^c|C)ents$/.test(name) ? name : undefined;
}
