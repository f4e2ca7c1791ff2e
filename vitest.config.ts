import { defineConfig } from "vitest/config";

/**
 * Files share a process and what it has loaded: half of their time went into loading the same
 * modules again. A module that keeps state between requests would be found out by it.
 */
const together = { isolate: false } as const;

/** Tests that start workerd or a browser take the machine's cores one at a time. */
const alone = { maxWorkers: 1, testTimeout: 120_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    setupFiles: ["./tests/seed.ts"],
    // The runner leaves a core free unless told; on two cores that is half of them.
    maxWorkers: 2,
    // Patience for a busy machine: no test asserts how long it took.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // The security log of the app in the test's own process: each refusal is a line of it.
    onConsoleLog: (log) => !log.startsWith('{"at":"security"'),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{workers,frontend,schema,host,bench,tests}/**/*.test.{ts,tsx}"],
          exclude: [
            "workers/store/**",
            "tests/{house.test.ts,house/**}",
            "tests/{journeys,browser}/**",
          ],
          ...together,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "store",
          include: ["workers/store/**/*.test.ts"],
          ...together,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "house",
          include: ["tests/house.test.ts", "tests/house/*.test.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.{ts,tsx}"],
          ...alone,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.{ts,tsx}"],
          ...alone,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
