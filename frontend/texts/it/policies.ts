import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of the rules of voting, and of what a member writes to change them or the statute. */
export const policies = {
  title: "Come si decide",
  description: "I regolamenti di voto di questa rete: chi vota, con quale quorum, che cosa passa.",
  lead: "Ogni voto segue un regolamento, quello del giorno in cui è convocato. Anche i regolamenti si cambiano con un voto, come lo statuto.",
  named: (name: string) => `Regolamento di voto: ${name}`,
  whole: (name: string) => `Leggi il regolamento «${name}» e la sua storia`,
  all: "Tutti i regolamenti di voto",
  now: "Oggi",
  propose: "Proponi di cambiarlo",
  proposeArticle: "Proponi un testo diverso",
  proposeNew: "Proponi un articolo nuovo",
  lines: {
    ownBeats: "Chi ha dato una delega può votare lo stesso: vale il suo voto.",
    firstCounts: "Fra chi ha dato la delega e chi la tiene vale chi vota per primo.",
    endorsements: (n: number) =>
      n === 0
        ? "Un’idea si discute senza raccogliere adesioni."
        : plural(n, {
            one: "Un’idea si discute quando ha # adesione.",
            other: "Un’idea si discute quando ha # adesioni.",
          }),
    discussion: (days: number) =>
      days === 0
        ? "Non c’è un tempo minimo di discussione."
        : plural(days, {
            one: "Se ne discute almeno # giorno.",
            other: "Se ne discute almeno # giorni.",
          }),
    notice: (days: number) =>
      plural(days, {
        one: "La convocazione arriva # giorno prima del voto.",
        other: "La convocazione arriva # giorni prima del voto.",
      }),
    open: (days: number) =>
      plural(days, { one: "Si vota per # giorno.", other: "Si vota per # giorni." }),
    extension: (hours: number) =>
      plural(hours, {
        one: "Se il quorum arriva nell’ultima ora, si vota per un’altra ora.",
        other: "Se il quorum arriva nelle ultime # ore, il voto si allunga di altrettante.",
      }),
    secondCall: (days: number) =>
      days === 0
        ? "Senza quorum si rivota subito, in seconda convocazione."
        : plural(days, {
            one: "Senza quorum si rivota dopo # giorno, in seconda convocazione.",
            other: "Senza quorum si rivota dopo # giorni, in seconda convocazione.",
          }),
    challenge: (days: number) =>
      days === 0
        ? "L’esito non si può contestare."
        : plural(days, {
            one: "L’esito si può contestare per # giorno.",
            other: "L’esito si può contestare per # giorni.",
          }),
    grace: (days: number) =>
      plural(days, {
        one: "Ciò che passa va applicato entro # giorno da quando si può.",
        other: "Ciò che passa va applicato entro # giorni da quando si può.",
      }),
  },
  write: {
    article: "Proponi un articolo dello statuto",
    articleLead:
      "Scrivi il testo come dovrebbe essere: chi vota lo legge accanto a quello di oggi. Lo statuto cambia con l’assemblea straordinaria.",
    number: "Numero dell’articolo",
    numberHint: "Quello che cambia, oppure uno nuovo: «12», «12-bis».",
    show: "Mostra il testo di oggi",
    text: "Il testo nuovo",
    textHint: "La prima riga è il titolo dell’articolo. Lascia vuoto per proporre di abrogarlo.",
    policy: (name: string) => `Proponi di cambiare: ${name}`,
    policyLead:
      "Cambia solo quello che vuoi cambiare. I regolamenti di voto si decidono come lo statuto, con l’assemblea straordinaria.",
    title: "Titolo della proposta",
    body: "Perché",
    bodyHint: "Chi vota legge questo insieme a che cosa cambia.",
    preview: "Guarda che cosa cambia",
    go: "Salva la bozza",
    diff: "Che cosa cambierebbe",
    same: "Per ora non cambia niente.",
    law: "Che cosa la legge non lascia cambiare",
    numberMissing: "Scrivi il numero di un articolo, per esempio 12 oppure 12-bis",
    textMissing: "Il testo è come quello di oggi: scrivi che cosa deve cambiare",
    policySame: "Il regolamento è come quello di oggi: cambia almeno una cosa",
    notWhole: "Scrivi un numero intero, senza decimali",
    method: "Come si vota",
    seats: "Posti da riempire",
    votes: "Quanti voti ha un socio",
    mostVotes: "Al massimo quanti voti per un’impresa socia",
    daysEnrolled: "Giorni nel libro soci per votare",
    mostProxies: "Quante deleghe tiene una persona, al massimo",
    secrecy: "Segretezza",
    mayRevote: "Fino alla chiusura si può cambiare il voto",
    ownBeatsProxy: "Chi ha dato una delega può votare lo stesso",
    endorsements: "Adesioni per discutere un’idea",
    first: "Prima convocazione",
    second: "Seconda convocazione",
    hasSecond: "Se manca il quorum c’è una seconda convocazione",
    quorum: "Quorum: quanti voti servono",
    quorumOf: "Contando",
    threshold: "Passa con",
    base: "Dei voti",
    times: "I tempi",
    time: {
      discussion: "Giorni di discussione",
      notice: "Giorni fra convocazione e voto",
      open: "Giorni per votare",
      extensionHours: "Ore in più se il quorum arriva tardi",
      beforeSecondCall: "Giorni prima della seconda convocazione",
      challenge: "Giorni per contestare",
      timelock: "Giorni di preavviso prima che valga",
      grace: "Giorni per applicare quello che passa",
    },
    noQuorum: "nessun quorum",
    quorums: { present: "chi partecipa", cast: "chi dice sì o no" },
    bases: {
      electorate: "di chi può votare",
      present: "di chi partecipa",
      cast: "di chi dice sì o no",
    },
    methods: {
      majority: "sì, no o astensione",
      consent: "consenso, con obiezioni",
      approval: "si segna tutto ciò che va bene",
      score: "un punteggio a ogni scelta",
      irv: "in ordine, fino a più della metà",
      scottish: "in ordine, voto trasferibile (regole scozzesi)",
      wigm: "in ordine, voto trasferibile (frazioni esatte)",
      meek: "in ordine, metodo di Meek",
      schulze: "in ordine, metodo di Schulze",
      debian: "in ordine, con «tutto com’è» (Debian)",
      "equal-shares": "progetti per una somma (Equal Shares)",
    },
    kinds: {
      heads: "uno ciascuno",
      "legal-persons": "uno ciascuno; le imprese di più",
      exchange: "le imprese secondo lo scambio",
      colleges: "per collegi, come oggi",
    },
    secrecies: { open: "palese", detached: "segreto", blind: "segreto con gettone" },
  },
};

/** The shape that every other language must fill. */
export type PoliciesTexts = typeof policies;
