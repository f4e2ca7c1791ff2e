import { isFunction, syntaxOf, walk } from "./syntax.ts";
import { codeIn, isTypeScript, type Check } from "./tree.ts";

const nameless = /(^|[/-])(utils?|helpers?|misc|commons?|managers?|data|infos?)(\.|\/|-)/;
const rooms = /^(workers|frontend|schema|host|bench|tests|\.ci)\//;
/** The weeks and ballots that tests play live in folders named after what they are. */
const kebab = /^[a-z0-9.]+(-[a-z0-9.]+)*$/;

/** A function without a better home has not been named yet. */
export const namelessFiles: Check = (files) =>
  files
    .filter(({ path }) => rooms.test(path) && isTypeScript(path) && nameless.test(path))
    .map(({ path }) => `${path}: says nothing about what it holds`);

export const oddNames: Check = (files) =>
  files
    .filter(({ path }) => rooms.test(path) && isTypeScript(path))
    .filter(({ path }) => !kebab.test(path.split("/").at(-1) ?? ""))
    .map(({ path }) => `${path}: file names are kebab-case`);

/** Only a Worker's entry may be called index. */
export const barrels: Check = (files) =>
  files
    .filter(({ path }) => rooms.test(path) && /(^|\/)index\.tsx?$/.test(path))
    .filter(({ path }) => !/^workers\/(market|planner)\/index\.ts$/.test(path))
    .map(({ path }) => `${path}: import the file you mean, no index`);

/** A file of the domain that decides something has its test beside it. */
export const untestedDomain: Check = (files) => {
  const paths = new Set(files.map(({ path }) => path));
  return codeIn(files, "workers/domain/").flatMap((file) => {
    const test = file.path.replace(/\.tsx?$/, ".test.ts");
    if (paths.has(test) || paths.has(`${test}x`)) return [];
    let decides = false;
    walk(syntaxOf(file), (node) => {
      decides ||= isFunction(node) || node.type === "ClassDeclaration";
    });
    return decides ? [`${file.path}: no ${test.split("/").at(-1)} beside it`] : [];
  });
};
