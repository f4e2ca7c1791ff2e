import { readFileSync } from "node:fs";
import { verifyText } from "./verify-text.ts";

/**
 * `npm run verify -- FILE`: checks an exported vote, journal, rules register or members' book.
 * Says what was checked, or names the first bad entry and ends with 1; 2 when there is no such
 * file.
 */
function main(file: string | undefined): number {
  if (file === undefined) {
    console.error("usage: npm run verify -- FILE");
    return 2;
  }
  const text = read(file);
  if (text === null) return 2;
  const verdict = verifyText(text);
  if (verdict.ok) {
    const counts = Object.entries(verdict.checked).map(([what, count]) => `${count} ${what}`);
    console.log(`everything holds: ${counts.join(", ")}`);
    return 0;
  }
  console.error(`${verdict.entry}: ${verdict.fault}`);
  return 1;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    console.error(`${file} cannot be read: ${error instanceof Error ? error.message : "?"}`);
    return null;
  }
}

process.exitCode = main(process.argv[2]);
