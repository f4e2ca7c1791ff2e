import type { Row } from "./row.ts";

/** What an authenticator would answer; it is looked at once it is known who asks. */
const response = {
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key",
  response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
};

/** What is one's own, signing in and signing out. Programs with a token have no self. */
export const identityRows: readonly Row[] = [
  // A passkey is added by who is signed in; an invitation is tried where invitations are tested.
  {
    route: "POST /api/v1/passkeys/challenges",
    at: () => "/api/v1/passkeys/challenges",
    body: () => ({}),
    all: "member",
    absent: "in",
  },
  {
    route: "POST /api/v1/passkeys",
    at: () => "/api/v1/passkeys",
    body: () => ({ name: "telefono", response }),
    all: "member",
    absent: "in",
  },
  {
    route: "PATCH /api/v1/passkeys/:id",
    at: ({ passkey }) => `/api/v1/passkeys/${passkey}`,
    body: () => ({ name: "telefono" }),
    own: "member",
    hidden: "from-others",
  },
  {
    route: "DELETE /api/v1/passkeys/:id",
    at: ({ passkey }) => `/api/v1/passkeys/${passkey}`,
    // A passkey is asked for before anything is said of whose it is, or whether it is there.
    all: "member",
    absent: "in",
    hidden: "from-others",
  },
  {
    route: "POST /api/v1/sign-in-challenges",
    at: () => "/api/v1/sign-in-challenges",
    body: () => ({}),
    anyone: true,
    absent: "in",
  },
  {
    route: "POST /api/v1/sign-in-codes",
    at: () => "/api/v1/sign-in-codes",
    body: () => ({ email: "anna@example.org" }),
    anyone: true,
    absent: "in",
  },
  // Without a passkey's answer: what an answer has to be is tried where signing in is tested.
  {
    route: "POST /api/v1/sessions",
    at: () => "/api/v1/sessions",
    body: () => ({}),
    anyone: true,
    absent: "in",
  },
  { route: "GET /api/v1/sessions", at: () => "/api/v1/sessions", all: "member", absent: "in" },
  { route: "DELETE /api/v1/sessions", at: () => "/api/v1/sessions", all: "member", absent: "in" },
  {
    route: "DELETE /api/v1/sessions/current",
    at: () => "/api/v1/sessions/current",
    all: "member",
    absent: "in",
  },
  {
    route: "DELETE /api/v1/sessions/:id",
    at: ({ session }) => `/api/v1/sessions/${session}`,
    own: "member",
    hidden: "from-others",
  },
  { route: "GET /api/v1/me", at: () => "/api/v1/me", all: "member", absent: "in" },
  {
    route: "PATCH /api/v1/me",
    at: () => "/api/v1/me",
    body: () => ({ name: "Anna Zenti" }),
    all: "member",
    absent: "in",
  },
  { route: "GET /api/v1/me/orders", at: () => "/api/v1/me/orders", all: "member", absent: "in" },
  // What may be confirmed is tried where addresses are: a stranger's is not there.
  {
    route: "POST /api/v1/me/addresses",
    at: () => "/api/v1/me/addresses",
    body: () => ({ email: "anna@example.org" }),
    all: "member",
    absent: "in",
  },
  {
    route: "POST /api/v1/me/addresses/:id/confirmation",
    at: ({ passkey }) => `/api/v1/me/addresses/${passkey}/confirmation`,
    body: () => ({ code: "12345678" }),
    hidden: "from-others",
  },
  {
    route: "DELETE /api/v1/me/addresses/:id",
    at: ({ passkey }) => `/api/v1/me/addresses/${passkey}`,
    all: "member",
    absent: "in",
    hidden: "from-others",
  },
  {
    route: "POST /api/v1/recovery-codes",
    at: () => "/api/v1/recovery-codes",
    body: () => ({ email: "anna@example.org" }),
    anyone: true,
    absent: "in",
  },
  // The operator's way, which no role opens; the way by code is tried where recoveries are.
  {
    route: "POST /api/v1/recoveries",
    at: () => "/api/v1/recoveries",
    body: () => ({ officer: null }),
  },
  {
    route: "POST /api/v1/recoveries/:id/stop",
    at: ({ passkey }) => `/api/v1/recoveries/${passkey}/stop`,
    body: () => ({ secret: "0".repeat(32) }),
    hidden: "from-all",
  },
];
