import { formatFor } from "#frontend/texts/format.ts";
import type { LegalFloorName, RuleChoice, RuleKey } from "#frontend/texts/rule-keys.ts";

const { plural } = formatFor("it");

/** What a rule is called, and what it does, for who never read one. */
interface RuleWords {
  readonly title: string;
  readonly what: string;
}

/** The words of the rules register and of the statute. */
export const rules = {
  link: "Regole",
  title: "Regole",
  description:
    "Tutte le regole di questa rete: quanto valgono, da quando, chi le ha decise e come si cambiano.",
  lead: "Ogni regola che il mercato segue è scritta qui, con il suo valore di oggi e la sua storia. Un ordine segue le regole di quando è stato fatto.",
  areas: {
    prices: "Prezzi e costi",
    payments: "Pagare e chiudere i conti",
    orders: "Ordinare",
    problems: "Quando qualcosa non va",
    privacy: "Chi vede che cosa",
    surplus: "L’avanzo dell’anno",
    government: "Chi decide",
    statute: "Statuto",
  },
  names: {
    "network-fee": {
      title: "Trattenuta della rete",
      what: "La parte di ogni vendita che resta alla rete per lavorare.",
    },
    "delivery-fee": {
      title: "Consegna a casa",
      what: "Quanto paga un ordine che arriva a casa. Al punto di ritiro non si paga.",
    },
    "wallet-floor": {
      title: "Credito minimo di una famiglia",
      what: "Sotto quanto il credito di una famiglia non può scendere con un ordine.",
    },
    "card-hold": {
      title: "Quanto si impegna sulla carta",
      what: "In rapporto alla stima: copre il peso vero di quello che si pesa dopo.",
    },
    "settlement-days": {
      title: "Giorni per chiudere un ordine",
      what: "Quanti giorni dopo la consegna un ordine si paga da solo.",
    },
    "allocation-strategy": {
      title: "Come si divide quello che non basta",
      what: "Se di un prodotto ce n’è meno del richiesto, o l’ultima cassa non è piena.",
    },
    "producer-minimum": {
      title: "Ordine minimo di un’azienda",
      what: "Sotto quanto un’azienda non consegna. Ognuna decide il suo.",
    },
    "checkout-minutes": {
      title: "Tempo alla cassa",
      what: "Per quanto la merce resta tenuta mentre si paga.",
    },
    "dispatch-minutes": {
      title: "Attesa prima di avvisare le aziende",
      what: "Quanto passa fra la chiusura degli ordini e l’avviso a chi prepara.",
    },
    "completion-minutes": {
      title: "Tempo per completare le casse",
      what: "Per quanto, dopo la chiusura, si può ancora aggiungere.",
    },
    "standing-minutes": {
      title: "Quando partono le spese ricorrenti",
      what: "Quanto dopo l’apertura di una settimana diventano ordini.",
    },
    "problem-days": {
      title: "Giorni per segnalare un problema",
      what: "Da quando si riceve la cassetta.",
    },
    "refund-borne-by": {
      title: "Chi paga un problema riconosciuto",
      what: "Da dove viene quello che si restituisce a chi ha segnalato.",
    },
    "order-link-days": {
      title: "Durata del collegamento a un ordine",
      what: "Per quanti giorni chi ordina senza accesso riapre il suo ordine.",
    },
    "guest-contact-days": {
      title: "Dopo quanto si dimenticano i recapiti",
      what: "Nome e indirizzo dati con un ordine, dopo che è finito.",
    },
    "producer-sees-names": {
      title: "Se le aziende leggono i nomi",
      what: "I nomi di chi ha ordinato da loro; gli indirizzi mai.",
    },
    "delivery-sharing": {
      title: "Come i produttori si dividono il costo dei giri",
      what: "In proporzione a quanto ognuno spenderebbe da solo, o per quanto ognuno aggiunge davvero al giro (Shapley, fino a otto produttori).",
    },
    "courier-fairness": {
      title: "Quanto conta dividere le ore tra chi guida",
      what: "Fin quanto può costare ogni ora di lavoro pagata a uno e non a un altro. Zero: conta solo il giro più corto. La pagina dei giri dice quanto è costato.",
    },
    "producer-sales-public": {
      title: "Se le vendite di ogni azienda sono pubbliche",
      what: "Nella pagina Trasparenza, con il suo nome o insieme alle altre.",
    },
    "group-sees-names": {
      title: "Se le famiglie di un gruppo leggono i nomi",
      what: "Chi del gruppo ha ordinato, per le altre famiglie del gruppo.",
    },
    "surplus-reserve": {
      title: "Avanzo alla riserva",
      what: "La parte dell’avanzo che resta alla cooperativa e non si divide mai. Vale per gli esercizi che cominciano dopo.",
    },
    "surplus-mutual-fund": {
      title: "Avanzo al fondo mutualistico",
      what: "La parte dell’avanzo che aiuta altre cooperative. Vale per gli esercizi che cominciano dopo.",
    },
    "share-nominal": {
      title: "Quanto vale una quota",
      what: "Quello che versa chi diventa socio, per ogni quota. La legge dice fra 25 e 500 euro.",
    },
    "rules-by-officers": {
      title: "Che cosa decidono i responsabili da soli",
      what: "Sempre in due. D’urgenza vuol dire per sessanta giorni: poi, senza un voto, torna come prima.",
    },
    statute: { title: "Statuto", what: "Il testo della cooperativa, articolo per articolo." },
  } satisfies Record<RuleKey, RuleWords>,
  choices: {
    "own-cost": "in proporzione a quanto spenderebbe da solo",
    "added-cost": "per quanto ognuno aggiunge al giro",
    "first-come": "vince chi ordina prima",
    proportional: "si riduce a tutti in proporzione",
    "equal-cost": "si riduce a tutti della stessa cifra",
    producer: "l’azienda",
    network: "la rete",
    no: "no",
    yes: "sì",
    "until-first-vote": "tutto, fino al primo voto dei soci; poi solo le urgenze",
    urgently: "solo le urgenze",
    never: "niente",
  } satisfies Record<RuleChoice, string>,
  minutes: (minutes: number) => plural(minutes, { one: "# minuto", other: "# minuti" }),
  hours: (hours: number) => plural(hours, { one: "# ora", other: "# ore" }),
  days: (days: number) => plural(days, { one: "# giorno", other: "# giorni" }),
  ownValue: "ognuna il suo",
  since: (date: string) => `dal ${date}`,
  history: (title: string) => `${title}: la storia`,
  coming: (value: string, date: string) => `Dal ${date}: ${value}`,
  comingVoted: (value: string, date: string, number: string) =>
    `Dal ${date}: ${value}, per la proposta ${number}`,
  overtaken: (number: string) =>
    `La proposta ${number} non entra in vigore: un altro voto ha cambiato questa regola prima.`,
  urgentUntil: (date: string) => `Decisa d’urgenza, fino al ${date}`,
  whose: {
    rules: "Decidono i soci, con un voto",
    statute: "Decidono i soci, come per lo statuto",
    enterprise: "Decide ogni azienda",
  },
  howToChange: "Come si cambia",
  timelock: (days: number) =>
    plural(days, {
      one: "Dal voto all’entrata in vigore passa almeno # giorno.",
      other: "Dal voto all’entrata in vigore passano almeno # giorni.",
    }),
  affects: { producers: "chi vende", buyers: "chi compra", members: "i soci" },
  concerns: (whom: string) => `Riguarda ${whom}.`,
  producersNotice:
    "Chi vende qui lo sa almeno quindici giorni prima (reg. (UE) 2019/1150, art. 3 c.2).",
  between: (least: string, most: string) => `Si può scegliere da ${least} a ${most}.`,
  oneOf: (choices: string) => `Si sceglie fra: ${choices}.`,
  lawLeast: (value: string, article: string) => `La legge non scende sotto ${value} (${article}).`,
  counts: {
    placing: "Per un ordine conta la regola di quando è stato fatto.",
    close: "Per una settimana conta la regola di quando si chiudono gli ordini.",
    now: "Vale dal momento in cui entra in vigore.",
    year: "Per un esercizio conta la regola del suo primo giorno.",
  },
  versions: "La sua storia",
  version: (version: string) => `Versione ${version}`,
  from: (from: string) => `Vale dal ${from}.`,
  fromTo: (from: string, to: string) => `Ha valso dal ${from} al ${to}.`,
  willCount: (from: string) => `Varrà dal ${from}.`,
  neverCounted: "Non ha mai valso: un’altra decisione è venuta prima.",
  decided: {
    setup: "Scritta alla nascita della rete.",
    officers: "Decisa dai responsabili, in due.",
    urgent: (until: string) =>
      `Decisa d’urgenza dai responsabili, in due: vale fino al ${until} se un voto non la conferma.`,
    members: "Decisa dai soci.",
  },
  vote: (number: string) => `Guarda il voto: proposta ${number}`,
  reason: (reason: string) => `Motivo: ${reason}`,
  was: "Prima",
  now: "Dopo",
  check: "Il registro è sigillato a blocchi: chiunque può scaricarlo e rifare il controllo.",
  download: "Scarica il registro",
  law: "Che cosa la legge non lascia votare",
  lawWhy: "Nessun voto va oltre questi limiti.",
  floors: {
    daysEnrolled: (days: string) => `Vota chi è nel libro soci da almeno ${days} giorni.`,
    proxies: (most: string) => `Una persona tiene al massimo ${most} deleghe.`,
    legalPersonVotes: (most: string) => `Una società o un ente ha al massimo ${most} voti.`,
    producersTimelock: (days: string) =>
      `Quello che riguarda chi vende si dice almeno ${days} giorni prima.`,
    reserve: (part: string) => `Almeno il ${part} dell’avanzo va alla riserva.`,
    mutualFund: (part: string) => `Almeno il ${part} dell’avanzo va al fondo mutualistico.`,
    board: (seats: string) => `Chi amministra è almeno in ${seats}.`,
    boardYears: (years: string) => `Chi amministra resta in carica al massimo ${years} anni.`,
  } satisfies Record<LegalFloorName, (bound: string) => string>,
  statute: {
    title: "Statuto",
    description: "Lo statuto della cooperativa, articolo per articolo, con la storia di ognuno.",
    lead: "Il testo in vigore. Un articolo cambia solo con un voto dei soci in assemblea straordinaria, e ogni versione resta leggibile.",
    empty: "Lo statuto non è ancora qui",
    emptyWhy: "I responsabili lo trascrivono alla nascita della rete, articolo per articolo.",
    article: (number: string) => `Articolo ${number}`,
    titled: (number: string, heading: string) => `Art. ${number}. ${heading}`,
    repealed: "Abrogato.",
    version: (version: string, date: string) => `Versione ${version}, dal ${date}`,
    history: (number: string) => `La storia dell’articolo ${number}`,
    whole: "Tutto lo statuto",
    contents: "Gli articoli",
    model:
      "È un testo che il programma conserva e mostra; quello depositato dal notaio è l’originale.",
  },
  diff: {
    title: "Che cosa è cambiato",
    added: "aggiunto:",
    taken: "tolto:",
  },
  ofFee: "Da dove viene questa regola",
  ofOrder: {
    title: "Le regole di questo ordine",
    why: "Quelle di quando è stato fatto: se cambiano dopo, per questo ordine restano queste.",
    rule: (title: string, value: string) => `${title}: ${value}`,
    version: (version: string) => `versione ${version}`,
  },
  price: {
    title: "Il prossimo ordine, prima e dopo",
    caption: (goods: string) => `Un esempio: ${goods} di prodotti, portati a casa.`,
    part: "A chi",
    before: "Oggi",
    after: "Se passa",
    difference: "Differenza",
    parts: {
      producers: "Alle aziende",
      vat: "IVA",
      network: "Alla rete",
      delivery: "Per la consegna",
    },
    total: "Paghi",
    same: "Quello che paghi non cambia: cambia come si divide.",
  },
};

/** The shape that every other language must fill. */
export type RulesTexts = typeof rules;
