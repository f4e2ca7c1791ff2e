/**
 * Writes .oxlintrc.json from the table of floors.
 * `node .ci/lint-config.ts` writes it; with `--check` it only compares, and fails on a difference.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { outside, rooms, testMay, type Room } from "./floors.ts";
import { globals } from "./lint-globals.ts";
import { categories, everywhere, inTests, plugins, type Rules } from "./lint-rules.ts";
import { notAmong } from "./not-among.ts";

interface Override {
  readonly files: readonly string[];
  readonly plugins?: readonly string[];
  readonly rules: Rules;
}

const target = ".oxlintrc.json";

/** The whole text of .oxlintrc.json, as the formatter would leave it. */
export function lintConfig(): string {
  const config = {
    $schema: "./node_modules/oxlint/configuration_schema.json",
    plugins,
    categories,
    options: {
      denyWarnings: true,
      reportUnusedDisableDirectives: "error",
      respectEslintDisableDirectives: false,
      typeAware: true,
    },
    rules: everywhere,
    overrides: overrides(),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/**
 * Of two overrides with the same rule only the last one counts for a file, so each states its
 * rule in full: first the general, then the particular, then the tests of each room.
 */
function overrides(): Override[] {
  return [
    ...globals,
    {
      files: outside.flatMap((place) => [`${place}/**`]),
      rules: { "no-restricted-imports": ["error", { patterns: [upward] }], "no-console": "off" },
    },
    ...rooms.map((room) => ({ files: room.files, rules: imports(room, room.may) })),
    ...rooms.map((room) => ({ files: testsOf(room), rules: imports(room, testMay(room)) })),
    {
      files: ["**/*.test.ts", "**/*.test.tsx", "tests/**"],
      plugins: [...plugins, "vitest"],
      rules: {
        ...inTests,
        "no-restricted-globals": "off",
        "no-restricted-properties": "off",
        "oxc/no-async-await": "off",
      },
    },
    // The house test measures pages, where markup does not count as length.
    { files: ["**/*.tsx"], rules: { "max-lines-per-function": "off" } },
    {
      files: [
        "workers/market/index.ts",
        "workers/planner/index.ts",
        "host/static-files-worker.ts",
        "host/demo-desk/front-worker.ts",
        "*.config.ts",
      ],
      rules: { "import/no-default-export": "off" },
    },
  ];
}

const upward = {
  regex: "(^|/)\\.\\.(/|$)",
  message: "`../` is banned: name the room, as in #domain/orders/basket.ts.",
};

function imports(room: Room, may: readonly string[]): Rules {
  const list = may.length > 0 ? may.join(", ") : "nothing outside its folder";
  const known = ["./", ...may, ...(room.mayType ?? [])];
  const patterns = [
    upward,
    { regex: notAmong(known), message: `${room.name} may import ${list}.` },
    ...(room.mayType ?? []).map((specifier) => ({
      regex: `^${specifier.replaceAll(".", "\\.")}$`,
      allowTypeImports: true,
      message: `${room.name} may import ${specifier} as a type only.`,
    })),
    ...(room.above ?? []).map((regex) => ({
      regex: `^(\\./|#)(.*/)?${regex}$`,
      message: `${room.name} may not import a floor above it.`,
    })),
  ];
  return { "no-restricted-imports": ["error", { patterns }] };
}

function testsOf(room: Room): string[] {
  return room.files.flatMap((glob) =>
    glob.endsWith("**")
      ? [`${glob}/*.test.ts`, `${glob}/*.test.tsx`]
      : [glob.replace(/(\.tsx?)$/, ".test$1")],
  );
}

if (import.meta.main) {
  if (!process.argv.includes("--check")) writeFileSync(target, lintConfig());
  else if (readFileSync(target, "utf8") !== lintConfig()) {
    console.error(`${target} differs from .ci/floors.ts: run node .ci/lint-config.ts`);
    process.exitCode = 1;
  }
}
