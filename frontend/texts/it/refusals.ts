import type { NotEligible } from "#domain/governance/electorate/eligibility.ts";
import type {
  AccessRefusal,
  EnterpriseGrantRefusal,
  AddressRefusal,
  PeopleRefusal,
  PrivacyRefusal,
  RecoveryRefusal,
  SecondRefusal,
  PasskeyRefusal,
  SignInRefusal,
  TokenRefusal,
} from "#domain/access/refusals.ts";
import type { CatalogueRefusal, PhotoRefusal } from "#domain/catalogue/refusals.ts";
import type { AssemblyRefusal, OfficeRefusal } from "#domain/governance/assembly/refusals.ts";
import type { BallotRefusal, Unfit } from "#domain/governance/ballots/refusals.ts";
import type { BallotFileRefusal } from "#domain/governance/counting/refusals.ts";
import type {
  CallRefusal,
  ChallengeRefusal,
  ExecutionRefusal,
  PolicyRefusal,
  ProposalRefusal,
  ProxyRefusal,
  RuleRefusal,
} from "#domain/governance/refusals.ts";
import type { MembershipRefusal, ShareRefusal } from "#domain/membership/refusals.ts";
import type { PlanRefusal } from "#domain/delivery/refusals.ts";
import type { RoundsRefusal } from "#domain/delivery/rounds/refusals.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import type { LetterRefusal } from "#domain/notices/refusals.ts";
import type { CycleRefusal, OrderRefusal, ProblemRefusal } from "#domain/orders/refusals.ts";
import type { PaymentRefusal } from "#domain/payments/refusals.ts";
import { formatFor } from "#frontend/texts/format.ts";
import { lawWords } from "#frontend/texts/law-words.ts";
import { assemblyRefusals } from "./assembly-refusals.ts";
import { proposalRefusals } from "./proposal-refusals.ts";
import { rules } from "./rules.ts";

const format = formatFor("it");

/** Why somebody is not in the electorate, as the notice found. */
const WHY_NOT: Readonly<Record<NotEligible | "not-in-the-book", string>> = {
  "not-in-the-book": "all’avviso non eri nel libro soci",
  "not-a-member": "all’avviso non eri ancora socio",
  suspended: "all’avviso eri sospeso",
  left: "all’avviso non eri più socio",
  "class-without-vote": "la tua categoria di soci non vota",
  "not-on-the-board": "il consiglio vota, e all’avviso non ne facevi parte",
  "in-arrears": "all’avviso una quota scaduta non era pagata",
  "enrolled-too-late": "all’apertura non sei nel libro soci da abbastanza giorni",
};

/** What is wrong with a ballot, so that its reader can set it right. */
const UNFIT: Readonly<Record<Unfit, string>> = {
  "of-another-method": "La scheda non è di questo voto: ricarica la pagina e votala di nuovo.",
  "option-unknown": "La scheda nomina qualcosa che non è in questo voto.",
  "option-twice": "La scheda nomina la stessa scelta due volte.",
  "score-off-scale": "I punti vanno da 0 a 5, interi.",
  "rank-off-scale": "I posti si contano da 1, con numeri interi.",
  "objection-without-reason": "Un’obiezione ha bisogno di un motivo, in al massimo 2000 caratteri.",
};

/** Every "no" of the rules: each area adds its own. */
type Refusal =
  | AccessRefusal
  | AssemblyRefusal
  | BallotFileRefusal
  | BallotRefusal
  | CatalogueRefusal
  | CycleRefusal
  | LetterRefusal
  | MembershipRefusal
  | ShareRefusal
  | PlanRefusal
  | EnterpriseGrantRefusal
  | NetworkRefusal
  | OfficeRefusal
  | OrderRefusal
  | PasskeyRefusal
  | PaymentRefusal
  | AddressRefusal
  | PeopleRefusal
  | PhotoRefusal
  | PrivacyRefusal
  | ProblemRefusal
  | RoundsRefusal
  | RecoveryRefusal
  | PolicyRefusal
  | ProxyRefusal
  | RuleRefusal
  | ExecutionRefusal
  | ProposalRefusal
  | CallRefusal
  | ChallengeRefusal
  | SecondRefusal
  | SignInRefusal
  | TokenRefusal;

