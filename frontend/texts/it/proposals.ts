import type { NotEligible } from "#domain/governance/electorate/eligibility.ts";
import type { Method, Secrecy } from "#domain/governance/policy/policy.ts";
import type { ProposalState } from "#domain/governance/proposal/proposal-state.ts";
import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of proposals: what members put to each other, and how it is decided. */
export const proposals = {
  link: "Proposte",
  title: "Proposte",
  description: "Che cosa decidono i soci di questa rete, come si vota, com’è andata.",
  lead: "Le regole di questo mercato le fanno i soci. Qui si propone, si discute, si vota; ciò che passa vale dal prossimo ordine.",
  number: (n: number) => `Proposta ${n}`,
  secondCall: "seconda convocazione",
  parts: {
    label: "Quali proposte",
    all: "Tutte",
    "to-vote": "Da votare",
    open: "Si vota",
    coming: "In arrivo",
    decided: "Decise",
  },
  list: "Le proposte, la più recente per prima",
  earlier: "Proposte di prima",
  noneWhy:
    "La prima può scriverla chiunque sia socio: un’idea in poche righe basta per cominciare.",
  noneHere: {
    all: "Non c’è ancora nessuna proposta",
    "to-vote": "Hai votato su tutto",
    open: "Adesso non si vota su niente",
    coming: "Non c’è niente in arrivo",
    decided: "Non è ancora stato deciso niente",
  },
  noneHereWhy: "Quando qualcosa cambia lo trovi anche fra le cose da fare.",
  toAll: "Guarda tutte le proposte",
  propose: "Scrivi una proposta",
  verify: "Controlla una ricevuta o un voto",
  vote: "Vota",
  voted: "Hai votato",
  voteAgain: "Cambia il voto",
  votesLeft: (members: number) =>
    plural(members, { one: "Ti resta un voto da dare", other: "Ti restano # voti da dare" }),
  states: {
    draft: "bozza",
    endorsing: "raccoglie adesioni",
    discussion: "in discussione",
    noticed: "convocata",
    open: "si vota",
    extended: "si vota, prorogata",
    closed: "si conta",
    challenge: "contata",
    "no-quorum": "senza quorum",
    rejected: "respinta",
    passed: "approvata",
    queued: "approvata",
    executed: "in vigore",
    withdrawn: "ritirata",
    superseded: "sostituita",
    vetoed: "fermata",
    expired: "scaduta",
    annulled: "annullata",
  } satisfies Record<ProposalState, string>,
  standing: {
    draft: "È una bozza: la legge solo chi la scrive.",
    endorsing: (given: string, needed: string) =>
      `Raccoglie adesioni: ne ha ${given}, ne servono ${needed}. Poi se ne discute.`,
    discussion: (until: string) =>
      `Se ne discute almeno fino a ${until}. Poi il testo si fissa e si convoca il voto.`,
    discussionOpen: "Se ne discute. Poi il testo si fissa e si convoca il voto.",
    noticed: (opens: string, closes: string) =>
      `Il testo è fissato. Si vota da ${opens} a ${closes}.`,
    open: (closes: string) => `Si vota fino a ${closes}.`,
    extended: (closes: string) =>
      `Il quorum è arrivato nelle ultime ore: perché nessuno sia colto di sorpresa si vota ancora, fino a ${closes}.`,
    closed: (at: string) => `Il voto si è chiuso ${at}. Il conto arriva fra pochi minuti.`,
    challenge: (until: string) =>
      `Il voto è contato. Chi ha un motivo può contestarlo fino a ${until}; dopo, l’esito è definitivo.`,
    noQuorum: "Non ha votato abbastanza gente. Si rivota lo stesso testo in seconda convocazione.",
    rejected: "Non è passata.",
    passed: "È passata.",
    queued: (from: string) =>
      `È passata. Vale da ${from}: prima c’è il preavviso a chi è toccato dalla regola.`,
    executed: (since: string) => `È passata, ed è in vigore dal ${since}.`,
    withdrawn: (at: string) => `Chi l’aveva scritta l’ha ritirata il ${at}.`,
    superseded: (at: string) => `Un altro testo ha preso il suo posto il ${at}.`,
    vetoed: (at: string) =>
      `Chi controlla la rete l’ha fermata il ${at}: era contro la legge o lo statuto.`,
    expired: "Era passata, ma nessuno l’ha applicata in tempo. Per farla valere si rivota.",
    annulled: (at: string) => `Il voto è stato annullato il ${at}, dopo una contestazione.`,
  },
  by: (names: string) => `La propone ${names}`,
  byMany: (names: string) => `La propongono ${names}`,
  numbers: {
    came: (electorate: string) => `voti dati, su ${electorate}`,
    endorsed: (needed: string) => `adesioni, su ${needed}`,
  },
  classes: {
    producer: "chi produce",
    worker: "chi lavora",
    consumer: "chi consuma",
    courier: "chi consegna",
    supporter: "chi sostiene",
    financing: "chi finanzia",
  },
  change: {
    title: "Che cosa cambia",
    body: "Il testo",
    fresh: "testo nuovo",
  },
  options: {
    election: "Chi si candida",
    budget: "I progetti",
    other: "Tra che cosa si sceglie",
    fund: (sum: string) => `Da dividere: ${sum}.`,
  },
  talk: {
    title: "Gli argomenti",
    for: "A favore",
    against: "Contro",
    neither: "Domande e altro",
    silent: "Nessuno ha ancora scritto niente.",
    says: (author: string, when: string) => `${author}, ${when}`,
    write: "Di’ la tua",
    writeWhy: "Lo leggono i soci, con il tuo nome.",
    text: "Il tuo argomento",
    stance: "Sei",
    stances: {
      for: "a favore",
      against: "contro",
      neither: "né l’uno né l’altro: chiedo o aggiungo",
    },
    go: "Scrivi",
    membersOnly: "Gli argomenti li leggono e li scrivono i soci.",
  },
  amendments: {
    title: "Emendamenti",
    state: {
      proposed: "in attesa",
      accepted: "accolto",
      rejected: "respinto",
      "put-to-vote": "messo ai voti",
    },
    write: "Proponi un emendamento",
    writeWhy:
      "Scrivi il testo come dovrebbe essere. Decide chi ha scritto la proposta; dopo la convocazione un testo nuovo vuole una convocazione nuova.",
    text: "Il testo, come lo vorresti",
    reason: "Perché",
    go: "Proponi l’emendamento",
    accept: "Accogli",
    reject: "Respingi",
  },
  next: {
    title: "E adesso",
    ifPasses: "Se passa",
    opens: "Si apre il voto.",
    closes: "Si chiude l’urna, e chiunque può rifare il conto.",
    challenge: "Finisce il tempo per contestare: l’esito è definitivo.",
    effect: "La regola nuova vale per ogni ordine da quel momento, da sola.",
    discussion: "Finisce la discussione: il testo si può fissare.",
  },
  turnout: {
    title: "Chi ha votato",
    reached: "Il quorum c’è",
    missing: "Il quorum non c’è ancora",
    failed: "Il quorum non c’è stato",
    free: "Basta chi vota: non serve un quorum",
    said: (present: string, electorate: string) => `${present} voti su ${electorate}`,
    quorum: (votes: string) => `il quorum è ${votes}`,
    later:
      "Si vede solo quanti votano. Che cosa hanno scelto si apre alla chiusura, per tutti insieme.",
  },
  electorate: {
    title: "Chi può votare",
    lead: (may: string, members: string) =>
      `${may} soci su ${members}, come stanno nel libro soci il giorno della convocazione. L’elenco non cambia più: chi entra dopo vota la prossima volta.`,
    kept: "Non possono votare, e perché:",
    reasons: {
      "not-a-member": "non ancora soci",
      suspended: "sospesi",
      left: "usciti",
      "class-without-vote": "di una categoria senza voto",
      "in-arrears": "con una quota non versata",
      "enrolled-too-late": "nel libro soci da troppo poco tempo",
      "not-on-the-board": "non nel consiglio",
    } satisfies Record<NotEligible, string>,
    own: {
      "not-a-member": "Non sei ancora fra i soci, quindi questa volta non voti.",
      suspended: "Sei sospeso, quindi non voti.",
      left: "Non sei più fra i soci, quindi non voti.",
      "class-without-vote": "La tua categoria di soci non ha il voto.",
      "in-arrears":
        "Una tua quota non risultava versata il giorno della convocazione, quindi questa volta non voti.",
      "enrolled-too-late":
        "Il giorno del voto non sei nel libro soci da abbastanza tempo. Voti la prossima volta.",
      "not-on-the-board": "Decide il consiglio, e tu non ne fai parte.",
    } satisfies Record<NotEligible, string>,
    seals: "I sigilli della convocazione",
    sealsWhy:
      "Due impronte: una dell’elenco di chi vota, una del testo. Se qualcuno cambiasse anche una sola lettera sarebbero diverse.",
    root: "Elenco di chi vota",
    text: "Testo in votazione",
  },
  policy: {
    title: "Come si decide",
    methods: {
      majority: "Si risponde sì, no, o ci si astiene.",
      consent: "Passa se nessuno ha un’obiezione motivata che resta senza risposta.",
      approval: "Si segnano tutte le scelte che vanno bene; vince chi ne ha di più.",
      score: "Si dà un punteggio a ogni scelta; vince la somma più alta.",
      irv: "Si mettono le scelte in ordine. A ogni giro esce l’ultima e i suoi voti passano alla preferenza dopo, finché una ha più della metà.",
      scottish:
        "Si mettono le persone in ordine. I voti in più di chi è eletto, e quelli di chi esce, passano alla preferenza dopo (voto singolo trasferibile, regole scozzesi).",
      wigm: "Si mettono le persone in ordine. I voti in più di chi è eletto, e quelli di chi esce, passano alla preferenza dopo, in frazioni esatte (voto singolo trasferibile).",
      meek: "Si mettono le persone in ordine. Chi è eletto tiene la parte di voto che gli basta e il resto passa avanti (metodo di Meek).",
      schulze:
        "Si mettono le scelte in ordine. Si confrontano a due a due: vince quella che batte tutte le altre (metodo di Schulze).",
      debian:
        "Si mettono le scelte in ordine, e fra loro c’è «lasciare tutto com’è». Vince quella che batte le altre (metodo di Schulze, come lo usa Debian).",
      "equal-shares":
        "Si segnano i progetti che si vorrebbero. A ogni votante spetta una parte uguale della somma, e paga solo i progetti che ha segnato (Equal Shares).",
    } satisfies Record<Method, string>,
    seats: (seats: number) =>
      plural(seats, { one: "C’è un posto da riempire.", other: "Ci sono # posti da riempire." }),
    board: "Decide il consiglio: vota chi ne fa parte.",
    heads: "Ogni socio ha un voto, qualunque quota abbia versato.",
    legalPersons: (most: string) =>
      `Le imprese socie possono avere più voti, al massimo ${most}; le persone uno.`,
    exchange:
      "I voti delle imprese seguono lo scambio con la cooperativa: ciascuna al massimo un decimo di tutti, insieme al massimo un terzo.",
    colleges: "I soci votano per collegi, e ogni collegio pesa quanto dice lo statuto:",
    college: (name: string, weight: string) => `${name}: ${weight}`,
    enrolled: (days: string) => `Vota chi è nel libro soci da almeno ${days} giorni.`,
    proxies: (most: number) =>
      plural(most, {
        one: "Ci si può far rappresentare: ognuno può avere una delega.",
        other: "Ci si può far rappresentare: ognuno può avere al massimo # deleghe.",
      }),
    noProxies: "Non ci sono deleghe.",
    quorum: {
      present: (share: string) => `Serve che partecipi ${share} dei voti.`,
      cast: (share: string) => `Serve che dica sì o no ${share} dei voti.`,
      none: "Non serve un quorum.",
    },
    secondCall: "In seconda convocazione:",
    threshold: {
      electorate: (share: string) => `Passa con ${share} di tutti quelli che possono votare.`,
      present: (share: string) => `Passa con ${share} di chi partecipa, astenuti compresi.`,
      cast: (share: string) => `Passa con ${share} dei sì e dei no; chi si astiene non conta.`,
    },
    more: (share: string) => `più di ${share}`,
    least: (share: string) => `almeno ${share}`,
    shares: {
      "1/2": "metà",
      "1/3": "un terzo",
      "2/3": "due terzi",
      "1/4": "un quarto",
      "3/4": "tre quarti",
      "1/5": "un quinto",
      "1/10": "un decimo",
      "1": "la totalità",
    } as Readonly<Record<string, string>>,
    secrecy: {
      open: "Il voto è palese: dopo la chiusura i soci leggono chi ha votato che cosa.",
      detached:
        "Il voto è segreto: la scheda non porta nome, e non c’è un elenco che la ricolleghi a te.",
      blind:
        "Il voto è segreto anche per chi gestisce il sito: la scheda entra con un gettone firmato alla cieca.",
    } satisfies Record<Secrecy, string>,
    revote: "Fino alla chiusura si può cambiare idea: conta l’ultima scheda.",
    final: "La prima scheda è definitiva.",
    timelock: (days: number) =>
      plural(days, {
        one: "Se passa, vale dopo # giorno di preavviso.",
        other: "Se passa, vale dopo # giorni di preavviso.",
      }),
    article: (article: string) => `(${article})`,
  },
  deeds: {
    title: "Che cosa puoi fare",
    actFor: "Per conto di",
    endorse: "Aderisci",
    endorseWhy: "Dici che vale la pena parlarne, non che sei d’accordo.",
    submit: "Presenta ai soci",
    submitWhy: "Da quel momento la leggono tutti e raccoglie adesioni.",
    notice: "Convoca il voto",
    noticeWhy: "Il testo e l’elenco di chi vota si fissano e non cambiano più.",
    withdraw: "Ritira la proposta",
    withdrawWhy: "Si può finché il voto non è aperto.",
    veto: "Ferma la proposta",
    vetoWhy: "Solo se è contro la legge o lo statuto. Il motivo lo leggono tutti.",
    challenge: "Contesta l’esito",
    challengeWhy: "Di’ che cosa non è andato come doveva. Risponde chi controlla la rete.",
    reason: "Perché",
    reasonMissing: "Scrivi perché, in poche parole",
    textMissing: "Scrivi il testo",
    proxy: "Dai una delega",
    proxyWhy: "Chi scegli vota al posto tuo, solo per questa proposta.",
    proxyTo: "A chi",
    proxyGo: "Dai la delega",
    proxyGiven: (giver: string, holder: string) => `Per ${giver} vota ${holder}.`,
    proxyBack: "Riprendi la delega",
    done: "Fatto.",
  },
  write: {
    title: "Scrivi una proposta",
    lead: "Comincia dal succo. Resta una bozza finché non la presenti.",
    name: "Titolo",
    nameHint: "Che cosa cambia, in una riga: «Portare la trattenuta dal 6 al 5,5 %».",
    body: "Testo e motivi",
    bodyHint: "Chi vota legge questo, parola per parola.",
    subject: "Che cosa si decide",
    subjects: {
      motion: "Una decisione",
      rules: "Una regola del mercato",
      election: "Persone per un incarico",
      budget: "Come dividere una somma",
    },
    subjectNotes: {
      motion: "un testo a cui si dice sì o no",
      rules: "un numero che il mercato applica da solo",
      election: "chi si candida, da mettere in ordine",
      budget: "progetti con il loro costo",
    },
    policy: "Con quale procedura",
    rule: "La regola che cambia",
    ruleNone: "Nessuna",
    value: "Il valore nuovo",
    valueHint: "Come lo scriveresti in una lettera: «5,5», oppure «4,50».",
    ruleNow: (name: string, now: string) => `${name} (oggi ${now})`,
    options: "Le scelte, una per riga",
    optionsHint: "Per un incarico i nomi, per una somma «progetto; costo in euro».",
    budget: "La somma, in euro",
    go: "Salva la bozza",
    nameMissing: "Scrivi un titolo, al massimo 160 caratteri",
    bodyMissing: "Scrivi il testo, al massimo 20.000 caratteri",
    valueMissing: "Scrivi il valore nuovo, come numero",
    optionsMissing: "Scrivi almeno due scelte, una per riga",
    membersOnly: "Propone chi è socio.",
  },
  calls: {
    vote: (n: number, title: string, until: string) =>
      `Si vota la proposta ${n}, «${title}», fino a ${until}.`,
    voteGo: "Vota",
    endorse: (n: number, title: string) =>
      `La proposta ${n}, «${title}», raccoglie adesioni. Vale la pena parlarne?`,
    endorseGo: "Leggi",
  },
};

/** The shape that every other language must fill. */
export type ProposalTexts = typeof proposals;
