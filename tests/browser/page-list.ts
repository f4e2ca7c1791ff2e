import type { PageWorld } from "./page-world.ts";

/** Who opens a page: nobody known, a guest who chose and ordered, a member, an officer. */
export type ReaderKind = "stranger" | "guest" | "member" | "officer";

/** A page in a state worth looking at. */
export interface ListedPage {
  readonly name: string;
  /** The route that answers, as the market names it; what is at no route is answered by `*`. */
  readonly route: string;
  readonly reader: ReaderKind;
  readonly at: (world: PageWorld) => string;
  /** Absent: it answers 200. */
  readonly status?: number;
}

const page = (
  name: string,
  reader: ReaderKind,
  route: string,
  at: string | ListedPage["at"] = route,
): ListedPage => ({ name, route, reader, at: typeof at === "string" ? () => at : at });

/** No sign-in has this identifier: its page asks for the digits all the same. */
const SOME_CODE = `codice=${"0".repeat(26)}`;

/** Every page that the market draws, as the one to whom it matters sees it. */
const italian: readonly ListedPage[] = [
  page("home", "stranger", "/"),
  page("list", "stranger", "/prodotti"),
  page("nothing-found", "stranger", "/prodotti", "/prodotti?q=mele&pratica=bio-eu"),
  page("found", "guest", "/prodotti", "/prodotti?q=radichio"),
  page(
    "weighed",
    "stranger",
    "/prodotti/:slug",
    "/prodotti/monte-veronese-stagionato-trancio-circa-500-g",
  ),
  page("boxed", "guest", "/prodotti/:slug", "/prodotti/valpolicella-0-75-l"),
  page("minimum", "stranger", "/prodotti/:slug", "/prodotti/tazza-in-ceramica"),
  page("producers", "stranger", "/produttori"),
  page("producer", "stranger", "/produttori/:slug", "/produttori/malga-alta-lessinia"),
  page("empty-basket", "stranger", "/cassetta"),
  page("basket", "guest", "/cassetta"),
  page(
    "shared-basket",
    "stranger",
    "/cassetta/condivisa/:code",
    ({ sharedCode }) => `/cassetta/condivisa/${sharedCode}`,
  ),
  page("checkout", "guest", "/cassa"),
  page("order", "guest", "/ordini/:order", ({ guestOrder }) => guestOrder),
  page("sign-in", "stranger", "/accedi"),
  page("sign-in-code", "stranger", "/accedi/codice", `/accedi/codice?${SOME_CODE}`),
  page("recovery", "stranger", "/recupero"),
  page("recovery-code", "stranger", "/recupero/codice", `/recupero/codice?${SOME_CODE}`),
  page("stop-recovery", "guest", "/ferma"),
  page("stop-letters", "stranger", "/lettere/:letter/:secret", ({ letterLink }) => letterLink),
  page("privacy", "stranger", "/riservatezza"),
  page("transparency", "stranger", "/trasparenza"),
  page("proposals", "stranger", "/proposte"),
  page("own-proposals", "member", "/proposte", "/proposte?stato=da-votare"),
  page("new-proposal", "member", "/proposte/nuova"),
  page("new-article", "member", "/proposte/nuova/articolo", "/proposte/nuova/articolo?articolo=1"),
  page(
    "new-policy",
    "member",
    "/proposte/nuova/regolamento/:code",
    "/proposte/nuova/regolamento/ordinary",
  ),
  page("proposal", "member", "/proposte/:number", ({ openVote }) => `/proposte/${openVote}`),
  page(
    "ballot",
    "member",
    "/proposte/:number/voto",
    ({ openVote }) => `/proposte/${openVote}/voto`,
  ),
  page(
    "result",
    "member",
    "/proposte/:number/risultato",
    ({ countedVote }) => `/proposte/${countedVote}/risultato`,
  ),
  page(
    "receipt",
    "stranger",
    "/proposte/:number/ricevuta/:tracker",
    ({ countedVote, tracker }) => `/proposte/${countedVote}/ricevuta/${tracker}`,
  ),
  page("verify", "stranger", "/verifica"),
  page("assemblies", "officer", "/assemblee"),
  page("assembly", "officer", "/assemblee/:number", ({ assembly }) => `/assemblee/${assembly}`),
  page("assembly-draft", "officer", "/assemblee/:number", "/assemblee/9002"),
  page("offices", "officer", "/cariche"),
  page("rounds-week", "officer", "/rete/giri/:cycle", ({ week }) => `/rete/giri/${week.cycle.id}`),
  page("driven-week", "officer", "/rete/giri/:cycle", ({ driven }) => `/rete/giri/${driven.cycle}`),
  page(
    "round-sheet",
    "officer",
    "/rete/giri/:cycle/foglio/:vehicle",
    ({ driven }) => `/rete/giri/${driven.cycle}/foglio/${driven.vehicle}`,
  ),
  page("own-rounds", "member", "/corriere"),
  page(
    "own-round",
    "officer",
    "/corriere/:cycle/:shift",
    ({ driven }) => `/corriere/${driven.cycle}/${driven.shift}`,
  ),
  page("policies", "stranger", "/regolamenti"),
  page("policy", "stranger", "/regolamenti/:code", "/regolamenti/rules"),
  page("rules", "stranger", "/regole"),
  page("rule", "stranger", "/regole/:key", "/regole/network-fee"),
  page("statute", "stranger", "/statuto"),
  page("article", "stranger", "/statuto/:article", "/statuto/1"),
  page("legal", "stranger", "/note-legali"),
  page("terms", "stranger", "/condizioni"),
  page("accessibility", "stranger", "/accessibilita"),
  page("offline", "stranger", "/senza-rete"),
  { ...page("not-found", "stranger", "*", "/nessuna-pagina"), status: 404 },
  page("own", "member", "/io"),
  page("own-orders", "member", "/io/ordini"),
  page("own-order", "member", "/ordini/:order", ({ memberOrder }) => memberOrder),
  page("own-wallet", "member", "/io/conto"),
  page("own-shares", "member", "/io/quote"),
  page("join", "stranger", "/soci"),
  page("apply", "member", "/soci"),
  page("members-book", "officer", "/soci/libro"),
  page("member", "officer", "/soci/libro/:member", "/soci/libro/1"),
  page("register", "officer", "/soci/libro/registro"),
  page("own-groups", "member", "/io/gruppi"),
  page("own-standing", "member", "/io/ricorrenti"),
  page("groups", "stranger", "/gruppi"),
  page("group", "member", "/gruppi/:group", ({ group }) => `/gruppi/${group}`),
  page(
    "group-tools",
    "member",
    "/gruppi/:group/referente",
    ({ group }) => `/gruppi/${group}/referente`,
  ),
  page("group-sheet", "member", "/gruppi/:group/foglio", ({ group }) => `/gruppi/${group}/foglio`),
  page("own-notices", "member", "/io/avvisi"),
  page("own-access", "member", "/io/accesso"),
  page("own-address", "member", "/io/indirizzi/:address", ({ address }) => address),
  page("own-passkey", "member", "/io/passkey"),
  page("own-data", "member", "/io/dati"),
  page("own-photos", "member", "/io/prodotti"),
  page("own-why", "member", "/io/perche"),
  page("permits", "officer", "/io/permessi"),
  page(
    "permits-of",
    "officer",
    "/io/permessi/:enterprise",
    ({ enterprise }) => `/io/permessi/${enterprise}`,
  ),
  page("cycles", "officer", "/rete/cicli"),
  page("network-history", "officer", "/rete/modifiche"),
  page("rounds", "officer", "/rete/giri"),
  page("people", "officer", "/rete/persone"),
  page(
    "person-roles",
    "officer",
    "/rete/persone/:person/ruoli",
    ({ person }) => `/rete/persone/${person}/ruoli`,
  ),
  page("reports", "officer", "/rete/segnalazioni"),
  page(
    "reports-of",
    "officer",
    "/rete/segnalazioni/:enterprise",
    ({ enterprise }) => `/rete/segnalazioni/${enterprise}`,
  ),
  page("seconds", "officer", "/rete/firme"),
];

/** Pages that are looked at in English too. */
const ALSO_IN_ENGLISH: ReadonlySet<string> = new Set([
  "home",
  "list",
  "boxed",
  "basket",
  "checkout",
  "order",
  "rules",
  "terms",
  "own-wallet",
  "person-roles",
]);

const english = italian
  .filter(({ name }) => ALSO_IN_ENGLISH.has(name))
  .map((one) => ({
    ...one,
    name: `${one.name}-en`,
    at: (world: PageWorld) => `/en${one.at(world).replace(/^\/$/, "")}`,
  }));

export const pageList: readonly ListedPage[] = [...italian, ...english];

/** What answers, and is no page of the list, with the reason. */
export const noPages: Readonly<Record<string, string>> = {
  "/rete/giri/:cycle/foglio/:vehicle/:kind": "is a file",
  "/o/:token": "sends on",
  "/f/:token": "sends on",
  "/invito/:token": "sends on",
  "/ferma/:id/:secret": "sends on",
  "/io/conto/movimenti": "is a file",
  "/manifest.webmanifest": "is a file",
  "/invito": "needs an invitation: passkeys.test.ts looks at it",
};
