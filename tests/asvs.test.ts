import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { WANTED } from "./asvs-ids.ts";

/** What is said of one requirement. */
type Said =
  | { readonly status: "test"; readonly file: string; readonly title: string }
  | { readonly status: "code"; readonly file: string; readonly reason: string }
  | { readonly status: "not-applicable"; readonly because: string }
  | { readonly status: "open"; readonly missing: string };

const said = JSON.parse(readFileSync("docs/asvs.json", "utf8")) as Readonly<Record<string, Said>>;
const entries = Object.entries(said);

/** The words that a requirement is met with, whatever its status. */
function wordsOf(one: Said): string {
  if (one.status === "test") return one.title;
  if (one.status === "code") return one.reason;
  return one.status === "open" ? one.missing : one.because;
}

test("every requirement of ASVS up to level 2 is mapped, and none that does not exist", () => {
  expect(Object.keys(said)).toEqual(WANTED);
  expect(WANTED).toHaveLength(258);
});

/** The standard itself, where it lies beside the repository. */
const STANDARD = "../shared/data/asvs/asvs-5.0.0.flat.json";

test.skipIf(!existsSync(STANDARD))("the list of requirements is the standard's own", () => {
  const { requirements } = JSON.parse(readFileSync(STANDARD, "utf8")) as {
    readonly requirements: readonly { readonly req_id: string; readonly L: string }[];
  };
  const beyond = new Set(["V1.2.10", "V2.3.5", "V7.5.3", "V8.3.2", "V15.4.2"]);
  const wanted = requirements.filter(({ req_id, L }) => L !== "3" || beyond.has(req_id));
  expect(WANTED).toEqual(wanted.map(({ req_id }) => req_id));
});

test("each says how it is met, in words", () => {
  const silent = entries.filter(([, one]) => wordsOf(one).trim().length < 10);
  expect(silent).toEqual([]);
});

test("every test that is named exists, by its title", () => {
  const lost = entries.flatMap(([id, one]) => {
    if (one.status !== "test") return [];
    const isThere = existsSync(one.file) && readFileSync(one.file, "utf8").includes(one.title);
    return isThere ? [] : [`${id}: ${one.file}: ${one.title}`];
  });
  expect(lost).toEqual([]);
});

test("every file that is named exists, and a page that is named has its section", () => {
  const lost = entries.flatMap(([id, one]) => {
    if (one.status !== "code") return [];
    if (!existsSync(one.file)) return [`${id}: ${one.file}`];
    const section = /^([A-Z][\w ,-]*):/.exec(one.reason)?.[1];
    if (one.file !== "docs/security.md" || section === undefined) return [];
    const isThere = readFileSync(one.file, "utf8").includes(`\n## ${section}`);
    return isThere ? [] : [`${id}: ${one.file} has no section "${section}"`];
  });
  expect(lost).toEqual([]);
});

test("nothing is open that was closed; what is open is told", () => {
  const open = entries.filter(([, one]) => one.status === "open");
  for (const [id, one] of open) console.log(`${id} is open: ${wordsOf(one)}`);
  console.log(`ASVS: ${entries.length} requirements, ${open.length} open`);
  expect(open.length).toBeLessThanOrEqual(MOST_OPEN);
});

/** It may only become less. */
const MOST_OPEN = 0;
