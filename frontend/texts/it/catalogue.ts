import type { Allergen } from "#domain/catalogue/allergens.ts";
import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { PluralForms } from "#frontend/texts/format.ts";
import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

const forms = (one: string, other: string): PluralForms => ({
  one: `#\u00a0${one}`,
  other: `#\u00a0${other}`,
});

/** «A novembre», «ad aprile»: the two vowels are kept apart. */
const toMonth = (month: string) => `${month.startsWith("a") ? "ad" : "a"} ${month}`;

/** The words of the shelves: home, list, product. */
export const catalogue = {
  /** What one of a thing is called when it is counted. */
  counted: {
    kg: forms("kg", "kg"),
    piece: forms("pezzo", "pezzi"),
    bottle: forms("bottiglia", "bottiglie"),
    jar: forms("vasetto", "vasetti"),
    bag: forms("sacchetto", "sacchetti"),
    sack: forms("sacco", "sacchi"),
    tin: forms("latta", "latte"),
    crate: forms("cassetta", "cassette"),
    carton: forms("confezione", "confezioni"),
    tray: forms("vassoio", "vassoi"),
    loaf: forms("pagnotta", "pagnotte"),
    bunch: forms("mazzetto", "mazzetti"),
  },
  gone: "Finito per questa settimana",
  left: (amount: string, isOne: boolean) => `${isOne ? "Ne resta" : "Ne restano"} ${amount}`,
  boxLacks: (amount: string, box: number) => `Per la cassa ${box} servono ancora ${amount}`,
  realWeight: "Si paga il peso vero",
  toOrder: "Su ordinazione",
  available: "Disponibile",
  schemes: {
    "bio-eu": "Biologico",
    pgs: "Garanzia partecipata",
    integrata: "Produzione integrata",
    "coop-sociale": "Cooperativa sociale",
    dop: "DOP",
    igp: "IGP",
  } satisfies Record<Scheme, string>,
  allergens: {
    gluten: "glutine",
    crustaceans: "crostacei",
    eggs: "uova",
    fish: "pesce",
    peanuts: "arachidi",
    soy: "soia",
    milk: "latte",
    nuts: "frutta a guscio",
    celery: "sedano",
    mustard: "senape",
    sesame: "sesamo",
    sulphites: "solfiti",
    lupin: "lupini",
    molluscs: "molluschi",
  } satisfies Record<Allergen, string>,
  box: {
    asked: (demand: string, box: string) => `Casse da ${box}. Richieste finora: ${demand}`,
    more: (amount: string) => `, più ${amount} se serve`,
    empty: "Nessuna cassa è iniziata: la tua richiesta apre la prima",
    full: (box: number) =>
      plural(box, { one: "La prima cassa è piena", other: "# casse piene, nessuna a metà" }),
    closing: (box: number) => `La cassa ${box} si chiude`,
    lacks: (amount: string, box: number) => `Alla cassa ${box} manca ancora: ${amount}`,
    otherwise:
      "Si comprano casse intere. Se alla chiusura l’ultima non è piena, restano fuori le ultime richieste, e chi resta fuori non paga.",
  },
  minimum: {
    ordered: (ordered: string, minimum: string) => `Ordinati ${ordered} su un minimo di ${minimum}`,
    reached: "Minimo raggiunto",
    lacks: (amount: string) => `Mancano ${amount} al minimo`,
    otherwise:
      "Sotto il minimo l’azienda non consegna: i suoi prodotti si annullano e nessuno li paga.",
  },
  home: {
    title: "Il mercato è di chi coltiva, compra e consegna.",
    description: (network: string) =>
      `${network}: prodotti di più aziende del territorio in una sola cassetta, un solo pagamento e una sola consegna.`,
    owners: (network: string, those: string) => `${network} è di chi ne fa parte: ${those}.`,
    households: (n: number) => plural(n, { one: "# famiglia", other: "# famiglie" }),
    groups: (n: number) => plural(n, { one: "# gruppo d’acquisto", other: "# gruppi d’acquisto" }),
    lead: "Le aziende vendono insieme: ordini in settimana da tutte con una sola cassetta, e un giro solo la porta al punto di ritiro o a casa tua.",
    unfoundedTitle: "Qui nasce un mercato.",
    unfoundedWhy:
      "La rete non è ancora fondata: le mancano un nome, le aziende e un posto dove ritirare. La fonda chi ha installato Filiera, con il codice di avvio.",
    look: (products: string) => `Guarda ${products}`,
    lookAtShelf: "Guarda i prodotti",
    doors: {
      buy: "Compro",
      buyWhy: "Da solo o con un gruppo: una cassetta, tante aziende.",
      buyLink: "Riempi la cassetta",
      sell: "Produco",
      sellWhy: "Il prezzo lo fai tu, e sai prima quanto preparare.",
      sellLink: "Vedi come si entra",
      carry: "Consegno",
      carryWhy: "Un giro condiviso invece di tanti viaggi a metà.",
      carryLink: "Vedi dove si consegna",
    },
    news: "Arrivano questa settimana",
    newsWhy: "La settimana prima non c’erano.",
    shelf: "Sul banco questa settimana",
    all: (products: string) => `Tutti: ${products}`,
    closedTitle: "In questo momento non si ordina",
    neverOpened: "La rete c’è, ma non ha ancora aperto la sua prima settimana di vendita.",
    reopens: (day: string) => `Gli ordini riaprono ${day}.`,
    notYet: "La data della prossima apertura non è ancora fissata.",
    shelfClosed: "Sul banco l’ultima settimana",
    pickup: "Dove si ritira",
    mapLabel: (places: string) => `Mappa dei punti di ritiro: ${places}`,
    hours: (from: string, to: string) => `${from}–${to}`,
    atHome: "A casa tua",
    homeFee: (fee: string) => `Consegna in giro condiviso: ${fee} a ordine`,
    homeFree: "Consegna in giro condiviso, compresa nel prezzo",
    pickupFree: "Al punto di ritiro non si paga consegna.",
    monthTitle: (month: string) => `In numeri: ${month}`,
    monthMore: "Come si leggono i conti",
    monthGoods: "di prodotti consegnati",
    monthProducers: (share: string) => `alle aziende, il ${share}`,
    monthOrders: (orders: number) =>
      plural(orders, { one: "ordine consegnato", other: "ordini consegnati" }),
    monthBuyers: (buyers: number) =>
      plural(buyers, { one: "famiglia o persona servita", other: "famiglie e persone servite" }),
  },
  season: {
    title: (month: string) => `Di stagione ${toMonth(month)}`,
    why: "Crescono qui intorno, e questo è il loro mese.",
    all: "Tutto quello che è di stagione",
    label: "Stagione",
    span: (from: string, to: string) => `da ${from} ${toMonth(to)}`,
    now: (span: string) => `${span}: adesso è il suo momento`,
    off: (span: string) => `${span}: adesso è fuori stagione`,
  },
  list: {
    title: "Prodotti",
    titleOf: (words: string) => `Prodotti: ${words}`,
    description:
      "Tutti i prodotti di questa settimana, con prezzo, prezzo al chilo e disponibilità.",
    found: (products: string, producers: string) => `${products} di ${producers}`,
    searchAndFilter: "Cerca e filtra",
    search: "Cerca",
    searchHint: "mele, pane, olio",
    suggestions: { one: "# suggerimento", other: "# suggerimenti" },
    suggested: "Prodotti suggeriti",
    searchButton: "Cerca",
    filter: "Filtra",
    filterChosen: (chosen: number) =>
      plural(chosen, { one: "Filtra (# scelta)", other: "Filtra (# scelte)" }),
    category: "Categoria",
    producer: "Azienda",
    practice: "Come si produce",
    season: "Stagione",
    onlyInSeason: "Solo di stagione",
    available: "Disponibilità",
    onlyAvailable: "Solo quelli disponibili",
    chosen: "Scelte fatte",
    drop: "Togli",
    apply: "Mostra i prodotti",
    clear: "Togli ricerca e filtri",
    sortBy: "In ordine di",
    sort: {
      shelf: "banco",
      name: "nome",
      price: "prezzo, dal più basso",
      producer: "azienda",
    },
    sortButton: "Ordina",
    read: (asked: string, read: string) =>
      `Nessun prodotto per «${asked}»: ecco quelli per «${read}».`,
    noneTitle: "Nessun prodotto così, questa settimana",
    noneWhy: (asked: string) =>
      asked === ""
        ? "Con questi filtri non resta niente. Togline uno, o guarda tutto il banco."
        : `Non c’è niente per «${asked}». Prova una parola più corta, o guarda tutto il banco.`,
    noneElse: "Oppure guarda per categoria:",
    noCycleTitle: "Il banco è vuoto",
    noCycleWhy: "Nessuna settimana di vendita è pubblicata. I prodotti tornano con la prossima.",
    backHome: "Torna alla prima pagina",
    closed: (reopens: string) => `Gli ordini sono chiusi: puoi guardare, non ordinare. ${reopens}`,
  },
  away: {
    title: "Questa settimana non c’è",
    why: (producer: string) =>
      `${producer} non lo porta in questa consegna. Se torna, si ordina da questa stessa pagina.`,
    producer: (producer: string) => `Chi è ${producer}`,
  },
  product: {
    crumbs: "Dove sei",
    products: "Prodotti",
    description: (name: string, producer: string, price: string) =>
      `${name} di ${producer}, ${price}. Si ordina in settimana con i prodotti delle altre aziende della rete.`,
    pictureOf: (name: string) => `Disegno: ${name}`,
    aPiece: (weight: string) => `Un pezzo pesa circa ${weight} e costa`,
    aboutPrice: (price: string) => `circa ${price}`,
    weighed: (day: string, hold: string) =>
      `. Lo pesiamo ${day}: paghi il peso vero. Chi paga con carta la vede impegnata per il ${hold} in più fino ad allora.`,
    perUnit: (price: string) => `Sono ${price}.`,
    deposit: (amount: string) => `Più ${amount} di cauzione, che torna indietro con il vuoto.`,
    size: "Formato",
    tolerance: "In più, se serve a chiudere la cassa",
    noTolerance: "niente in più",
    upTo: (amount: string) => `fino a ${amount}`,
    add: "Metti nella cassetta",
    change: "Aggiorna la cassetta",
    inBasket: (amount: string) => `Nella tua cassetta: ${amount}.`,
    goneTitle: "Finito per questa settimana",
    goneWhy: "Chi ha già ordinato lo riceve. Se qualcuno rinuncia, torna qui.",
    closedWhy: "Gli ordini sono chiusi.",
    facts: "Scheda",
    delivery: "Consegna",
    contents: "Contenuto",
    contains: "Allergeni",
    ingredients: "Ingredienti",
    origin: "Origine",
    maker: "Prodotto da",
    seller: "Venduto da",
    vat: "IVA",
    vatIncluded: (rate: string) => `${rate}, compresa nel prezzo`,
    stock: "Disponibilità",
    leftNow: (amount: string) => `ancora ${amount}, di tutti quelli previsti`,
    toOrder: "Si prepara su ordinazione: se ne può chiedere quanta serve",
    noneAllergens: "nessuno dichiarato dall’azienda",
    certificate: (body: string, number: string, day: string) =>
      `certificato da ${body}, n. ${number}, valido fino al ${day}`,
    document: "Leggi il certificato",
    boxTitle: "Si compra a casse intere",
    minimumTitle: (producer: string) => `Il minimo di ${producer}`,
    splitTitle: (price: string) => `Dove vanno ${price}`,
    splitOf: {
      kg: "Il conto di 1 kg",
      piece: "Il conto di 1 pezzo",
      variable: (weight: string) => `Il conto di un pezzo da ${weight}`,
    },
    toProducer: "per il suo lavoro",
    toNetwork: "Rete",
    toNetworkWhy: (percent: string) => `il ${percent} sul prezzo: giro, magazzino, lavoro comune`,
    toState: (rate: string) => `IVA al ${rate}`,
    toStateWhy: "l’azienda la versa allo Stato",
    toDelivery: "Consegna",
    toDeliveryWhy: (fee: string) =>
      `non è nel prezzo: al punto di ritiro non si paga, a casa sono ${fee} a ordine`,
    toDeliveryFree: "non è nel prezzo, e non si paga",
    whoDecided: (percent: string, version: string, day: string) =>
      `Il ${percent} è una regola della rete, uguale per tutte le aziende: versione ${version}, in vigore dal ${day}. Ogni ordine ricorda la versione con cui è nato.`,
    far: (distance: string, point: string) => `A ${distance} da ${point}, in linea d’aria.`,
    inThreeFacts: (producer: string) => `${producer} in tre fatti`,
    others: (producer: string) => `Anche di ${producer}`,
    whoIs: (producer: string) => `Chi è ${producer}`,
    sameProducer: (producer: string) => `Tutto quello che porta ${producer}`,
  },
};

/** The shape that every other language must fill. */
export type CatalogueTexts = typeof catalogue;
