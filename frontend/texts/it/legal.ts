import type { CookieKind } from "#domain/access/cookies.ts";

/** The words of the law: who we are, how we sell, who can use these pages. */
export const legal = {
  /** Of the footer. */
  links: { notes: "Note legali", terms: "Condizioni di vendita", accessibility: "Accessibilità" },
  who: "Chi siamo",
  name: (name: string) => `Denominazione: ${name}`,
  seat: (seat: string) => `Sede: ${seat}`,
  taxCode: (code: string) => `Codice fiscale: ${code}`,
  vatNumber: (number: string) => `Partita IVA: ${number}`,
  reaNumber: (number: string) => `Registro delle imprese, REA: ${number}`,
  coopRegisterNumber: (number: string) => `Albo nazionale delle società cooperative: ${number}`,
  certifiedEmail: (address: string) => `PEC: ${address}`,
  contactEmail: (address: string) => `Posta: ${address}`,
  phone: (number: string) => `Telefono: ${number}`,
  writeTo: (address: string) => `Scrivi a ${address}.`,
  ask: "Chiedi alle persone responsabili della rete.",
  notes: {
    title: "Note legali",
    lead: "Chi gestisce questo mercato e chi risponde di ciò che leggi.",
    does: "Cosa fa la rete",
    doesWhat: [
      "La rete tiene il mercato: raccoglie gli ordini, incassa, divide il ricavato, organizza ritiri e consegne. È una cooperativa di chi coltiva, compra e consegna.",
      "Nomi, prezzi, ingredienti, allergeni e provenienza di un prodotto li scrive l’azienda che lo vende, che ne risponde.",
      "Le figure dei prodotti sono disegnate a partire da quei dati: aiutano a riconoscere, non mostrano il pezzo che ricevi. Le foto sono delle aziende.",
    ],
    rights: "Uso di testi, dati e programma",
    rightsWhat: [
      "I numeri della pagina Trasparenza sono dati aperti: puoi usarli per qualsiasi cosa.",
      "Il programma che fa funzionare queste pagine è libero: chiunque può leggerlo, usarlo e cambiarlo secondo la sua licenza.",
      "Foto e descrizioni restano di chi le ha fatte.",
    ],
    problem: "Se qualcosa qui è sbagliato o offende qualcuno",
    problemWhat: "Diccelo, con l’indirizzo della pagina: lo correggiamo o lo togliamo.",
  },
  terms: {
    title: "Condizioni di vendita",
    lead: "Cosa vale quando ordini: chi vende, quanto paghi e quando, cosa puoi cambiare.",
    seller: "Chi ti vende la merce",
    sellerWhat: [
      "Ogni prodotto dice da quale azienda viene. Se l’azienda vende in nome proprio tramite la rete, il contratto è con lei: la rete fa da tramite, incassa per suo conto e te ne risponde come punto di contatto unico.",
      "Se invece l’azienda vende alla rete, che rivende, il contratto è con la rete.",
      "L’ordine è una tua proposta. Il contratto si conclude alla chiusura degli ordini, per ciò che è confermato: fino a quel momento puoi cambiare o annullare senza motivo e senza costi.",
    ],
    price: "Quanto paghi",
    priceWhat: (fee: string | null, delivery: string | null) => [
      "I prezzi comprendono l’IVA. Per la merce a peso il prezzo è al chilo: l’ordine mostra una stima, paghi il peso vero.",
      ...(fee === null
        ? []
        : [
            `Dal prezzo la rete trattiene il ${fee}, il resto va all’azienda. Non si aggiunge nulla.`,
          ]),
      ...(delivery === null
        ? []
        : [`Ritirare non costa niente. La consegna a casa costa ${delivery} a ordine.`]),
      "I vuoti a rendere si pagano a parte e tornano a chi li riporta.",
    ],
    pay: "Quando paghi",
    payWhat: [
      "Paghi ciò che ricevi, dopo la consegna: con il portafoglio, con la carta o al ritiro, come scegli nell’ordine.",
      "Con la carta all’ordine si blocca una somma un po’ più alta della stima, per la merce a peso. Dopo la consegna si incassa il conto vero e il resto si sblocca.",
      "Se manca qualcosa, se una cassa non si riempie o un’azienda non arriva al suo minimo, quella riga si riduce o si annulla e non si paga. Lo leggi nell’ordine e per lettera.",
    ],
    withdrawal: "Ripensarci: il recesso",
    withdrawalWhat: [
      "Per un acquisto a distanza la legge ti dà 14 giorni dal ritiro per ripensarci, senza dire perché (Codice del consumo, artt. 52 e seguenti).",
      "Il recesso non vale, tra l’altro, per ciò che rischia di deteriorarsi o scadere in fretta, come frutta, verdura, pane, latticini, carne e pesce freschi (art. 59, lettera d); per ciò che è sigillato e non si può rendere per igiene una volta aperto (lettera e); per ciò che è fatto su misura o personalizzato (lettera c).",
      "Vale per il resto, per esempio conserve, vino, miele, sapone o ceramica ancora chiusi. Basta una frase: «Recedo dall’acquisto di… ricevuto il…, ordine…», con il tuo nome. Rendi la merce entro 14 giorni, a tue spese; ti rimborsiamo entro 14 giorni, come hai pagato, anche della consegna più economica, quando la merce è tornata o hai mostrato di averla spedita.",
      "Prima della chiusura degli ordini non serve il recesso: annulli da solo, anche il fresco.",
    ],
    faulty: "Se la merce non va bene",
    faultyWhat: [
      "Se ciò che ricevi è rovinato, scaduto o diverso da ciò che hai ordinato, dillo il prima possibile, dalla pagina dell’ordine o a chi consegna: hai diritto a un altro pezzo o ai soldi. Nessuna di queste condizioni toglie qualcosa alla garanzia legale di conformità (Codice del consumo, artt. 128 e seguenti).",
    ],
    complaints: "Reclami e liti",
    complaintsWhat: [
      "Prima parlane con noi: rispondiamo e cerchiamo un accordo.",
      "Se non basta, puoi rivolgerti gratis o a poco prezzo a un organismo di risoluzione alternativa delle controversie (ADR) tra quelli iscritti nell’elenco del Ministero delle imprese e del made in Italy, o alla conciliazione della Camera di commercio.",
      "Puoi sempre andare dal giudice: per un consumatore è quello del luogo in cui abita. Vale la legge italiana.",
    ],
    age: "Alcolici",
    ageWhat: ["Vino e altri alcolici si vendono e si consegnano solo a chi ha compiuto 18 anni."],
  },
  accessibility: {
    title: "Dichiarazione di accessibilità",
    lead: (name: string) =>
      `${name} vuole che queste pagine servano a tutti, con qualunque dispositivo e qualunque corpo.`,
    state: "Stato di conformità",
    stateWhat: [
      "Queste pagine sono parzialmente conformi ai requisiti della norma UNI CEI EN 301549 e delle WCAG 2.2, livello AA, per i motivi detti sotto.",
    ],
    does: "Cosa abbiamo fatto",
    doesWhat: [
      "Tutto funziona senza programmi nel browser, con la sola tastiera, a 320 pixel di larghezza e con la pagina ingrandita al doppio.",
      "Chiaro e scuro seguono il tuo dispositivo; il colore non è mai il solo segno; ciò che si muove si ferma se chiedi meno movimento.",
      "Ogni grafico e ogni mappa ha accanto gli stessi dati in parole o in tabella.",
    ],
    fails: "Cosa non è ancora accessibile",
    failsWhat: [
      "Nomi e descrizioni dei prodotti li scrivono le aziende in italiano: nelle pagine inglesi restano in italiano, e dove stanno dentro una frase o una scelta una voce automatica può leggerli male (WCAG 3.1.2).",
      "Le foto hanno il testo alternativo che scrive chi le carica: può essere povero (WCAG 1.1.1).",
      "Il passo del pagamento con carta è del servizio di pagamento: non ne decidiamo noi la forma.",
      "Non abbiamo ancora fatto provare queste pagine da persone che usano ogni giorno lettori di schermo o altri ausili.",
    ],
    how: "Come è stata fatta questa dichiarazione",
    howWhat: (date: string) => [
      `È un’autovalutazione del ${date}, fatta con prove automatiche: axe su ogni pagina, a 1280 e a 360 pixel, una volta in chiaro e una in scuro; nessuna pagina più larga di uno schermo di 320 pixel; gli acquisti percorsi con la sola tastiera. Prove a mano non ne abbiamo ancora fatte.`,
      "Segue il modello dell’Agenzia per l’Italia Digitale (AGID). Si aggiorna quando le pagine cambiano, almeno una volta l’anno.",
    ],
    feedback: "Dicci cosa non va",
    feedbackWhat:
      "Scrivi quale pagina, cosa volevi fare, con quale dispositivo o ausilio. Rispondiamo entro 30 giorni.",
    enforcement: "Se non rispondiamo",
    enforcementWhat:
      "Puoi rivolgerti all’Agenzia per l’Italia Digitale, che vigila sull’accessibilità dei servizi digitali.",
    agid: "Vai al sito di AGID",
  },
  cookies: {
    title: "Cookie",
    lead: "Usiamo solo cookie tecnici, che servono a ciò che chiedi. Non c’è nessun banner perché non c’è niente da rifiutare: nessuno ti misura, nessuno ti segue.",
    name: "Nome",
    what: "A cosa serve",
    life: "Quanto dura",
    kinds: {
      basket: "ricorda la cassetta di chi compra senza accesso",
      order: "apre il tuo ordine senza accesso",
      session: "tiene aperto il tuo accesso",
      household: "apre la spesa della famiglia a chi ha il suo collegamento",
      invitation: "tiene l’invito mentre crei la passkey",
      known:
        "riconosce il browser da cui sei già entrato con un codice, perché nessuno possa esaurire al posto tuo i codici di un’ora",
      stop: "tiene l’avviso mentre fermi un recupero che non hai chiesto",
    } satisfies Record<CookieKind, string>,
    days: (days: string) => `${days} giorni`,
    minutes: (minutes: string) => `${minutes} minuti`,
  },
};

/** The shape that every other language must fill. */
export type LegalTexts = typeof legal;
