import type { AccessRefusal, TokenRefusal } from "#domain/access/refusals.ts";
import type { CatalogueRefusal } from "#domain/catalogue/refusals.ts";
import type { RuleRefusal } from "#domain/governance/refusals.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import { formatFor } from "#frontend/texts/format.ts";

const format = formatFor("it");

/** Every "no" of the rules: each area adds its own. */
type Refusal =
  | AccessRefusal
  | CatalogueRefusal
  | CycleRefusal
  | NetworkRefusal
  | RuleRefusal
  | TokenRefusal;

/** A sentence for each code, from the facts that come with it. */
type Said = {
  readonly [Code in Refusal["code"]]: (facts: Extract<Refusal, { code: Code }>) => string;
};

/** Why something was refused, in words that say what to do next where something can be done. */
export const refusals = {
  "not-signed-in": () => "Per questo bisogna entrare con le proprie credenziali.",
  "not-allowed": () => "Le tue credenziali non permettono questa operazione.",
  "not-found": () => "Non c’è, o non è tuo.",
  "grant-misfit": () => "Questo ruolo vale per tutta la rete, oppure gli manca di chi è.",
  "grant-subject-missing": () => "Il ruolo è su qualcosa che non esiste.",
  "expiry-passed": () => "La scadenza è già passata.",
  "last-officer": () => "È l’ultima credenziale di amministrazione: prima creane un’altra.",
  "network-exists": () => "La rete è già stata avviata.",
  "vat-number-taken": ({ vatNumber }) => `La partita IVA ${vatNumber} è già registrata.`,
  "name-taken": ({ name }) => `Il nome «${name}» è già in uso.`,
  "slot-taken": () => "Questa fascia oraria c’è già.",
  "certification-registered": ({ number }) => `Il certificato ${number} è già registrato.`,
  "not-in-group": () => "La famiglia non fa parte di questo gruppo.",
  "category-loop": () => "Uno scaffale non può stare dentro sé stesso.",
  "not-a-producer": () => "L’azienda non è registrata fra chi produce.",
  "not-a-hub": () => "L’azienda non è registrata come magazzino.",
  "sku-taken": ({ sku }) => `Il codice ${sku} è già di un’altra confezione.`,
  "nominal-weight-misfit": () =>
    "Il peso indicativo serve ai pezzi di peso variabile, e solo a loro.",
  "least-not-in-steps": () => "La quantità minima deve essere fatta di passi interi.",
  "pool-unknown": () => "La scorta indicata non è di questa azienda.",
  "variant-unknown": () => "Una delle confezioni non è più in vendita.",
  "stock-reserved": ({ reservedMilli }) =>
    `Ne sono già prenotati ${format.amount(reservedMilli)}: non si può scendere sotto.`,
  "rule-unknown": ({ key }) => `Non esiste una regola «${key}».`,
  "rule-out-of-bounds": ({ least, most }) => `Il valore deve stare fra ${least} e ${most}.`,
  "rule-not-a-choice": ({ choices }) => `Si può scegliere solo fra: ${choices.join(", ")}.`,
  "rule-changed": () => "La regola è cambiata nel frattempo: ricarica e riprova.",
  "rule-backdated": () => "Una regola non può valere per il passato.",
  "cycle-state": () => "Il ciclo non è in uno stato che lo permette.",
  "cycle-times": () => "La chiusura deve venire dopo l’apertura, e non può essere già passata.",
  "cycle-code-taken": ({ cycleCode }) => `C’è già un ciclo ${cycleCode}.`,
  "cycle-without-offers": () => "Nessun prodotto da offrire: prima mettili in listino.",
  "stock-taken": () => "Nel frattempo la scorta è andata ad altri: il ciclo non si può riaprire.",
  "shortage-not-whole": () => "Qui mancano pezzi interi.",
  "line-not-weighed": () => "Questa riga non si paga a peso.",
  "line-twice": () => "La stessa riga compare due volte.",
  "order-settled": () => "L’ordine è già stato addebitato.",
  "order-handed-out": () => "La cassetta è già stata ritirata.",
} satisfies Said;

/** The shape that every other language must fill. */
export type RefusalTexts = Said;
