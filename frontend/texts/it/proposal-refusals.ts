import type {
  CallRefusal,
  ChallengeRefusal,
  ProposalRefusal,
} from "#domain/governance/refusals.ts";
import { formatFor } from "#frontend/texts/format.ts";

const format = formatFor("it");

type Refusal = ProposalRefusal | CallRefusal | ChallengeRefusal;

/** A sentence for each "no" about proposals, from the facts that come with it. */
export type ProposalRefusalTexts = {
  readonly [Code in Refusal["code"]]: (facts: Extract<Refusal, { code: Code }>) => string;
};

export const proposalRefusals: ProposalRefusalTexts = {
  "proposal-misfit": ({ why }) =>
    ({
      method: "Con queste regole di voto non si decide una cosa del genere: scegline altre.",
      actions: "Le modifiche alle regole non corrispondono al tipo di proposta.",
      options: "Le scelte non bastano, o qui si risponde solo sì o no.",
      "option-twice": "Due scelte hanno lo stesso codice.",
      costs: "Ogni progetto deve avere un costo, entro la somma da dividere.",
      "policy-unreadable": "Il nuovo regolamento di voto non si legge.",
    })[why],
  "policy-unknown": ({ policy }) => `Non esiste un regolamento di voto «${policy}».`,
  "proposal-not-now": ({ state }) =>
    ({
      draft: "La proposta è ancora una bozza.",
      endorsing: "La proposta sta ancora raccogliendo sostegni.",
      discussion: "La proposta è ancora in discussione.",
      noticed: "La votazione è già convocata.",
      open: "Si sta già votando.",
      extended: "Si sta già votando.",
      closed: "La votazione è chiusa e si sta contando.",
      challenge: "Il risultato può ancora essere contestato: prima si aspetta.",
      "no-quorum": "Alla prima chiamata non c’erano abbastanza voti.",
      rejected: "La proposta è stata respinta.",
      passed: "La proposta è stata approvata.",
      queued: "La proposta è stata approvata e aspetta di entrare in vigore.",
      executed: "La proposta è già in vigore.",
      withdrawn: "La proposta è stata ritirata.",
      superseded: "La proposta è stata sostituita da un’altra.",
      vetoed: "La proposta è stata fermata da chi controlla.",
      expired: "La proposta è scaduta senza entrare in vigore.",
      annulled: "La votazione è stata annullata: ne serve un’altra.",
    })[state],
  "text-changed": () => "Il testo è cambiato nel frattempo: rileggilo e riprova.",
  "not-the-author": () => "Lo può fare solo chi ha scritto la proposta.",
  "member-suspended": () => "Finché sei sospeso non puoi intervenire nelle proposte.",
  "endorsed-already": () => "L’hai già sostenuta.",
  "endorsement-own": () => "Chi propone non si sostiene da solo: servono altri soci.",
  "comment-hidden": () => "Il commento è già nascosto.",
  "amendment-decided": () => "A questo emendamento è già stato risposto.",
  "amendment-outdated": () =>
    "Il testo è cambiato dopo l’emendamento: va riscritto sul testo di adesso.",
  "discussion-not-over": ({ until }) =>
    `Se ne discute ancora fino a ${format.dayAndHour(until)}: dopo si può convocare il voto.`,
  "notice-too-short": ({ earliest }) =>
    `I soci devono avere il tempo di leggere: si vota al più presto ${format.dayAndHour(earliest)}.`,
  "notice-too-long": ({ latest }) => `La votazione deve aprire entro ${format.dayAndHour(latest)}.`,
  "nobody-may-vote": () => "In quel giorno nessun socio potrebbe votare.",
  "weights-not-shared": ({ least }) =>
    `In un voto segreto ogni peso deve essere di almeno ${least} soci, altrimenti si capisce chi ` +
    "ha votato che cosa.",
  "weights-not-alike": () =>
    "In un voto con gettoni ogni voto pesa lo stesso, e qui ci sono soci il cui voto pesa altrimenti.",
  "token-key-needed": () => "La chiave dei gettoni non è ancora pronta: riprova.",
  "challenge-over": ({ until }) =>
    `Il risultato si poteva contestare fino a ${format.dayAndHour(until)}.`,
  "challenge-decided": () => "A questa contestazione è già stato risposto.",
};
