import type { Row } from "./row.ts";

/** Pages of who comes in, and of one's own access. */
export const ownPageRows: readonly Row[] = [
  { route: "GET /accedi", at: () => "/accedi", anyone: true, absent: "in" },
  {
    route: "POST /accedi",
    at: () => "/accedi",
    form: () => ({ email: "anna@example.org" }),
    anyone: true,
    absent: "in",
  },
  // Without a passkey's answer the page is drawn anew.
  {
    route: "POST /accedi/passkey",
    at: () => "/accedi/passkey",
    form: () => ({}),
    anyone: true,
    absent: "in",
  },
  {
    route: "GET /accedi/codice",
    at: ({ order }) => `/accedi/codice?codice=${order}`,
    anyone: true,
    absent: "in",
  },
  {
    route: "POST /accedi/codice",
    at: () => "/accedi/codice",
    form: ({ order }) => ({ codice: order, code: "12345678" }),
    anyone: true,
    absent: "in",
  },
  { route: "POST /esci", at: () => "/esci", form: () => ({}), anyone: true, absent: "in" },
  { route: "GET /recupero", at: () => "/recupero", anyone: true, absent: "in" },
  {
    route: "POST /recupero",
    at: () => "/recupero",
    form: () => ({ email: "anna@example.org" }),
    anyone: true,
    absent: "in",
  },
  {
    route: "GET /recupero/codice",
    at: ({ order }) => `/recupero/codice?codice=${order}`,
    anyone: true,
    absent: "in",
  },
  {
    route: "POST /recupero/codice",
    at: () => "/recupero/codice",
    form: ({ order }) => ({ codice: order, code: "12345678" }),
    anyone: true,
    absent: "in",
  },
  // The cookie of an invitation opens these two, whatever else is shown.
  { route: "GET /invito", at: () => "/invito", hidden: "from-all" },
  { route: "POST /invito", at: () => "/invito", form: () => ({}), hidden: "from-all" },
  {
    route: "GET /invito/:token",
    at: ({ link }) => `/invito/${link}`,
    anyone: true,
    absent: "in",
  },
  // The cookie of a letter's link opens these two.
  { route: "GET /ferma", at: () => "/ferma", hidden: "from-all" },
  { route: "POST /ferma", at: () => "/ferma", form: () => ({}), hidden: "from-all" },
  {
    route: "GET /ferma/:id/:secret",
    at: ({ link }) => `/ferma/${"0".repeat(26)}/${link}`,
    anyone: true,
    absent: "in",
  },
  { route: "GET /io", at: () => "/io", all: "member", absent: "in" },
  {
    route: "POST /io/sessioni/altre",
    at: () => "/io/sessioni/altre",
    form: () => ({}),
    all: "member",
    absent: "in",
  },
  {
    route: "POST /io/sessioni/:session/fine",
    at: ({ session }) => `/io/sessioni/${session}/fine`,
    form: () => ({}),
    own: "member",
    hidden: "from-others",
  },
  { route: "GET /io/passkey", at: () => "/io/passkey", all: "member", absent: "in" },
  {
    route: "POST /io/passkey",
    at: () => "/io/passkey",
    form: () => ({ name: "" }),
    all: "member",
    absent: "in",
  },
  {
    route: "POST /io/passkey/:passkey/nome",
    at: ({ passkey }) => `/io/passkey/${passkey}/nome`,
    form: () => ({ name: "Telefono" }),
    own: "member",
    hidden: "from-others",
  },
  {
    route: "POST /io/passkey/:passkey/rimozione",
    at: ({ passkey }) => `/io/passkey/${passkey}/rimozione`,
    form: () => ({}),
    own: "member",
    hidden: "from-others",
  },
  {
    route: "POST /io/indirizzi",
    at: () => "/io/indirizzi",
    form: () => ({ email: "anna@example.org" }),
    all: "member",
    absent: "in",
  },
  // Whose an address is, is tried where addresses are: a stranger's is not there.
  {
    route: "GET /io/indirizzi/:address",
    at: ({ passkey }) => `/io/indirizzi/${passkey}`,
    hidden: "from-others",
  },
  {
    route: "POST /io/indirizzi/:address",
    at: ({ passkey }) => `/io/indirizzi/${passkey}`,
    form: () => ({ code: "12345678" }),
    hidden: "from-others",
  },
  {
    route: "POST /io/indirizzi/:address/rimozione",
    at: ({ passkey }) => `/io/indirizzi/${passkey}/rimozione`,
    form: () => ({}),
    hidden: "from-others",
  },
];
