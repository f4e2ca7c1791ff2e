import { defineConfig } from "vitest/config";

/** Tests that start workerd or a browser take the machine's cores one at a time. */
const alone = { maxWorkers: 1, testTimeout: 120_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    setupFiles: ["./tests/seed.ts"],
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
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "store",
          include: ["workers/store/**/*.test.ts"],
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
