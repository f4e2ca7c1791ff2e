/** Which globals each part of the house may touch: clock, chance and network have doors. */
import type { Rules } from "./lint-rules.ts";

type Ban = Readonly<Record<string, string>>;

const clock: Ban = {
  Date: "Only workers/domain/kernel/instant.ts and ports/clock.ts know Date.",
  Temporal: "The platform lacks it: use kernel/instant.ts.",
};
const language: Ban = {
  Intl: "Format in frontend/texts/format.ts, convert times in kernel/instant.ts.",
};
const network: Ban = {
  fetch: "Only the ports and frontend/api.ts talk to the network.",
  XMLHttpRequest: "Only frontend/api.ts talks to the network.",
  WebSocket: "Only frontend/api.ts talks to the network.",
  EventSource: "Only frontend/api.ts talks to the network.",
};
const chance: Ban = {
  crypto: "Chance and keys come from the ports; digests from kernel/digest.ts.",
};
const host: Ban = { process: "Workers have no process.", Buffer: "Workers have no Buffer." };
const waiting: Ban = {
  setTimeout: "The domain does not wait.",
  setInterval: "The domain does not wait.",
  queueMicrotask: "The domain does not wait.",
  performance: "The domain has no clock.",
  scheduler: "The domain does not wait.",
};

const everyone = { ...clock, ...language, ...network, ...host };
const inWorkers = { ...everyone, ...chance };
const inDomain = { ...inWorkers, ...waiting };

const luck = { object: "Math", property: "random", message: "Chance is a seed that is passed in." };
const formats = ["toLocaleString", "toLocaleDateString", "toLocaleTimeString", "localeCompare"].map(
  (property) => ({ property, message: "Format in frontend/texts/format.ts." }),
);

const place = (files: readonly string[], ban: Ban, rules: Rules = {}) => ({
  files,
  rules: { "no-restricted-globals": restricted(ban), ...rules },
});

function restricted(ban: Ban): readonly unknown[] {
  return ["error", ...Object.entries(ban).map(([name, message]) => ({ name, message }))];
}

function without(ban: Ban, ...names: readonly string[]): Ban {
  return Object.fromEntries(Object.entries(ban).filter(([name]) => !names.includes(name)));
}

const properties = (...banned: readonly unknown[]): Rules => ({
  "no-restricted-properties": ["error", ...banned],
});
const still = properties(luck, ...formats);
// The ports are where chance comes in: keys, and the spread of a retry.
const lucky = properties(...formats);

/** In order: for a file in two places the later one counts. */
export const globals = [
  place(["workers/**", "schema/**"], inWorkers, still),
  place(["workers/domain/**"], inDomain, { "oxc/no-async-await": "error" }),
  place(["workers/domain/kernel/instant.ts"], without(inDomain, "Date", "Intl")),
  place(["workers/domain/kernel/digest.ts"], without(inDomain, "crypto"), {
    "oxc/no-async-await": "off",
  }),
  place(["workers/ports/**"], without(inWorkers, "fetch", "crypto"), lucky),
  place(["workers/ports/clock.ts"], without(inWorkers, "Date", "fetch")),
  place(["frontend/**"], everyone, still),
  place(["frontend/texts/format.ts"], without(everyone, "Intl"), properties(luck)),
  place(["frontend/{api,browser/offline}.ts"], without(everyone, "fetch")),
  {
    files: ["workers/market/edge/log.ts", "workers/planner/log.ts"],
    rules: { "no-console": "off" },
  },
];
