import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface SourceFile {
  /** From the root of the repository, with "/". */
  readonly path: string;
  readonly text: string;
}

/** A check of the house: what is wrong, one line each; an empty list is a clean house. */
export type Check = (files: readonly SourceFile[]) => readonly string[];

const binary = /\.(png|jpg|webp|avif|woff2?|ico|wasm|db|gz|pdf)$/;

/** Every text file that is tracked or about to be: what git neither ignores nor lost. */
export function houseFiles(root: string): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return [...new Set(listed.split("\0"))]
    .filter((path) => path !== "" && !binary.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path);

/** Files below `folder` that are code of the house itself, tests left out. */
export function codeIn(files: readonly SourceFile[], ...folders: readonly string[]): SourceFile[] {
  return files.filter(
    ({ path }) =>
      isTypeScript(path) && !isTest(path) && folders.some((folder) => path.startsWith(folder)),
  );
}

/** Lines of test for each line of code below `folder`; printed, not required. */
export function testShare(files: readonly SourceFile[], folder: string): number {
  const lines = (wanted: (path: string) => boolean): number =>
    files
      .filter(({ path }) => path.startsWith(folder) && isTypeScript(path) && wanted(path))
      .reduce((sum, { text }) => sum + text.trimEnd().split("\n").length, 0);
  return (
    lines(isTest) /
    Math.max(
      1,
      lines((path) => !isTest(path)),
    )
  );
}

export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
  }
  return line;
}
