/**
 * The rules that hold everywhere. All are errors: a warning nobody must mend is noise.
 * Switched off on purpose are those that fight the house's style (see the comments).
 */
export type Rules = Readonly<Record<string, unknown>>;

export const categories = { correctness: "error", suspicious: "error", perf: "error" } as const;

export const plugins = [
  "eslint",
  "typescript",
  "oxc",
  "unicorn",
  "import",
  "promise",
  "jsx-a11y",
] as const;

/** The wall; the house test holds the nearer limit of 40 lines, where it can see JSX apart. */
const wall = { max: 70, skipComments: true, skipBlankLines: true };

export const everywhere: Rules = {
  "array-callback-return": "error",
  curly: ["error", "multi-line"],
  "default-case-last": "error",
  eqeqeq: "error",
  "max-depth": ["error", 4],
  "max-lines-per-function": ["error", wall],
  "max-params": ["error", 5],
  "no-console": "error",
  "no-else-return": "error",
  "no-empty": "error",
  "no-eq-null": "error",
  "no-fallthrough": "error",
  "no-lonely-if": "error",
  "no-new-func": "error",
  "no-param-reassign": "error",
  "no-proto": "error",
  "no-return-assign": "error",
  "no-self-compare": "error",
  "no-sequences": "error",
  "no-template-curly-in-string": "error",
  "no-useless-return": "error",
  "no-var": "error",
  "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-template": "error",
  radix: "error",
  "import/first": "error",
  "import/no-cycle": "error",
  "import/no-default-export": "error",
  "import/no-duplicates": "error",
  "import/no-mutable-exports": "error",
  "oxc/no-barrel-file": ["error", { threshold: 0 }],
  "oxc/no-const-enum": "error",
  "typescript/ban-ts-comment": "error",
  "typescript/consistent-type-exports": "error",
  // Also bans the `import("…")` type, which no import rule would see.
  "typescript/consistent-type-imports": "error",
  "typescript/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
  "typescript/no-deprecated": "error",
  "typescript/no-dynamic-delete": "error",
  "typescript/no-empty-object-type": "error",
  "typescript/no-explicit-any": "error",
  "typescript/no-import-type-side-effects": "error",
  "typescript/no-misused-promises": "error",
  "typescript/no-non-null-assertion": "error",
  "typescript/no-require-imports": "error",
  "typescript/no-unsafe-argument": "error",
  "typescript/no-unsafe-assignment": "error",
  "typescript/no-unsafe-call": "error",
  "typescript/no-unsafe-function-type": "error",
  "typescript/no-unsafe-member-access": "error",
  "typescript/no-unsafe-return": "error",
  "typescript/only-throw-error": "error",
  "typescript/prefer-nullish-coalescing": "error",
  "typescript/prefer-promise-reject-errors": "error",
  "typescript/prefer-readonly": "error",
  "typescript/restrict-plus-operands": "error",
  "typescript/return-await": "error",
  "typescript/switch-exhaustiveness-check": "error",
  "unicorn/filename-case": ["error", { case: "kebabCase" }],
  "unicorn/throw-new-error": "error",
  // Solvers, queues and steps of a close go one after another on purpose.
  "no-await-in-loop": "off",
  // `readonly` data is copied, never edited in place.
  "oxc/no-map-spread": "off",
  // A brand is made by an assertion inside its checked constructor.
  "typescript/no-unsafe-type-assertion": "off",
  // A style sheet and a polyfill of the platform have nothing to name.
  "import/no-unassigned-import": "off",
  // `fc.assert` is how fast-check's own papers write it.
  "import/no-named-as-default-member": "off",
  // Minus on a branded number and `id<OrderId>(text)` are how brands work here.
  "typescript/no-unsafe-unary-minus": "off",
  "typescript/no-unnecessary-type-parameters": "off",
  // `await` is our only way of waiting; the rules for `.then` chains have nothing to add.
  "promise/always-return": "off",
};

/** For `*.test.ts(x)` and tests/: describe blocks are long, and answers come as loose JSON. */
export const inTests: Rules = {
  "max-lines-per-function": "off",
  "typescript/no-unsafe-argument": "off",
  "typescript/no-unsafe-assignment": "off",
  "typescript/no-unsafe-call": "off",
  "typescript/no-unsafe-member-access": "off",
  "typescript/no-unsafe-return": "off",
  "unicorn/consistent-function-scoping": "off",
  "vitest/no-focused-tests": "error",
  "vitest/no-identical-title": "error",
  "vitest/valid-title": "error",
  "vitest/expect-expect": ["error", { assertFunctionNames: ["expect*", "fc.assert", "assert*"] }],
};
