import type { FixedLetter, OptionalLetter } from "#domain/notices/choices.ts";
import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of the member area: what waits for somebody, their orders, wallet and households. */
export const member = {
  area: {
    name: "La tua area",
    pages: {
      home: "Da fare",
      orders: "Ordini",
      wallet: "Conto",
      shares: "Quote",
      groups: "Famiglia e gruppo",
      notices: "Avvisi",
      access: "Accesso",
      data: "Dati",
    },
  },
  home: {
    title: "Che cosa ti aspetta",
    nothing: "Per ora niente: è tutto a posto.",
    nothingOpen: (until: string) => `Gli ordini sono aperti fino a ${until}.`,
    nothingClosed: (from: string) => `I prossimi ordini aprono ${from}.`,
    toShop: "Guarda i prodotti",
    office: "Lavorare per la rete",
    what: "Da fare",
  },
  calls: {
    recovery: (until: string) =>
      `Qualcuno sta recuperando il tuo accesso: fino a ${until} non si firma nulla. Se non sei tu, fermalo dalla lettera che hai ricevuto.`,
    recoveryGo: "Guarda il tuo accesso",
    pay: (code: string, amount: string) =>
      `La carta non ha coperto l’ordine ${code}: restano da pagare ${amount}.`,
    payGo: "Come pagarli",
    below: (amount: string, floor: string) =>
      `Il conto è a ${amount}, sotto il limite di ${floor}: per ordinare col conto va ricaricato.`,
    low: (amount: string) => `Nel conto restano ${amount}: ricaricalo prima del prossimo ordine.`,
    topUpGo: "Come si ricarica",
    pickup: (code: string, place: string, when: string) =>
      `L’ordine ${code} è da ritirare: ${place}, ${when}.`,
    pickupLate: (code: string, place: string) => `L’ordine ${code} ti aspetta ancora: ${place}.`,
    home: (code: string, when: string) => `L’ordine ${code} arriva a casa: ${when}.`,
    homeLate: (code: string, day: string) =>
      `L’ordine ${code} doveva arrivare ${day} e non risulta consegnato. Se manca, scrivi alla rete.`,
    orderGo: "Apri l’ordine",
    sign: (waiting: number) =>
      plural(waiting, {
        one: "Un altro responsabile aspetta la tua firma.",
        other: "# richieste aspettano la tua firma.",
      }),
    signGo: "Leggi e firma",
    reports: (waiting: number) =>
      plural(waiting, {
        one: "Una segnalazione su ciò che è arrivato aspetta una risposta.",
        other: "# segnalazioni su ciò che è arrivato aspettano una risposta.",
      }),
    reportsGo: "Leggi e rispondi",
    payBack: (product: string, amount: string) =>
      `Per ${product} la rete ti restituisce ${amount}: chiedili al prossimo ritiro.`,
    answered: (product: string) => `La tua segnalazione su ${product} ha una risposta.`,
    answeredGo: "Leggila",
    basket: (products: number, until: string) =>
      plural(products, {
        one: `Nella cassetta c’è # prodotto, non ancora ordinato. Si chiude ${until}.`,
        other: `Nella cassetta ci sono # prodotti, non ancora ordinati. Si chiude ${until}.`,
      }),
    basketGo: "Vai alla cassetta",
    edit: (code: string, until: string) => `L’ordine ${code} si può cambiare fino a ${until}.`,
    completing: (code: string, until: string) =>
      `Si completano le casse: fino a ${until} puoi aggiungere all’ordine ${code}.`,
    editGo: "Guarda o cambia",
    passkey: "Hai una carica ma non una passkey: senza, non puoi firmare.",
    passkeyGo: "Crea la passkey",
    office: "Sei entrato con il codice: la tua carica si apre solo entrando con la passkey.",
    officeGo: "Entra con la passkey",
    address: (address: string) => `L’indirizzo ${address} è da confermare con il codice.`,
    addressGo: "Conferma l’indirizzo",
    mailFails: (address: string) =>
      `Le nostre lettere a ${address} tornano indietro: controllalo, o aggiungine un altro.`,
    mailFailsGo: "Guarda gli indirizzi",
  },
  at: (day: string, time: string) => (time === "" ? day : `${day}, ${time}`),
  today: "oggi",
  orders: {
    title: "I tuoi ordini",
    lead: "Quelli fatti da te, quelli della tua famiglia e quelli fatti come ospite con un tuo indirizzo.",
    none: "Non hai ancora ordinato da qui.",
    noneInYear: (year: string) => `Nel ${year} nessun ordine.`,
    years: "Anno",
    all: "Tutti",
    running: "In corso",
    past: "Passati",
    order: (code: string) => `Ordine ${code}`,
    of: (household: string) => `di ${household}`,
    products: (count: number) => plural(count, { one: "# prodotto", other: "# prodotti" }),
    about: (amount: string) => `circa ${amount}`,
    placed: (day: string) => `fatto ${day}`,
    toPickup: (place: string) => `da ${place}`,
    toHome: "a casa",
    older: "Più vecchi",
    newest: "Dal più recente",
    stages: {
      open: (when: string) => `Si cambia fino a ${when}`,
      completing: (when: string) => `Si aggiunge fino a ${when}`,
      coming: (when: string) => `In arrivo ${when}`,
      ready: (when: string) => `Da ricevere ${when}`,
      "handed-out": (when: string) => `Consegnato ${when}`,
      settled: (when: string) => `Consegnato e pagato, ${when}`,
      due: () => "Resta da pagare",
      cancelled: () => "Annullato",
    },
  },
  wallet: {
    title: "Il conto",
    kicker: (name: string) => `Conto di ${name}`,
    none: "Non fai parte di nessuna famiglia con un conto.",
    noneWhy:
      "Il conto è il credito che una famiglia versa prima e usa per ordinare. Senza, si paga con carta o al ritiro.",
    choose: "Quale famiglia",
    available: "Puoi spendere",
    made: "Com’è fatto",
    balance: "Versato, meno i conti chiusi",
    held: "Riservato per ordini in corso",
    free: "Disponibile",
    floor: (amount: string) => `Gli ordini possono portarlo fino a ${amount}.`,
    heldWhy:
      "La riserva è la stima degli ordini in corso: alla consegna diventa il conto vero, al peso vero.",
    topUp: "Come si ricarica",
    topUpHow:
      "Con un bonifico o in contanti: chi tiene i conti della rete lo registra, e lo vedi qui.",
    topUpTo: (name: string, iban: string) => `Bonifico a ${name}, IBAN ${iban}`,
    topUpWrite: (contact: string) => `Per l’IBAN, o per accordarti, scrivi a ${contact}.`,
    statement: "Movimenti",
    month: "Mese",
    monthGo: "Mostra",
    allMonths: "Tutti i mesi",
    empty: "Ancora nessun movimento.",
    emptyMonth: (month: string) => `In ${month} nessun movimento.`,
    date: "Data",
    what: "Che cosa",
    amount: "Importo",
    after: "Saldo",
    reserve: "Riserva",
    older: "Movimenti più vecchi",
    newest: "Dal più recente",
    csv: "Scarica CSV",
    print: "Per la carta: stampa questa pagina dal menu del browser.",
    printed: (when: string) => `Saldi di ${when}.`,
    kinds: {
      "wallet-opening": () => "Saldo iniziale",
      "wallet-top-up": () => "Ricarica",
      "wallet-correction": () => "Correzione",
      "wallet-reservation": (order: string) => `Riserva cambiata, ordine ${order}`,
      "order-settlement": (order: string) => `Conto dell’ordine ${order}`,
      "order-refund": (order: string) => `Restituito per una segnalazione, ordine ${order}`,
      "deposit-return": (order: string) => `Vuoti resi, ordine ${order}`,
      other: () => "Movimento",
    },
    noOrder: "annullato",
    file: "movimenti",
    columns: ["data", "descrizione", "nota", "importo", "riserva", "saldo"],
  },
  notices: {
    title: "Gli avvisi",
    lead: "Quali lettere vuoi ricevere. Cambi idea quando vuoi.",
    done: "Fatto: da adesso vale così.",
    choose: "Scrivimi quando",
    agree:
      "Partono solo se le scegli; quella del gruppo, finché non la togli. Ognuna ha in fondo il collegamento per non riceverla più.",
    letters: {
      "week-opens": {
        name: "Aprono gli ordini",
        what: "Una lettera a settimana: fino a quando si ordina, quando si consegna.",
      },
      "closing-soon": {
        name: "Manca un giorno alla chiusura",
        what: "Se hai qualcosa nella cassetta o hai ordinato negli ultimi due mesi.",
      },
      "group-reminder": {
        name: "Al gruppo manca il tuo ordine",
        what: "La manda chi coordina il gruppo, al massimo una a settimana e solo se non hai ordinato. Parte finché non la togli.",
      },
      "pickup-day": {
        name: "Oggi si consegna",
        what: "La mattina della consegna: dove e a che ora ricevi il tuo ordine.",
      },
      "low-credit": {
        name: "Il conto si svuota",
        what: "Quando nel conto della famiglia resta poco per il prossimo ordine.",
      },
      "vote-news": {
        name: "Si vota, e com’è andata",
        what: "Quando una votazione si apre o si allunga, il risultato e le contestazioni.",
      },
    } satisfies Record<OptionalLetter, { name: string; what: string }>,
    save: "Salva le scelte",
    fixed: "Queste partono sempre",
    fixedLead: "Senza, qualcuno perderebbe soldi, merce o l’accesso.",
    fixedLetters: {
      "order-placed": "Conferma di un ordine",
      "order-receipt": "Il conto finale, al peso vero",
      "cycle-cancelled": "Una settimana annullata",
      "problem-answered": "Risposta a una tua segnalazione",
      "payment-declined": "Un pagamento non riuscito",
      "account-changed": "Cambi nel tuo accesso",
      "sign-in-code": "Codici che chiedi tu",
      membership: "La tua iscrizione al libro soci e le tue quote",
      "vote-noticed": "L’avviso di una votazione in cui puoi votare",
      "order-sheet": "Che cosa preparare per la consegna",
    } satisfies Record<FixedLetter, string>,
    whys: {
      contract: "Un contratto a distanza va confermato e contato per iscritto.",
      money: "C’è qualcosa da pagare.",
      security: "Ti dice chi entra al tuo posto, o ti fa entrare.",
      work: "È il tuo lavoro nella rete.",
      vote: "La legge vuole che chi vota abbia il testo prima.",
    },
    toAll: "Tutti i tuoi avvisi",
    stopTitle: "Non ricevere più questa lettera",
    stopWhy: (letter: string) => `Le lettere «${letter}» a questo indirizzo finiscono qui.`,
    stopGo: "Non scrivetemi più",
    stopDone: "Fatto",
    stopDoneWhy: (letter: string) =>
      `Non ricevi più le lettere «${letter}». Se cambi idea, le scegli di nuovo tra i tuoi avvisi.`,
    stopNoneTitle: "Questo collegamento non ferma niente",
    stopNone:
      "È stato copiato a metà, oppure la lettera è troppo vecchia. Gli avvisi si scelgono anche nella tua area.",
  },
  groups: {
    title: "Famiglia e gruppo",
    none: "Non fai parte di nessuna famiglia della rete.",
    noneWhy:
      "Una famiglia ordina con un conto comune, da sola o in un gruppo d’acquisto. Per entrarne a far parte, chiedi a chi amministra la rete.",
    write: (contact: string) => `Scrivi a ${contact}.`,
    household: (name: string) => `Famiglia ${name}`,
    members: "Chi ne fa parte",
    you: "tu",
    where: "Casa",
    contact: "Contatti",
    noContact: "nessuno",
    group: "Gruppo d’acquisto",
    noGroup: "Ordina da sola, senza gruppo.",
    pickup: "Si ritira da",
    families: (count: number) => plural(count, { one: "# famiglia", other: "# famiglie" }),
    coordinator: "La tua famiglia è la referente del gruppo.",
    sees: "Chi vede che cosa",
    seesList: [
      "Chi fa parte della famiglia vede tutti i suoi ordini e il conto, e può ordinare.",
      "La referente del gruppo vede gli ordini e il conto delle famiglie del gruppo.",
      "Le altre famiglie e le aziende non vedono né l’indirizzo né il conto.",
    ],
    toWallet: "Il conto",
  },
};

/** The shape that every other language must fill. */
export type MemberTexts = typeof member;
