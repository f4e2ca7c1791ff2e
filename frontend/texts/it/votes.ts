import type { TiePurpose } from "#domain/governance/counting/lot.ts";
import type { Secrecy } from "#domain/governance/policy/policy.ts";
import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** What a recount calls the entries of a vote, and what can be wrong with one, as it begins. */
const found = {
  entries: {
    ballot: "scheda",
    receipt: "ricevuta",
    "electorate row": "riga dell’elenco dei votanti",
    electorate: "elenco dei votanti",
    proxy: "delega",
    seal: "sigillo",
    policy: "regolamento di voto",
    text: "testo della proposta",
    call: "convocazione",
    tally: "conto",
    voted: "numero di chi ha votato",
    document: "documento",
  },
  faults: {
    "does not say": "il contenuto è stato cambiato, non corrisponde più alla sua impronta",
    "is missing": "manca, o sta in un altro posto",
    "stands in another place": "sta in un altro posto",
    "is there twice": "c’è due volte",
    "is of another kind": "è di un altro tipo di voto",
    "was cast before": "è stata messa prima dell’apertura",
    "was cast after": "è stata messa dopo la chiusura",
    "was cast by somebody": "l’ha messa chi non aveva la delega",
    "is of somebody who": "è di chi non poteva votare",
    "says something that": "dice qualcosa che questo voto non chiede",
    "is one more than": "è una in più di chi ha votato",
    "is more than may": "è più di chi poteva votare",
    "is under no seal": "non è sotto nessun sigillo",
    "does not hold": "non corrisponde alle schede che copre",
    "could not be given": "non si poteva dare",
    "does not follow": "non è quello che dicono le schede",
    "draws its lot": "il sorteggio non viene dalle schede sigillate",
    "is not the one": "non è quello della convocazione",
    "has no token": "il suo gettone non è firmato con la chiave del voto",
    "is not whose": "non è di chi dice",
  },
  otherFault: "non è come dovrebbe",
};

