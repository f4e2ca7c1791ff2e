import type { Basis, PurposeKey } from "#domain/access/consents.ts";
import type { KeptKind, RetainedKind } from "#domain/access/retention.ts";

/** The words on personal data: what is kept, why, and what everyone can do about it. */
export const privacy = {
  link: "Riservatezza",
  title: "Riservatezza",
  lead: "Quali dati teniamo, perché, per quanto tempo, e cosa puoi farne. In parole semplici.",
  who: "Chi ne risponde",
  controller: (name: string) => `Titolare dei dati è ${name}.`,
  seat: (seat: string) => `Sede: ${seat}.`,
  taxCode: (code: string) => `Codice fiscale: ${code}.`,
  write: (address: string) => `Per domande o richieste scrivi a ${address}.`,
  noAddress: "Per domande o richieste parla con le persone responsabili della rete.",
  why: "Cosa usiamo e perché",
  purposes: {
    orders: {
      name: "Ordini e consegne",
      what: "Nome, recapiti, indirizzo se consegniamo a casa, cosa ordini: servono a prepararlo, consegnarlo, scriverti la conferma e il conto.",
    },
    books: {
      name: "Conti e bilancio",
      what: "Pagamenti e portafoglio stanno in un registro che non si può riscrivere. Porta codici, non nomi.",
    },
    security: {
      name: "Sicurezza",
      what: "Accessi, passkey e codici: servono a sapere che sei tu e ad accorgerci di chi prova a entrare al tuo posto.",
    },
    reminders: {
      name: "Promemoria per posta",
      what: "Apertura degli ordini, ultimo giorno, giorno della consegna, conto che si svuota: partono solo quelle che scegli tra i tuoi avvisi, e solo con il tuo sì.",
    },
  } satisfies Record<PurposeKey, { name: string; what: string }>,
  bases: {
    contract: "Serve per il servizio che chiedi (GDPR art. 6.1.b).",
    law: "Lo ordina la legge (GDPR art. 6.1.c).",
    security: "È un interesse legittimo di tutta la rete (GDPR art. 6.1.f).",
    consent: "Solo se dici di sì, e finché lo dici (GDPR art. 6.1.a).",
  } satisfies Record<Basis, string>,
  howLong: "Per quanto tempo",
  kind: "Cosa",
  time: "Quanto",
  days: (days: string) => `${days} giorni`,
  years: (years: string) => `${years} anni`,
  forEver: "sempre",
  keptKinds: {
    answers: "Risposte alle richieste, per non ripetere due volte la stessa cosa",
    baskets: "Cassetta non toccata",
    sessions: "Accessi, dopo la loro fine",
    "mail-codes": "Codici mandati per posta",
    "used-challenges": "Prove di passkey già usate",
    invitations: "Inviti usati, ritirati o scaduti",
    countersignatures: "Richieste di seconda firma concluse",
    "letter-words": "Testo delle lettere spedite",
    "letter-addresses": "Indirizzo a cui è andata una lettera",
    "removed-addresses": "Indirizzi di posta che hai tolto",
    "round-places": "Punto sulla mappa delle consegne di un giro",
    ways: "Distanze tra i punti dei giri, senza nomi",
  } satisfies Record<KeptKind, string>,
  contacts: "Nome e indirizzo dati con un ordine, da quando è concluso",
  profile: "Nome, recapiti, passkey, dati di famiglia",
  untilErased: "finché partecipi",
  retained: {
    books:
      "Registro dei conti: codice civile art. 2220, DPR 633/1972 art. 39. Solo codici, niente nomi",
    orders: "Ordini su cui si reggono i conti: stesse leggi. Solo codici, niente nomi",
    "members-book":
      "Libro soci, se sei o sei stato socio: codice civile art. 2421 e 2220. Con nome, codice fiscale e domicilio, dieci anni da quando esci",
    consents: "I tuoi sì e i tuoi no: dobbiamo poterli dimostrare (GDPR art. 7.1). Solo codici",
    acts: "Decisioni e cariche della rete: valgono per tutti. Solo codici",
  } satisfies Record<RetainedKind, string>,
  shared: "Chi li vede",
  sharing: [
    "Chi coordina il tuo gruppo e chi consegna vede nome e recapiti degli ordini che prepara.",
    "Chi porta la posta riceve l’indirizzo e il testo delle lettere; chi gestisce i pagamenti riceve l’importo e la carta, che noi non vediamo.",
    "Non vendiamo dati, non mostriamo pubblicità, non usiamo strumenti di misura di altri.",
  ],
  producersNo: "Le aziende vedono quanto preparare, mai il nome o l’indirizzo delle famiglie.",
  producersYes:
    "Le aziende vedono il nome di chi ordina da loro, per decisione della rete; mai l’indirizzo.",
  rights: "I tuoi diritti, qui",
  rightsLead: "Puoi usarli da solo, senza chiedere a nessuno:",
  rightsList: [
    "vedere e portare via una copia di tutto (accesso e portabilità);",
    "dire sì o no a ciò che è facoltativo, quando vuoi;",
    "correggere indirizzi e passkey dalla tua pagina;",
    "farti cancellare.",
  ],
  rightsElse:
    "Puoi anche chiederlo per scritto a chi ne risponde. Se qualcosa non va, puoi rivolgerti al Garante per la protezione dei dati personali.",
  toOwn: "Vai ai tuoi dati",
  toPage: "Come trattiamo i dati",
  own: {
    title: "I tuoi dati",
    lead: "Cosa facciamo dei tuoi dati, una copia per te, e come andartene.",
    uses: "A cosa servono",
    always: "sempre attivo",
    on: "attivo",
    off: "spento",
    since: (when: string) => `da ${when}`,
    onPaper: (paper: string) => `detto su carta, foglio n. ${paper}`,
    agree: "Attiva",
    withdraw: "Disattiva",
    done: "Fatto: la tua scelta vale da adesso.",
    copy: "Una copia di tutto",
    copyWhy:
      "Un file JSON con tutto ciò che ti riguarda e riguarda la tua famiglia: ordini, portafoglio, lettere, accessi. Tienilo al sicuro.",
    download: "Scarica la copia",
    erase: "Cancellarti",
    eraseWhy:
      "Cancelliamo nome, recapiti, passkey, accessi e lettere, e la famiglia se sei l’unica persona. Non si può tornare indietro. Prima vanno chiusi ordini, portafoglio e pagamenti.",
    stays: "Resta, senza il tuo nome:",
    eraseGo: "Cancella i miei dati",
    sign: "Cancella per sempre i miei dati da questa rete.",
    goneTitle: "I tuoi dati sono cancellati",
    gone: "Nome, recapiti, passkey e accessi non ci sono più. Grazie di essere stato con noi.",
  },
};

/** The shape that every other language must fill. */
export type PrivacyTexts = typeof privacy;
