import type { AssemblyRefusal, OfficeRefusal } from "#domain/governance/assembly/refusals.ts";

type Refusal = AssemblyRefusal | OfficeRefusal;

/** A sentence for each "no" about assemblies and offices, from the facts that come with it. */
export type AssemblyRefusalTexts = {
  readonly [Code in Refusal["code"]]: (facts: Extract<Refusal, { code: Code }>) => string;
};

export const assemblyRefusals: AssemblyRefusalTexts = {
  "general-without-delegates": () =>
    "Un’assemblea separata elegge delegati per una generale che ne dice il numero (art. 2540 c.c.).",
  "agenda-empty": () => "L’ordine del giorno è vuoto: scrivi che cosa si decide.",
  "assembly-too-soon": ({ days }) =>
    `La convocazione parte almeno ${days} giorni prima (art. 2366 c.c.).`,
  "second-call-misplaced": ({ most }) =>
    `La seconda convocazione è in un altro giorno, entro ${most} giorni dalla prima (art. 2369 c.c.).`,
  "assembly-elsewhere": () => "In questo momento dell’assemblea non si può fare.",
  "not-of-the-assembly": () =>
    "Non può partecipare: non è tra i soci con diritto di voto, o non è presente.",
  "present-already": () => "Risulta già presente.",
  "holder-not-there": () => "Chi rappresenta altri deve essere presente di persona.",
  "too-few-present": ({ present, needed }) => `Siete in ${present}: ne servono ${needed}.`,
  "assembly-changed": () => "Qualcun altro l’ha cambiata nel frattempo: rileggi e riprova.",
  "minutes-changed": () => "Il verbale è cambiato nel frattempo: rileggilo e riprova.",
  "minutes-sealed": () => "Il verbale è sigillato: non si cambia più.",
  "not-electable": () => "Può essere eletto solo chi è socio con diritto di voto.",
  "term-too-long": ({ most }) => `Una carica dura al massimo ${most} anni (art. 2542 c.c.).`,
  "office-held": () => "In quel periodo ha già questa carica.",
  "term-ended": () => "Questa carica è già finita, o non era ancora cominciata.",
};
