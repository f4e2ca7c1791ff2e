import type { Row } from "./row.ts";

/** An order's own people change it; its hub and the auditors hear on the page that they may not. */
const changed = {
  all: "officer",
  own: "household coordinator link",
  seen: "auditor",
  seenByOwn: "hub",
  hidden: "from-all",
  inWords: true,
} as const;

/** What is refused to who may only see the order is refused on a page of its own. */
const { inWords: _inWords, ...reported } = changed;

/** Pages: what is not one's own is not there. */
export const pageRows: readonly Row[] = [
  { route: "GET /", at: () => "/", anyone: true, absent: "in" },
  { route: "GET /prodotti", at: () => "/prodotti", anyone: true, absent: "in" },
  {
    route: "GET /prodotti/:slug",
    at: ({ shown }) => `/prodotti/${shown}`,
    anyone: true,
  },
  { route: "GET /produttori", at: () => "/produttori", anyone: true, absent: "in" },
  {
    route: "GET /produttori/:slug",
    at: ({ grower }) => `/produttori/${grower}`,
    anyone: true,
  },
  // Whoever knows the digest has the photo; this one nobody ever sent.
  { route: "GET /foto/:file", at: () => `/foto/${"0".repeat(64)}.webp`, hidden: "from-all" },
  { route: "GET /note-legali", at: () => "/note-legali", anyone: true, absent: "in" },
  { route: "GET /condizioni", at: () => "/condizioni", anyone: true, absent: "in" },
  { route: "GET /accessibilita", at: () => "/accessibilita", anyone: true, absent: "in" },
  { route: "GET /trasparenza", at: () => "/trasparenza", anyone: true, absent: "in" },
  { route: "GET /regole", at: () => "/regole", anyone: true, absent: "in" },
  { route: "GET /regole/:key", at: () => "/regole/network-fee", anyone: true, absent: "in" },
  { route: "GET /statuto", at: () => "/statuto", anyone: true, absent: "in" },
  // An article that nobody wrote.
  { route: "GET /statuto/:article", at: () => "/statuto/7", hidden: "from-all" },
  { route: "GET /cassetta", at: () => "/cassetta", anyone: true, absent: "in" },
  {
    route: "POST /cassetta",
    at: () => "/cassetta",
    form: ({ offer }) => ({ offer, quantity: "1" }),
    anyone: true,
  },
  { route: "GET /cassa", at: () => "/cassa", anyone: true, absent: "in" },
  { route: "POST /cassa", at: () => "/cassa", form: () => ({}), anyone: true, absent: "in" },
  {
    route: "GET /ordini/:order",
    at: ({ order }) => `/ordini/${order}`,
    all: "officer auditor",
    own: "household coordinator hub link",
    hidden: "from-all",
  },
  {
    route: "POST /ordini/:order/righe",
    at: ({ order }) => `/ordini/${order}/righe`,
    form: ({ line }) => ({ line, quantity: "2" }),
    ...changed,
  },
  {
    route: "POST /ordini/:order/righe/:line/segnalazione",
    at: ({ order, line }) => `/ordini/${order}/righe/${line}/segnalazione`,
    form: () => ({ problem: "missing", quantity: "1" }),
    ...reported,
  },
  {
    route: "POST /ordini/:order/annullamento",
    at: ({ order }) => `/ordini/${order}/annullamento`,
    form: () => ({}),
    ...changed,
  },
  {
    route: "GET /cassetta/condivisa/:code",
    at: ({ offer }) => `/cassetta/condivisa/${offer.slice(-8)}.rs`,
    anyone: true,
    absent: "in",
  },
  {
    route: "POST /cassetta/condivisa/:code",
    at: ({ offer }) => `/cassetta/condivisa/${offer.slice(-8)}.rs`,
    form: () => ({}),
    anyone: true,
    absent: "in",
  },
  // A link is the credential: whoever has it is let in, whatever else they show.
  {
    route: "GET /o/:token",
    at: ({ link }) => `/o/${link}`,
    own: "link",
    hidden: "from-all",
  },
  {
    route: "GET /f/:token",
    at: ({ key }) => `/f/${key}`,
    anyone: true,
  },
  { route: "GET /senza-rete", at: () => "/senza-rete", anyone: true, absent: "in" },
  {
    route: "GET /manifest.webmanifest",
    at: () => "/manifest.webmanifest",
    anyone: true,
    absent: "in",
  },
];
