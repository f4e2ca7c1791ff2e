import type { Row } from "./row.ts";

const KEEPERS = "officer treasurer supervisor auditor";
const someone = {
  name: "Mario Rossi",
  taxCode: "RSSMRA80A01H501U",
  class: "consumer",
  bornOn: "1980-01-01",
  bornIn: "Roma",
  street: "via Cantarane 27",
  postcode: "37129",
  town: "Verona",
};
/** What only whoever acts for the membership hears of. */
const own = { own: "member", hidden: "from-others" } as const;

/** The members' book: who reads it, who enters what in it, and who moves shares. */
export const memberRows: readonly Row[] = [
  {
    route: "GET /api/v1/members",
    at: () => "/api/v1/members",
    all: `member ${KEEPERS}`,
    absent: "in",
  },
  {
    route: "POST /api/v1/members",
    at: () => "/api/v1/members",
    body: () => someone,
    all: "member",
    absent: "in",
  },
  {
    route: "GET /api/v1/members/register",
    at: () => "/api/v1/members/register",
    all: KEEPERS,
    absent: "in",
  },
  {
    route: "GET /api/v1/members/waiting",
    at: () => "/api/v1/members/waiting",
    all: KEEPERS,
    absent: "in",
  },
  {
    route: "GET /api/v1/members/book.json",
    at: () => "/api/v1/members/book.json",
    all: KEEPERS,
    absent: "in",
  },
  {
    route: "GET /api/v1/members/book.csv",
    at: () => "/api/v1/members/book.csv",
    all: KEEPERS,
    absent: "in",
  },
  {
    route: "GET /api/v1/members/entries/export",
    at: () => "/api/v1/members/entries/export",
    all: KEEPERS,
    absent: "in",
  },
  {
    route: "GET /api/v1/members/shares/export",
    at: () => "/api/v1/members/shares/export",
    all: KEEPERS,
    absent: "in",
  },
  {
    route: "GET /api/v1/members/mine",
    at: () => "/api/v1/members/mine",
    all: "member",
    absent: "in",
  },
  {
    route: "GET /api/v1/members/:id",
    at: ({ member }) => `/api/v1/members/${member}`,
    all: KEEPERS,
  },
  {
    route: "POST /api/v1/members/:id/requests",
    at: ({ member }) => `/api/v1/members/${member}/requests`,
    body: () => ({ kind: "exit-asked" }),
    ...own,
  },
  {
    route: "POST /api/v1/members/transcriptions",
    at: () => "/api/v1/members/transcriptions",
    body: ({ person }) => ({
      members: [{ ...someone, personId: person, enrolledOn: "2026-01-01", paidShares: 1 }],
    }),
    all: "officer",
  },
  {
    route: "POST /api/v1/members/:id/entries",
    at: ({ member }) => `/api/v1/members/${member}/entries`,
    body: () => ({ kind: "suspended", ground: "inquiry", words: "Si verifica" }),
    all: "officer",
  },
  {
    route: "POST /api/v1/members/:id/subscriptions",
    at: ({ member }) => `/api/v1/members/${member}/subscriptions`,
    body: () => ({ shares: 1 }),
    ...own,
  },
  {
    route: "POST /api/v1/members/:id/movements",
    at: ({ member }) => `/api/v1/members/${member}/movements`,
    body: () => ({ kind: "paid", amountCents: 100, into: "bank" }),
    all: "officer treasurer",
  },
  {
    route: "POST /api/v1/members/:id/transfers",
    at: ({ member }) => `/api/v1/members/${member}/transfers`,
    body: () => ({ toBookNo: 1, shares: 1 }),
    ...own,
  },
  {
    route: "POST /api/v1/share-transfers/:transfer/answer",
    at: ({ transfer }) => `/api/v1/share-transfers/${transfer}/answer`,
    body: () => ({ verdict: "denied", words: "Non è pronto" }),
    all: "officer",
  },
  {
    route: "POST /api/v1/share-transfers/:transfer/acceptance",
    at: ({ transfer }) => `/api/v1/share-transfers/${transfer}/acceptance`,
    ...own,
  },
  {
    route: "POST /api/v1/share-transfers/:transfer/end",
    at: ({ transfer }) => `/api/v1/share-transfers/${transfer}/end`,
    body: () => ({ verdict: "withdrawn" }),
    ...own,
  },
  { route: "GET /soci", at: () => "/soci", anyone: true, absent: "in" },
  // What is wrong with a form is said before who sent it matters.
  {
    route: "POST /soci",
    at: () => "/soci",
    form: () => ({ ...someone }),
    all: "member",
    absent: "in",
  },
  { route: "GET /io/quote", at: () => "/io/quote", all: "member", absent: "in" },
  {
    route: "POST /io/quote/:member/richiesta",
    at: ({ member }) => `/io/quote/${member}/richiesta`,
    form: () => ({ kind: "exit-asked" }),
    ...own,
  },
  {
    route: "POST /io/quote/:member/quote",
    at: ({ member }) => `/io/quote/${member}/quote`,
    form: () => ({ shares: "1", instalments: "1" }),
    ...own,
  },
  {
    route: "POST /io/quote/:member/cessioni",
    at: ({ member }) => `/io/quote/${member}/cessioni`,
    form: () => ({ to: "1", shares: "1" }),
    ...own,
  },
  {
    route: "POST /io/quote/cessioni/:transfer",
    at: ({ transfer }) => `/io/quote/cessioni/${transfer}`,
    form: () => ({ verdict: "withdrawn" }),
    ...own,
  },
  {
    route: "GET /soci/libro",
    at: () => "/soci/libro",
    all: `member ${KEEPERS}`,
    absent: "in",
  },
  {
    route: "POST /soci/libro/:member/risposta",
    at: ({ member }) => `/soci/libro/${member}/risposta`,
    form: () => ({ asks: "exit", verdict: "yes", words: "" }),
    all: "officer",
    // A signature is asked for before it is known what is signed.
    absent: "in",
  },
  {
    route: "POST /soci/libro/cessioni/:transfer",
    at: ({ transfer }) => `/soci/libro/cessioni/${transfer}`,
    form: () => ({ verdict: "no", words: "Non è pronto" }),
    all: "officer",
    absent: "in",
  },
  {
    route: "GET /soci/libro/registro",
    at: () => "/soci/libro/registro",
    all: KEEPERS,
    absent: "in",
  },
  {
    route: "GET /soci/libro/:member",
    at: ({ member }) => `/soci/libro/${member}`,
    all: KEEPERS,
  },
  {
    route: "POST /soci/libro/:member/annotazioni",
    at: ({ member }) => `/soci/libro/${member}/annotazioni`,
    form: () => ({ kind: "suspended", ground: "inquiry", words: "Si verifica" }),
    all: "officer",
  },
  {
    route: "POST /soci/libro/:member/movimenti",
    at: ({ member }) => `/soci/libro/${member}/movimenti`,
    form: () => ({ kind: "paid", sum: "1,00", through: "bank" }),
    all: "officer treasurer",
  },
];
