import type { Row, Things } from "./row.ts";

const at =
  (rest: string) =>
  ({ proposal }: Things): string =>
    `/api/v1/proposals/${proposal}${rest}`;
const NOTHING = "0".repeat(26);
const words = { title: "Consegna anche il sabato", body: "Si consegna anche il sabato." };
const because = () => ({ reason: "Così dice lo statuto." });
const AMONG_MEMBERS = "member officer supervisor auditor";

/** Lists that members and those who direct and control read. */
const lists = ["endorsements", "comments", "amendments", "electorate", "proxies", "challenges"].map(
  (list): Row => ({
    route: `GET /api/v1/proposals/:id/${list}`,
    at: at(`/${list}`),
    all: AMONG_MEMBERS,
  }),
);

/** What is voted on: proposals, what members say of them, calls, proxies, challenges. */
export const proposalRows: readonly Row[] = [
  { route: "GET /api/v1/policies", at: () => "/api/v1/policies", anyone: true, absent: "in" },
  { route: "GET /api/v1/proposals", at: () => "/api/v1/proposals", anyone: true, absent: "in" },
  {
    route: "GET /api/v1/proposals/drafts",
    at: () => "/api/v1/proposals/drafts",
    all: "member",
    absent: "in",
  },
  { route: "GET /api/v1/proposals/:id", at: at(""), anyone: true },
  { route: "GET /api/v1/proposals/:id/texts", at: at("/texts"), anyone: true },
  ...lists,
  {
    route: "POST /api/v1/proposals",
    at: () => "/api/v1/proposals",
    body: ({ voice }) => ({ memberId: voice, policy: "ordinary", subject: "motion", ...words }),
    all: "member",
  },
  {
    route: "POST /api/v1/proposals/:id/texts",
    at: at("/texts"),
    body: () => ({ follows: 1, ...words }),
    all: "member",
  },
  {
    route: "POST /api/v1/proposals/:id/submission",
    at: at("/submission"),
    body: () => ({}),
    all: "member",
  },
  {
    route: "POST /api/v1/proposals/:id/endorsements",
    at: at("/endorsements"),
    body: ({ voice }) => ({ memberId: voice }),
    all: "member",
  },
  {
    route: "POST /api/v1/proposals/:id/comments",
    at: at("/comments"),
    body: ({ voice }) => ({ memberId: voice, words: "Sono d’accordo." }),
    all: "member",
  },
  {
    route: "POST /api/v1/proposals/:id/amendments",
    at: at("/amendments"),
    body: ({ voice }) => ({ memberId: voice, follows: 1, reason: "Meglio così.", ...words }),
    all: "member",
  },
  {
    route: "POST /api/v1/proposals/:id/amendments/:amendment/decision",
    at: (things) => at(`/amendments/${things.amendment}/decision`)(things),
    body: () => ({ decision: "rejected", ...because() }),
    all: "member",
  },
  {
    route: "POST /api/v1/proposals/:id/comments/:comment/hiding",
    at: (things) => at(`/comments/${things.comment}/hiding`)(things),
    body: because,
    all: "supervisor",
  },
  {
    route: "POST /api/v1/proposals/:id/calls",
    at: at("/calls"),
    body: () => ({}),
    all: "officer",
    own: "member",
  },
  ...["withdrawal", "supersession"].map((end): Row => ({
    route: `POST /api/v1/proposals/:id/${end}`,
    at: at(`/${end}`),
    body: () => (end === "withdrawal" ? because() : { ...because(), by: NOTHING }),
    all: "member",
    absent: "in",
  })),
  {
    route: "POST /api/v1/proposals/:id/veto",
    at: at("/veto"),
    body: because,
    all: "supervisor",
  },
  {
    route: "POST /api/v1/proposals/:id/proxies",
    at: at("/proxies"),
    body: ({ voice }) => ({ giverId: voice, holderId: NOTHING }),
    all: "member",
    absent: "in",
  },
  {
    route: "DELETE /api/v1/proposals/:id/proxies/:proxy",
    at: at(`/proxies/${NOTHING}`),
    all: "member",
    absent: "in",
  },
  {
    route: "POST /api/v1/proposals/:id/challenges",
    at: at("/challenges"),
    body: ({ voice }) => ({ memberId: voice, ...because() }),
    all: "member",
    absent: "in",
  },
  {
    route: "POST /api/v1/proposals/:id/challenges/:challenge/decision",
    at: (things) => at(`/challenges/${things.challenge}/decision`)(things),
    body: () => ({ decision: "dismissed", ...because() }),
    all: "supervisor",
  },
];
