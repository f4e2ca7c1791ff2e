import type { Row } from "./row.ts";

/** Reports of problems with what was handed out. */
export const problemRows: readonly Row[] = [
  {
    route: "GET /api/v1/problems",
    at: () => "/api/v1/problems",
    all: "officer treasurer auditor",
    absent: "in",
  },
  {
    route: "POST /api/v1/problems/:problem/answer",
    at: ({ problem }) => `/api/v1/problems/${problem}/answer`,
    body: () => ({ verdict: "declined", words: "Erano intere" }),
    all: "officer",
  },
  {
    route: "POST /api/v1/problems/:problem/payback",
    at: ({ problem }) => `/api/v1/problems/${problem}/payback`,
    body: () => ({ source: "cash" }),
    all: "officer treasurer",
  },
  {
    route: "GET /api/v1/enterprises/:enterprise/problems",
    at: ({ enterprise }) => `/api/v1/enterprises/${enterprise}/problems`,
    all: "officer auditor",
    own: "producer",
    absent: "in",
  },
  {
    route: "GET /rete/segnalazioni",
    at: () => "/rete/segnalazioni",
    all: "officer treasurer auditor",
    absent: "in",
  },
  {
    route: "GET /rete/segnalazioni/:enterprise",
    at: ({ enterprise }) => `/rete/segnalazioni/${enterprise}`,
    all: "officer auditor",
    own: "producer",
    absent: "in",
  },
  {
    route: "POST /rete/segnalazioni/:problem/risposta",
    at: ({ problem }) => `/rete/segnalazioni/${problem}/risposta`,
    form: () => ({ verdict: "declined", words: "Erano intere" }),
    all: "officer",
    absent: "in",
  },
  {
    route: "POST /rete/segnalazioni/:problem/restituzione",
    at: ({ problem }) => `/rete/segnalazioni/${problem}/restituzione`,
    form: () => ({ source: "cash" }),
    all: "officer treasurer",
  },
];