/** The words of casting, receipts, results and of checking them. */
export const votes = {
  ballot: {
    title: "La tua scheda",
    of: (n: number) => `Proposta ${n}`,
    until: (closes: string) => `Si vota fino a ${closes}.`,
    forWhom: "Per chi voti",
    byProxy: (name: string) => `${name}, con la sua delega`,
    only: (name: string) => `Voti per ${name}.`,
    choice: "La tua scelta",
    yes: "Favorevole",
    no: "Contrario o contraria",
    abstain: "Mi astengo",
    consent: "Per me va bene",
    objection: "Ho un’obiezione",
    objectionText: "L’obiezione, e perché",
    objectionWhy:
      "Si risponde a un’obiezione motivata: senza un motivo non ferma la proposta. La leggono i soci.",
    approve: "Segna tutte quelle che vanno bene",
    score: (least: string, most: string) => `Dai un punteggio da ${least} a ${most} a ciascuna`,
    noScore: "nessun punteggio",
    rank: "Mettile in ordine",
    rankWhy:
      "1 è la prima preferenza. Puoi fermarti quando vuoi: chi resta senza numero non riceve il tuo voto.",
    rankTies:
      "1 è la preferita. Due scelte possono avere lo stesso posto; chi resta senza sta sotto tutte le altre.",
    asItIs: "Lasciare tutto com’è",
    asItIsWhy: "Ciò che metti sotto non ti va bene comunque.",
    rankOf: (title: string) => `Posto di ${title}`,
    noRank: "nessun posto",
    place: (n: number) => `${n}º`,
    fund: "Segna i progetti che vorresti",
    up: (title: string) => `Sposta su ${title}`,
    down: (title: string) => `Sposta giù ${title}`,
    out: (title: string) => `Togli ${title} dall’ordine`,
    back: (title: string) => `Metti ${title} in fondo all’ordine`,
    moved: "#: posto @",
    left: "#: fuori dall’ordine",
    ranked: "In ordine di preferenza",
    unranked: "Senza posto",
    cast: "Metti nell’urna",
    castNext: "Il prossimo passo è la firma con la passkey.",
    again: "Hai già votato. Puoi cambiare fino alla chiusura: conta l’ultima scheda.",
    final: "Una volta nell’urna la scheda non si cambia.",
    choose: "Scegli prima che cosa votare",
    chooseFor: "Scegli per chi voti",
    objectionMissing: "Scrivi l’obiezione: senza un motivo non si può rispondere",
    rankTwice: "Due scelte hanno lo stesso posto: ognuno si usa una volta",
    rankNone: "Metti almeno una scelta al primo posto",
    secrecyTitle: "Che cosa resta segreto",
    protects: "Ti protegge:",
    protectsNot: "Non ti protegge:",
    secrecy: {
      open: {
        name: "Voto palese",
        yes: [
          "Finché si vota si vede solo quanti hanno votato: le scelte si aprono alla chiusura, per tutti insieme.",
        ],
        no: [
          "Dopo la chiusura i soci leggono chi ha votato che cosa. Fuori dai soci non lo legge nessuno.",
        ],
      },
      detached: {
        name: "Voto segreto, scheda senza nome",
        yes: [
          "La scheda non porta il tuo nome né l’ora. Sta scritto che hai votato, non che cosa, e niente unisce le due cose.",
          "La ricevuta prova che la scheda c’è, non che cosa dice: non la puoi vendere, e nessuno può pretenderla.",
        ],
        no: [
          "Da chi gestisce il server, se guardasse la memoria o i registri nel momento in cui voti.",
          "Da chi ti guarda lo schermo, ti minaccia o ha il tuo telefono sbloccato.",
        ],
      },
      blind: {
        name: "Voto segreto, gettone alla cieca",
        yes: [
          "Nemmeno chi gestisce il sito, con tutti i registri, può ricollegare la scheda a te: firma il tuo gettone senza vederlo, e la scheda arriva da sola.",
          "La ricevuta prova che la scheda c’è, non che cosa dice.",
        ],
        no: [
          "Dall’ora e dall’indirizzo di rete: chi li vede può provare a indovinare.",
          "Da chi ti guarda lo schermo, ti minaccia o ha il tuo telefono sbloccato.",
          "Da chi gestisce il sito, se firmasse gettoni in più: per questo si pubblica quanti ne ha dati, e a chi.",
        ],
      },
    } satisfies Record<Secrecy, { name: string; yes: readonly string[]; no: readonly string[] }>,
    needsScript:
      "Questo voto è segreto, e il segreto nasce nel tuo browser: perciò la pagina deve poter eseguire il suo programma. Attivalo nelle impostazioni e ricarica, oppure vota su carta in assemblea: lo chiedi agli scrutatori.",
    tokenTaken: "Il gettone è preso",
    blind: {
      take: "Prendi il gettone",
      takeWhy:
        "Il tuo browser estrae un gettone e lo copre; tu firmi con la passkey che usi il voto, e la rete lo firma senza vederlo. Da lì risulti tra chi ha votato.",
      taking: "Aspetta: si prende il gettone",
      held: "Il gettone è in questo browser. Adesso voti senza nome.",
      wait: "Ora e indirizzo di rete potrebbero far indovinare di chi è la scheda: se puoi, torna più tardi o da un’altra rete. Il gettone ti aspetta qui fino alla chiusura, se non esci con «Esci».",
      casting: "Aspetta: si mette nell’urna",
      elsewhere: "Il gettone di questo voto è stato preso con un altro browser: si vota da lì.",
      keepIt:
        "Copialo adesso. Per ritrovare la scheda usa una finestra anonima: qui il sito ti riconosce, e unirebbe te e il contrassegno.",
      faults: {
        cancelled: "La firma con la passkey non è riuscita. Riprova.",
        lost: "Non è arrivata risposta. Riprova: lo stesso gettone vale una volta sola.",
        "passkey-needed": "Per votare serve una passkey, e tu non ne hai ancora una.",
        "token-given-already":
          "Il gettone di questo voto è stato preso con un altro browser: si vota da lì.",
        "vote-closed": "Questo voto si è chiuso.",
        failed: "Non è riuscito. Ricarica la pagina e riprova.",
      },
    },
    tracker: "Il contrassegno della tua scheda",
    trackerWhy:
      "L’ha appena estratto il tuo browser, e lo conosci solo tu. Ti serve per ritrovare la scheda.",
    trackerWaits: "Il tuo browser lo sta estraendo.",
    notOpen: "Adesso non si vota su questa proposta.",
    done: "Hai già votato per tutti quelli per cui potevi.",
    toProposal: "Torna alla proposta",
    sign: (n: number, title: string) => `Proposta ${n}, «${title}».`,
    signFor: (name: string) => `Voti per ${name}.`,
    signChoice: (choice: string) => `La scheda dice: ${choice}.`,
    signSecret: "Firmi che usi il tuo voto. Che cosa voti non entra nella firma.",
    blank: "scheda bianca",
    points: (title: string, points: string) => `${title} ${points}`,
    ranks: (titles: string) => `nell’ordine ${titles}`,
  },
  receipt: {
    title: "Ricevuta del voto",
    cast: "La scheda è nell’urna",
    lead: "Tieni questa ricevuta: con il contrassegno ritrovi la scheda quando vuoi, e dopo la chiusura vedi che è stata contata.",
    secret: "Prova che la scheda c’è, non che cosa dice.",
    open: "Il voto è palese: dopo la chiusura i soci leggono anche che cosa dice.",
    once: "Non la mandiamo per posta e non la conserviamo accanto al tuo nome: se la perdi non possiamo ridartela.",
    tracker: "Contrassegno",
    digest: "Impronta della scheda",
    of: "Voto",
    code: "Il collegamento che controlla questa ricevuta, da inquadrare",
    check: "Controlla adesso",
    print: "Per stamparla usa il comando Stampa del browser.",
    another: "Vota per un altro socio che rappresenti",
    included: "La scheda c’è",
    includedWhy: "Nell’urna di questo voto c’è una scheda con questo contrassegno.",
    counted: "È sigillata con le altre dalla chiusura, e il conto la comprende.",
    sealed: (seal: string) => `È dentro il sigillo n. ${seal}.`,
    unsealed: "Il sigillo si mette alla chiusura: torna a vedere dopo.",
    sameDigest: "L’impronta è quella della ricevuta: la scheda non è stata cambiata.",
    otherDigest:
      "L’impronta non è quella della ricevuta. Una delle due è stata cambiata: conserva la ricevuta e avvisa chi controlla la rete.",
    missing: "Qui non c’è",
    missingWhy:
      "In quest’urna non c’è nessuna scheda con questo contrassegno. Controlla di averlo scritto intero; se è giusto, conserva la ricevuta e avvisa chi controlla la rete.",
    replaced: "È stata sostituita da una scheda che hai messo dopo: conta quella.",
    back: "Torna alla proposta",
  },
  result: {
    title: "Com’è andata",
    notYetOpen: (closes: string) => `Si vota fino a ${closes}. Il conto esce pochi minuti dopo.`,
    notYetClosed: "Il voto è chiuso. Il conto esce fra pochi minuti.",
    passed: "È passata",
    rejected: "Non è passata",
    noQuorum: "Il quorum non c’è stato",
    elected: (names: string, seats: number) =>
      seats === 1 ? `Il posto va a ${names}` : `I posti vanno a ${names}`,
    chosen: (titles: string, several: boolean) =>
      several ? `Hanno vinto ${titles}` : `Ha vinto ${titles}`,
    funded: (titles: string) => `Si finanzia ${titles}`,
    nobody: "Nessuna scelta è passata",
    motion: (yes: string, no: string, abstain: string) =>
      [
        yes === "1" ? "1 favorevole" : `${yes} favorevoli`,
        no === "1" ? "1 contrario" : `${no} contrari`,
        abstain === "1" ? "1 astenuto." : `${abstain} astenuti.`,
      ].join(", "),
    consent: (consents: string, objections: number) =>
      `${consents} d’accordo, ${plural(objections, { one: "# obiezione", other: "# obiezioni" })}.`,
    tied: "Sì e no si sono fermati esattamente sulla soglia: un voto in più l’avrebbe fatta passare. Un pareggio non passa, e non si tira a sorte.",
    votes: "Voti",
    option: "Scelta",
    yes: "Favorevoli",
    no: "Contrari",
    abstain: "Astenuti",
    present: "Hanno partecipato",
    consents: "D’accordo",
    objections: "Obiezioni",
    approvals: "Segni",
    points: "Punti",
    cost: "Costo",
    isChosen: "scelta",
    isFunded: "finanziato",
    spent: (spent: string, budget: string) => `Si spendono ${spent} su ${budget}.`,
    share: (share: string) => `A ogni votante sono spettati ${share}.`,
    needed: {
      more: (needed: string) => `Per passare servivano più di ${needed} voti favorevoli.`,
      least: (needed: string) => `Per passare servivano almeno ${needed} voti favorevoli.`,
    },
    quorum: (electorate: string, present: string, quorum: string) =>
      `Potevano votare in ${electorate}; hanno partecipato ${present}; il quorum era ${quorum}.`,
    noQuorumAsked: (electorate: string, present: string) =>
      `Potevano votare in ${electorate}; hanno partecipato ${present}; non serviva un quorum.`,
    colleges: "Per collegio",
    college: "Collegio",
    fewOfCollege: (least: string) =>
      `In un collegio hanno votato in meno di ${least}. Il voto era segreto: quello che ha detto ogni collegio non si mostra, e il totale si arrotonda, perché da lì si risalirebbe alle persone. Chi controlla la rete rifà il conto esatto.`,
    weight: "Peso",
    stages: "Il conto, passo per passo",
    stagesWhy: (quota: string) =>
      `Per essere eletti servivano ${quota} voti. Ogni riga è un passo: si leggono i voti di ciascuno alla fine del passo.`,
    stage: "Passo",
    first: "Prime preferenze",
    surplus: (name: string) => `Voti in più di ${name}`,
    exclude: (name: string) => `Esce ${name}`,
    keep: "Le parti di voto si ricalcolano",
    nonTransferable: "Non passati",
    electedNow: (names: string) => `posto a ${names}`,
    pairs: "A due a due",
    pairsWhy:
      "Ogni casella dice quante schede preferiscono la scelta della riga a quella della colonna.",
    dropped: {
      quorum: "esclusa: troppo poche schede la preferiscono a lasciare tutto com’è",
      majority: "esclusa: non ha la maggioranza chiesta contro lasciare tutto com’è",
    },
    lot: "Il sorteggio",
    lotDecided: "Qui il sorteggio ha deciso chi è passato.",
    lotHarmless:
      "C’è stato un pareggio, ma comunque fosse andato il sorteggio l’esito sarebbe stato lo stesso.",
    lotUnknown:
      "C’è stato un pareggio risolto con il sorteggio; se abbia deciso l’esito non si è potuto provare in poco tempo.",
    lotHow:
      "Nessuno tira i dadi: l’ordine del sorteggio si calcola dall’impronta di tutte le schede, che prima del voto non conosceva nessuno e dopo può ricalcolare chiunque.",
    draw: (among: string, taken: string) => `Fra ${among} è toccato a ${taken}.`,
    purposes: {
      elect: "Per il posto",
      exclude: "Per uscire",
      surplus: "Per passare prima i voti in più",
      rank: "Per l’ordine",
      fund: "Per il finanziamento",
    } satisfies Record<TiePurpose, string>,
    roll: "Chi ha votato che cosa",
    rollWhy: "Il voto era palese. Questo elenco lo leggono solo i soci.",
    rollMembersOnly:
      "Il voto era palese: chi ha votato che cosa lo leggono i soci, dopo l’accesso.",
    rollSecret: "Il voto era segreto: le schede non dicono di chi sono.",
    member: "Socio",
    said: "Voto",
    through: (holder: string) => `con delega a ${holder}`,
    check: "Controlla tu",
    tokens: (given: string, cast: string) =>
      `Gettoni dati: ${given}. Schede nell’urna: ${cast}, mai più dei gettoni. Nel file ogni socio trova la propria riga tra chi ne ha avuto uno.`,
    checkWhy: (ballots: number) =>
      plural(ballots, {
        one: "L’urna è un file con # scheda, sigillato alla chiusura. Chi lo ha può rifare il conto.",
        other:
          "L’urna è un file con # schede, sigillato alla chiusura. Chi lo ha può rifare il conto.",
      }),
    root: "L’impronta dell’urna",
    membersFile:
      "Il file dell’urna lo scarica chi controlla la rete, perché dice chi ha votato che cosa o lo lascia capire; di un voto palese lo scaricano anche i soci, dopo l’accesso.",
    json: "Scarica l’urna (JSON)",
    blt: "Scarica per altri programmi (BLT)",
    minutes: "Verbale",
    challengeUntil: (until: string) => `Si può contestare fino a ${until}.`,
    back: "Leggi la proposta",
    recount: {
      ...found,
      go: "Rifai il conto qui",
      why: "Il tuo browser scarica l’urna, controlla ogni sigillo e riconta da capo, con lo stesso programma che usa la rete.",
      working: "Sto ricontando.",
      same: "Il conto torna: # schede controllate, stesso esito.",
      other: "Il conto non torna: #",
      unread: "Il file scaricato non è un’urna di questa rete.",
      unreachable: "L’urna non si è potuta scaricare. Riprova fra un momento.",
    },
    recountWithout:
      "Per rifare il conto qui la pagina deve poter eseguire il suo programma. Altrimenti scarica l’urna e usa il verificatore.",
  },
  minutes: {
    opened: (at: string) => `Il voto si è aperto ${at}.`,
    closed: (at: string) => `Si è chiuso ${at}.`,
    extended: (at: string) => `Perché il quorum è arrivato tardi è stato prorogato fino a ${at}.`,
    noticed: (at: string) =>
      `La convocazione è di ${at}: da allora testo ed elenco dei votanti non sono cambiati.`,
    counted: (at: string) => `Le schede sono state contate ${at}.`,
    challenged: (until: string) =>
      `L’esito si poteva contestare fino a ${until}: ora è definitivo.`,
    electorate: "Impronta dell’elenco dei votanti",
    text: "Impronta del testo",
    urn: "Impronta dell’urna",
    result: "Impronta dell’esito",
  },
  verify: {
    title: "Controlla un voto",
    description:
      "Controlla la ricevuta di un voto, o riconta un’urna da capo, senza fidarti di nessuno.",
    lead: "Qui non devi fidarti: incolla la tua ricevuta e vedi se la scheda c’è, oppure dai al tuo browser il file dell’urna e lui riconta.",
    receipt: "Una ricevuta",
    receiptWhy: "Il collegamento del codice che hai inquadrato, oppure proposta e contrassegno.",
    pasted: "La ricevuta",
    pastedHint: "Per esempio: 7 3k9f-2mqx-…, oppure tutto l’indirizzo.",
    check: "Controlla la ricevuta",
    unreadable:
      "Questa non sembra una ricevuta: ci vogliono il numero della proposta e il contrassegno.",
    file: "Un file",
    fileWhy:
      "Quello che si scarica dalla pagina di un esito. Non esce dal tuo dispositivo: lo legge solo il tuo browser.",
    choose: "Scegli o trascina qui il file dell’urna",
    told: {
      ...found,
      working: "Sto ricontando.",
      same: "Il conto torna: # schede controllate, stesso esito.",
      other: "Qualcosa non torna: #",
      unread: "Questo file non è un’urna di questa rete.",
      unreachable: "Il programma che riconta non si è potuto caricare. Riprova fra un momento.",
    },
    without:
      "Per leggere il file la pagina deve poter eseguire il suo programma. Senza, scarica il verificatore e usalo sul tuo computer.",
    by: "Senza browser",
    byWhy:
      "Lo stesso controllo si fa con il programma della rete, o con uno scritto apposta in un altro linguaggio, che si legge in dieci minuti:",
  },
};

/** The shape that every other language must fill. */
export type VoteTexts = typeof votes;