/** A "no" of the edge, before any rule is asked: it has no facts that a reader needs. */
type EdgeCode =
  | "malformed-json"
  | "not-json"
  | "too-large"
  | "address-too-long"
  | "cookies-too-long"
  | "too-many-requests"
  | "invalid-input"
  | "key-missing"
  | "key-reused"
  | "answer-erased"
  | "foreign-origin"
  | "changed-meanwhile"
  | "neighbour-failed"
  | "no-such-page";

/** A sentence for each code, from the facts that come with it. */
type Said = { readonly [Code in EdgeCode]: () => string } & {
  readonly [Code in Refusal["code"]]: (facts: Extract<Refusal, { code: Code }>) => string;
};

/** Why no vote could be held by a policy, or believed. */
const IMPOSSIBLE: Readonly<Record<string, string>> = {
  "revote-is-for-open-ballots":
    "Una scheda segreta non porta nome, quindi non si può cambiare: togli «si può cambiare il voto».",
  "own-ballot-over-proxy-is-for-open-ballots":
    "Con il voto segreto non si sa quale scheda è di chi: chi ha dato una delega non può votare lo stesso.",
  "method-counts-heads": "Questo modo di votare conta le persone: ogni socio ha un voto solo.",
  "secret-weights-of-their-own":
    "Con voti secondo lo scambio ogni scheda direbbe di chi è: il voto non può essere segreto.",
  seats: "I posti da riempire sono almeno uno, e uno solo se si risponde sì o no.",
  share: "Una quota va da niente a tutto, e più di tutto non si può chiedere.",
  times: "Convocazione e voto durano almeno un giorno.",
  proxies: "Il numero delle deleghe è un numero intero.",
  colleges:
    "I collegi sono almeno tre, ognuno fra un decimo e metà dei voti, e servono a dire sì o no.",
};

/** Why something was refused, in words that say what to do next where something can be done. */
export const refusals = {
  "malformed-json": () => "La richiesta non è scritta come serve.",
  "not-json": () => "La richiesta non è nel formato che serve.",
  "too-large": () => "La richiesta è troppo grande.",
  "address-too-long": () => "L’indirizzo è troppo lungo: riparti dalle nostre pagine.",
  "cookies-too-long": () =>
    "Il browser ha mandato troppi dati insieme: cancella i cookie di questo sito e riprova.",
  "too-many-requests": () => "Troppe richieste in poco tempo: riprova fra qualche secondo.",
  "invalid-input": () => "Qualcosa nel modulo non si legge: controlla e riprova.",
  "key-missing": () => "Il modulo è scaduto: ricarica la pagina e riprova.",
  "key-reused": () => "Questo modulo è già stato inviato: ricarica la pagina per farne un altro.",
  "foreign-origin": () => "La richiesta viene da un altro sito: riparti dalle nostre pagine.",
  "changed-meanwhile": () => "Nel frattempo è cambiato qualcosa: ricontrolla e riprova.",
  "neighbour-failed": () =>
    "Un servizio di cui abbiamo bisogno non risponde. Riprova fra poco: lo stesso ordine non parte due volte.",
  "no-such-page": () => "Questa pagina non c’è.",
  "basket-of-another-week": ({ deliveryDay, products }) =>
    `La cassetta è per la consegna ${format.day(deliveryDay)} e ha già ${format.plural(products, {
      one: "# prodotto",
      other: "# prodotti",
    })}. Una cassetta vale per una consegna sola.`,
  "cycle-not-open": ({ opensAt }) => `Gli ordini aprono ${format.dayAndHour(opensAt)}.`,
  "cycle-closed": ({ closedAt }) => `Gli ordini sono chiusi da ${format.dayAndHour(closedAt)}.`,
  "cycle-not-for-group": () => "Questa settimana di vendita non è aperta al tuo gruppo.",
  "completion-only-more": () =>
    "Gli ordini sono chiusi e si completano solo le casse: si può aggiungere, non togliere.",
  "completion-box-full": ({ leftMilli }) =>
    leftMilli === 0
      ? "Gli ordini sono chiusi e questa cassa è già piena: si completano solo quelle che non lo sono."
      : `Gli ordini sono chiusi e si completano solo le casse: di questo se ne possono aggiungere ${format.amount(leftMilli)}.`,
  "completion-times": ({ latest }) =>
    `Il completamento deve finire più tardi di adesso, ed entro ${format.dayAndHour(latest)}.`,
  "nothing-to-complete": () =>
    "Tutte le casse sono piene e tutte le aziende hanno raggiunto il minimo: non c’è niente da completare.",
  "offer-unknown": () => "Questo prodotto non è sul banco di questa settimana.",
  "offer-withdrawn": () => "L’azienda ha ritirato questo prodotto.",
  "quantity-not-in-steps": ({ stepMilli, leastMilli }) =>
    `Si ordina a passi di ${format.amount(stepMilli)}, almeno ${format.amount(leastMilli)}.`,
  "short-stock": ({ leftMilli }) =>
    leftMilli === 0
      ? "È finito: l’ha preso qualcun altro. Non è stato ordinato né pagato niente."
      : `Ne restano ${format.amount(leftMilli)}: abbassa la quantità. Non è stato ordinato né pagato niente.`,
  "wallet-floor": ({ balanceAfterCents, floorCents }) =>
    `Il credito scenderebbe a ${format.money(balanceAfterCents)}, e il minimo è ${format.money(floorCents)}. Ricarica, o paga in un altro modo.`,
  "not-paid-at-pickup": () => "Questo ordine non si paga al ritiro: qui non serve denaro.",
  "order-paid": ({ paidCents }) => `Questo ordine è già pagato: ${format.money(paidCents)}.`,
  "deposit-too-high": () => "La cauzione da rendere è più alta di tutte quelle versate.",
  "nothing-due": () => "Di questo ordine non resta niente da pagare.",
  "due-differs": ({ dueCents }) =>
    `Restano da pagare ${format.money(dueCents)}: né di più né di meno.`,
  "effect-not-failed": () => "Questo invio non è fallito, o è già stato ripreso.",
  "wallet-missing": () => "Questa famiglia non ha un credito: paga in un altro modo.",
  "order-empty": () => "La cassetta è vuota: scegli almeno un prodotto.",
  "order-exists": () => "C’è già un ordine di questa famiglia: cambialo invece di farne un altro.",
  "order-cancelled": () => "Questo ordine è stato annullato.",
  "line-unknown": () => "Questa riga non è nell’ordine.",
  "shift-overlaps": () =>
    "Questo mezzo è già in un turno a quell’ora: scegli un altro orario o mezzo.",
  "vehicle-retired": () => "Questo mezzo non è più in uso: scegline un altro.",
  "shift-not-that-day": () =>
    "Un turno comincia nel giorno di consegna, finisce dopo che è cominciato ed entro il mezzogiorno dopo.",
  "rounds-too-early": () => "I giri si fanno quando gli ordini sono chiusi.",
  "rounds-over": () => "Questa settimana è già stata consegnata: i suoi giri restano come sono.",
  "rounds-without-hub": () =>
    "Nessuno ha detto dov’è il magazzino: scrivi le sue coordinate nella sua scheda.",
  "rounds-without-shift": () => "Nessuno guida in questa settimana: aggiungi almeno un turno.",
  "rounds-without-stops": () => "Non c’è niente da portare né da raccogliere.",
  "round-stop-told": () => "Di questa tappa era già stato detto com’è andata.",
  "round-stop-unknown": () => "Questa tappa non è nei giri di questa settimana.",
  "slot-full": () =>
    "Questa fascia oraria si è appena riempita: scegline un’altra. Non è stato ordinato niente.",
  "place-full": () =>
    "Questo punto di ritiro è al completo per questa settimana: scegline un altro. Non è stato ordinato niente.",
  "place-unknown": () =>
    "Questo punto di ritiro, o questo orario, non è disponibile: scegline un altro.",
  "address-missing": () => "Per la consegna a casa serve l’indirizzo.",
  "contact-missing": () => "Scrivi come ti chiami e dove mandarti la conferma.",
  "payment-declined": ({ amountCents }) =>
    `La banca non ha accettato la carta per ${format.money(amountCents)}. Non è stato ordinato né pagato niente: usane un’altra, o paga alla consegna.`,
  "not-signed-in": () => "Per questo bisogna entrare con le proprie credenziali.",
  "not-allowed": () => "Le tue credenziali non permettono questa operazione.",
  "passkey-needed": () =>
    "Per questo serve la tua passkey: conferma con l’impronta, il volto o il codice del dispositivo.",
  "passkey-refused": () =>
    "La passkey non è stata riconosciuta. Riprova dalla pagina da cui sei partito.",
  "invitation-spent": () =>
    "Questo invito è già stato usato o è scaduto. Chiedine un altro a chi te l’ha mandato.",
  "code-wrong": ({ triesLeft }) =>
    triesLeft === 0
      ? "Il codice non è giusto, ed era l’ultima prova: chiedine un altro."
      : `Il codice non è giusto. Ricontrolla la lettera: puoi provare ancora ${triesLeft === 1 ? "una volta" : `${triesLeft} volte`}.`,
  "code-spent": () => "Questo codice non vale più. Chiedine un altro.",
  "access-suspended": () =>
    "Il tuo accesso è sospeso. Scrivi alla rete per sapere perché e come riaverlo.",
  "last-passkey": () =>
    "È la tua ultima passkey e il tuo incarico ne ha bisogno: aggiungine prima un’altra.",
  "second-person-needed": () =>
    "Per questo serve la firma di due responsabili. Chiedi a un’altra persona di confermare la tua richiesta.",
  "acts-paused": ({ until }) =>
    `Dopo il recupero dell’accesso le firme sono sospese fino al ${format.dayAndHour(until)}. Fino ad allora puoi leggere e ordinare.`,
  "not-found": () => "Non c’è, o non è tuo.",
  "not-granted": () => "L’azienda non ha dato questo permesso: può darlo chi la rappresenta.",
  "enterprise-grant-misfit": () =>
    "Questo permesso non va d’accordo con quello che una delle due aziende fa nella rete.",
  "grant-misfit": () => "Questo ruolo vale per tutta la rete, oppure gli manca di chi è.",
  "grant-subject-missing": () => "Il ruolo è su qualcosa che non esiste.",
  "expiry-passed": () => "La scadenza è già passata.",
  "last-officer": () =>
    "Resterebbe la rete senza chi la amministra: prima serve un altro responsabile con la sua passkey.",
  "address-taken": () =>
    "Questo indirizzo è già di una persona della rete: dalle il ruolo che serve.",
  "person-enrolled": () =>
    "Questa persona ha già una passkey. Se l’ha persa, può recuperare l’accesso da sé.",
  "person-suspended": () => "Questa persona è sospesa: prima va riammessa.",
  "person-without-address": () =>
    "Di questa persona non c’è un indirizzo a cui scrivere: dalle la passkey di persona.",
  "role-held": () => "Questa persona ha già questo ruolo.",
  "not-on-yourself": () => "Questo non si fa per sé: chiedilo a un altro responsabile.",
  "officer-unknown": () => "Non si capisce quale responsabile: scrivi il suo indirizzo.",
  "officer-can-act": () => "Un altro responsabile ha la sua passkey: chiedi a lui.",
  "recovery-over": () => "I tre giorni sono passati: parla subito con chi amministra la rete.",
  "address-in-use": () => "Questo indirizzo è già di un’altra persona.",
  "address-confirmed": () => "Questo indirizzo è già confermato.",
  "last-address": () => "È il tuo ultimo indirizzo: prima aggiungine e confermane un altro.",
  "act-needs-no-second": () => "Per questo non serve una seconda firma.",
  "countersignature-closed": () =>
    "La richiesta di firma è scaduta, è stata ritirata o è già firmata da altri.",
  "countersignature-own": () => "Non si firma la propria richiesta: serve un’altra persona.",
  "network-exists": () => "La rete è già stata avviata.",
  "vat-number-taken": ({ vatNumber }) => `La partita IVA ${vatNumber} è già registrata.`,
  "name-taken": ({ name }) => `Il nome «${name}» è già in uso.`,
  "slot-taken": () => "Questa fascia oraria c’è già.",
  "certification-registered": ({ number }) => `Il certificato ${number} è già registrato.`,
  "group-taken": () => "La famiglia è già in un gruppo: prima deve lasciarlo.",
  "group-asked": () => "La famiglia aspetta già una risposta: prima ritira quella richiesta.",
  "group-request-ended": () => "A questa richiesta è già stato risposto, o è stata ritirata.",
  "group-order-open": () =>
    "La famiglia ha un ordine che non è ancora concluso: può lasciare il gruppo quando è pagato.",
  "group-coordinator-stays": () =>
    "Chi coordina il gruppo non può lasciarlo: prima la rete affida il coordinamento a un’altra famiglia.",
  "reminder-sent": () => "Il promemoria per questo ciclo è già partito: ne parte uno solo.",
  "nobody-missing": () => "Non c’è nessuno a cui ricordarlo: chi ha un indirizzo ha già ordinato.",
  "standing-not-in-steps": () => "Una quantità non è fra quelle che si possono ordinare.",
  "not-in-group": () => "La famiglia non fa parte di questo gruppo.",
  "category-loop": () => "Uno scaffale non può stare dentro sé stesso.",
  "not-a-producer": () => "L’azienda non è registrata fra chi produce.",
  "not-a-hub": () => "L’azienda non è registrata come magazzino.",
  "photo-going": () => "La stessa foto sta andando via proprio ora: riprova tra un minuto.",
  "photo-too-heavy": () => "La foto pesa troppo: al massimo 1 MB.",
  "photo-too-large": ({ mostSide }) =>
    `La foto è troppo grande: al massimo ${mostSide} punti per lato.`,
  "photo-kind-unknown": () => "Il file non è una foto JPEG o WebP.",
  "photo-broken": () => "La foto è rovinata o incompleta: salvala di nuovo e riprova.",
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
  "policy-impossible": ({ why }) => IMPOSSIBLE[why] ?? "Con questo regolamento non si può votare.",
  "below-legal-floor": (floor) =>
    `La legge non lo permette. ${lawWords(rules.floors, format, floor)}`,
  "vote-not-open": ({ opensAt }) => `Questo voto si apre ${format.dayAndHour(opensAt)}.`,
  "vote-closed": ({ closedAt }) => `Questo voto si è chiuso ${format.dayAndHour(closedAt)}.`,
  "vote-cast-otherwise": ({ secrecy }) =>
    secrecy === "open"
      ? "Questo voto è palese: la scheda porta il nome di chi vota."
      : "Questo voto è segreto: la scheda si deposita senza nome.",
  "not-in-electorate": ({ why }) => `In questo voto non puoi votare: ${WHY_NOT[why]}.`,
  "proxy-missing": () => "Per questo socio non tieni una delega.",
  "ballot-cast-already": () => "Il voto di questo socio è già nell’urna e non si cambia.",
  "ballot-cast-by-other": () =>
    "Per questo socio ha già votato qualcun altro: chi tiene la delega, o il socio stesso.",
  "token-misfit": () => "Il gettone è fatto per un altro voto: ricarica la pagina e riprova.",
  "token-given-already": () =>
    "Il gettone di questo voto è già stato dato, e ce n’è uno solo: sta nel browser che l’ha chiesto.",
  "token-not-signed": () => "Questo gettone non è firmato per questo voto.",
  "token-used": () => "Con questo gettone si è già votato: la scheda resta.",
  "tracker-taken": () => "Questo codice è già di un’altra scheda: ricarica la pagina e riprova.",
  "tracker-in-key": () => "La richiesta legherebbe la scheda a chi la manda: ricarica la pagina.",
  "papers-too-few": ({ least }) =>
    `Le schede di carta di un voto segreto si registrano in almeno ${least} alla volta.`,
  "papers-of-voters": ({ memberIds }) =>
    `Di ${memberIds.length} di questi soci c’è già una scheda: togliete le loro dalla lista.`,
  "papers-uneven": () => "Le schede devono essere tante quanti i soci che hanno votato.",
  "papers-unsorted": () =>
    "Le schede di un voto segreto, e i soci che le hanno scritte, si registrano ciascuno in ordine.",
  "papers-unlike": () =>
    "Soci con voti di peso o categoria diversi si registrano in liste separate.",
  "roll-call-later": ({ closesAt }) =>
    `Chi ha votato cosa si legge dopo la chiusura, ${format.dayAndHour(closesAt)}.`,
  "choice-unfit": ({ why }) => UNFIT[why],
  "proxy-not-foreseen": () => "In questo voto non ci sono deleghe.",
  "proxy-not-eligible": ({ who }) =>
    who === "giver"
      ? "Chi delega non può votare qui."
      : "Chi riceve la delega deve essere un’altra persona che può votare qui.",
  "proxy-excluded": () => "Chi amministra, controlla o lavora qui non riceve deleghe.",
  "proxy-too-many": ({ most }) => `Una persona tiene al massimo ${most} deleghe.`,
  "proxy-chained": () => "Chi ha dato o ricevuto una delega non la passa ad altri.",
  "proxy-given-already": () => "Hai già dato una delega: ritirala, poi dalla di nuovo.",
  "proxy-revoked-already": () => "Questa delega è già stata ritirata.",
  ...assemblyRefusals,
  "proxy-used": () => "Chi ha la tua delega ha già votato: la scheda resta.",
  ...proposalRefusals,
  "rule-changed": () => "La regola è cambiata nel frattempo: ricarica e riprova.",
  "rule-backdated": () => "Una regola non può valere per il passato.",
  "rule-needs-vote": ({ policy }) =>
    policy === "statute"
      ? "Questo lo decidono i soci, con un voto come per lo statuto."
      : "Questa regola la decidono i soci, con un voto.",
  "rule-urgency-over": ({ since }) =>
    `I responsabili l’hanno già decisa d’urgenza, fino al ${format.date(since)}: ora tocca ai soci.`,
  "action-misfit": ({ key }) =>
    `La proposta cambia «${key}» due volte, o in un modo che non esiste.`,
  "action-of-another-policy": ({ key }) =>
    `«${key}» si decide in un altro modo: con un voto come per lo statuto, o non con un voto.`,
  "proposal-not-executable": ({ from }) =>
    from === null
      ? "Questa proposta non ha niente da far entrare in vigore."
      : `Questa proposta entra in vigore dal ${format.date(from)}, non prima.`,
  "blt-unreadable": ({ line }) => `La riga ${line} del file BLT non rispetta il formato.`,
  "profile-unreadable": ({ field }) => `Nel file delle schede non si legge il campo «${field}».`,
  "cycle-state": () => "Il ciclo non è in uno stato che lo permette.",
  "cycle-times": () => "La chiusura deve venire dopo l’apertura, e non può essere già passata.",
  "cycle-code-taken": ({ cycleCode }) => `C’è già un ciclo ${cycleCode}.`,
  "cycle-without-offers": () => "Nessun prodotto da offrire: prima mettili in listino.",
  "stock-taken": () => "Nel frattempo la scorta è andata ad altri: il ciclo non si può riaprire.",
  "shortage-not-whole": () => "Qui mancano pezzi interi.",
  "line-not-weighed": () => "Questa riga non si paga a peso.",
  "line-twice": () => "La stessa riga compare due volte.",
  "answer-erased": () => "La risposta di allora conteneva dati che sono stati cancellati.",
  "consent-not-optional": () => "Questo uso fa parte del servizio: non si può togliere da solo.",
  "consent-text-changed": () => "Il testo è cambiato nel frattempo: rileggilo e scegli di nuovo.",
  "sign-in-anew": () => "Per sicurezza esci, rientra con un nuovo codice e chiedilo subito dopo.",
  "member-already": () => "Risulti già socio, o la tua domanda aspetta già una risposta.",
  "tax-code-wrong": () => "Il codice fiscale non torna: controlla lettere e numeri.",
  "tax-code-taken": () => "Con questo codice fiscale c’è già un socio, o una domanda in attesa.",
  "identity-misfit": ({ field }) =>
    `Al libro soci manca un dato, o uno non va d’accordo con gli altri: ${field}.`,
  "too-young": ({ years }) => `Per diventare soci servono ${years} anni compiuti.`,
  "enterprise-not-own": () => "Questa azienda non è fra quelle per cui agisci.",
  "membership-misfit": () =>
    "Così come sta ora l’iscrizione, questo non si può fare. Ricarica la pagina.",
  "refusal-late": ({ until }) =>
    `Il consiglio poteva rifiutare fino al ${format.dayAndHour(until)} (art. 2528 c.c.): ora può solo ammettere.`,
  "appeal-late": ({ until }) =>
    `All’assemblea ci si poteva rivolgere fino al ${format.dayAndHour(until)} (art. 2528 c.c.).`,
  "opposition-late": ({ until }) =>
    `Ci si poteva opporre fino al ${format.dayAndHour(until)} (art. 2533 c.c.).`,
  "payment-not-demanded": ({ until }) =>
    until === null
      ? "Prima va chiesto il pagamento, con un sollecito scritto (art. 2531 c.c.)."
      : `Chi deve pagare ha tempo fino al ${format.dayAndHour(until)}.`,
  "not-in-arrears": () => "Non ci sono versamenti scaduti.",
  "share-limit": ({ most }) =>
    `Una persona può avere quote fino a 100.000 euro (art. 2525 c.c.): ne restano ${format.money(most)}.`,
  "instalments-too-many": ({ most }) => `Le rate sono al massimo ${most}.`,
  "share-overpaid": ({ most }) => `Da versare restano ${format.money(most)}, non di più.`,
  "shares-unpaid": ({ unpaid }) =>
    `Prima le quote vanno versate per intero: mancano ${format.money(unpaid)}.`,
  "too-few-shares": ({ held }) => `Le quote sono ${held}.`,
  "still-a-member": () => "Le quote si rimborsano a chi è uscito dal libro soci.",
  "loss-too-large": ({ most }) => `Le perdite non superano quanto versato: ${format.money(most)}.`,
  "nothing-owed": ({ most }) => `Da rimborsare ci sono ${format.money(most)}, non di più.`,
  "reserves-short": () => "Le riserve non bastano per questa rivalutazione.",
  "transfer-waiting": ({ freeOn }) =>
    `Il consiglio può ancora rispondere: senza risposta la cessione è libera dal ${format.day(freeOn)}.`,
  "transfer-free": ({ freeOn }) =>
    `Il consiglio poteva rispondere fino al ${format.day(freeOn)}: ora la cessione è libera (art. 2530 c.c.).`,
  "transfer-open": () => "C’è già una cessione che aspetta una risposta.",
  "transfer-ended": () => "Questa cessione è già conclusa.",
  "transfer-not-accepted": () => "Chi riceve le quote non ha ancora detto di sì.",
  "transfer-accepted": () => "Hai già accettato queste quote.",
  "receiver-not-a-member": () => "Le quote possono passare solo a chi è nel libro soci.",
  "settle-first": ({ openOrders, wallets, dues, memberships }) =>
    `Prima vanno chiusi i conti. Ordini in corso: ${openOrders.length}; portafogli da svuotare: ` +
    `${wallets.length}; pagamenti da saldare: ${dues.length}; ` +
    `posti nel libro soci da lasciare: ${memberships.length}.`,
  "round-unreadable": ({ field, expected }) =>
    `Il giro da pianificare non si legge: «${field}» dovrebbe essere ${expected}.`,
  "plan-unsound": ({ complaints }) =>
    `Questo piano non si può guidare così com’è, e non lo salviamo: ${complaints}.`,
  "plan-not-better": ({ version }) => `La versione ${version} è già almeno altrettanto buona.`,
  "plan-not-measured": () => "Stiamo ancora calcolando le distanze: riprova fra un minuto.",
  "plan-set-aside": () => "Questo piano è stato messo da parte: chiedine uno nuovo.",
  "plan-changed": () => "Nel frattempo il giro è cambiato: leggi la versione nuova.",
  "plan-acknowledged": ({ version }) => `La versione ${version} di questo giro è già confermata.`,
  "letter-waiting": () => "È ancora in attesa di partire: non serve mandarla di nuovo.",
  "letter-forgotten": () =>
    "Non abbiamo più il testo o l’indirizzo di questa lettera: ne serve una nuova.",
  "news-unsigned": () => "La notizia non è firmata da chi porta la nostra posta.",
  "order-settled": () => "L’ordine è già stato addebitato.",
  "order-handed-out": () => "La cassetta è già stata ritirata.",
  "order-not-handed-out": () =>
    "La cassetta non risulta ancora consegnata: le segnalazioni si fanno dopo.",
  "problem-too-late": ({ until }) =>
    `Si poteva segnalare fino a ${format.dayAndHour(until)}. Scrivi alla rete.`,
  "problem-too-much": ({ deliveredMilli }) =>
    `Di questo prodotto ne sono arrivati ${format.amount(deliveredMilli)}: non puoi segnalarne di più.`,
  "problem-reported": () => "Questo prodotto è già stato segnalato: la risposta arriva lì.",
  "problem-answered": () => "A questa segnalazione è già stato risposto.",
  "order-not-settled": () =>
    "Il conto della settimana non è ancora chiuso: si restituisce ciò che è stato pagato.",
  "refund-too-high": ({ mostCents }) =>
    `Di questa riga si possono restituire al massimo ${format.money(mostCents)}.`,
  "nothing-to-pay-back": () => "Per questa segnalazione non c’è niente da restituire a mano.",
} satisfies Said;

/** The shape that every other language must fill. */
export type RefusalTexts = Said;
