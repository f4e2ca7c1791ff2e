/**
 * The statute of the demo's cooperative, as it was founded: short, and in plain words. It is
 * invented; a network writes its own with its notary. A blank line divides paragraphs.
 */
const articles = {
  "1": `Nome e sede

È costituita la società cooperativa «Filiera Veronetta». Ha sede a Verona e dura fino al 31
dicembre 2100.`,
  "2": `Scopo

La cooperativa ha scopo mutualistico e non di speculazione: fa incontrare chi produce, chi
compra e chi consegna, a condizioni migliori di quelle che avrebbero da soli.

Rispetta i requisiti della mutualità prevalente (art. 2514 c.c.).`,
  "3": `Oggetto

La cooperativa gestisce un mercato comune: raccoglie gli ordini, organizza le consegne, incassa
e paga chi ha prodotto, tiene i conti e li pubblica.`,
  "4": `Soci

Possono essere soci persone e imprese che producono, lavorano, comprano o consegnano attraverso
la cooperativa, e chi la sostiene con il proprio capitale.

L’ammissione segue criteri uguali per tutti, coerenti con lo scopo e con l’attività svolta (art.
2527 c.c.).`,
  "5": `Ammissione

Chi vuole diventare socio presenta una domanda scritta. Il consiglio decide e scrive la
decisione nel libro dei soci. Se la respinge, spiega il motivo entro sessanta giorni; entro
altri sessanta giorni chi l’ha presentata può chiedere che decida l’assemblea (art. 2528 c.c.).`,
  "6": `Quote

Ogni socio sottoscrive almeno una quota da venticinque euro. Nessuno può averne per più di
centomila euro, salvo i casi previsti dalla legge (art. 2525 c.c.).

Il capitale è variabile.`,
  "7": `Recesso ed esclusione

Un socio può uscire con una lettera; il consiglio risponde entro sessanta giorni (art. 2532
c.c.). L’esclusione è decisa con i suoi motivi nei casi previsti dalla legge e da questo
statuto, e si può contestare entro sessanta giorni (art. 2533 c.c.).`,
  "8": `Voto

Ogni socio ha un voto, qualunque sia la sua quota, se è nel libro dei soci da almeno novanta
giorni (art. 2538 c.c.).

Le imprese socie hanno fino a cinque voti, secondo il numero dei loro soci. I soci sovventori
non superano insieme un terzo dei voti di chi è presente o rappresentato.`,
  "9": `Deleghe

Un socio può farsi rappresentare da un altro socio. Nessuno tiene più di tre deleghe (art. 2539
c.c.). Chi amministra, chi controlla e chi lavora per la cooperativa non riceve deleghe.`,
  "10": `Proposte

Ogni socio può scrivere una proposta. Se altri tre la sostengono, si discute; poi l’avviso ne
fissa il testo e l’elenco di chi vota.

Un testo cambiato dopo l’avviso chiede un avviso nuovo.`,
  "11": `Assemblea

L’assemblea è ordinaria o straordinaria. Si convoca con un avviso che contiene il testo di
quello che si vota, almeno otto giorni prima. Si può votare a distanza (art. 2538 c.6 c.c.).`,
  "12": `Maggioranze

Le regole del mercato si decidono a maggioranza dei presenti, se alla prima votazione partecipa
almeno un terzo dei soci.

Lo statuto, i criteri di riparto dell’avanzo e i poteri di chi amministra si cambiano con due
terzi dei presenti.`,
  "13": `Quando una decisione entra in vigore

Una decisione che riguarda chi vende entra in vigore almeno quindici giorni dopo il voto. Le
altre dopo almeno sette giorni.

Ogni ordine segue le regole di quando è stato fatto.`,
  "14": `Urgenze

Quello che non può aspettare lo decidono due responsabili insieme, con il motivo. Vale al
massimo sessanta giorni: se i soci non lo confermano con un voto, tutto torna come prima.`,
  "15": `Consiglio

La cooperativa è amministrata da un consiglio di almeno tre persone, scelte in maggioranza fra i
soci, in carica per non più di tre anni (art. 2542 c.c.).`,
  "16": `Controllo

L’assemblea elegge chi controlla i conti e il rispetto di questo statuto. Chi controlla può
fermare, con i motivi, una decisione contraria alla legge.`,
  "17": `Trasparenza

Le regole, la loro storia, i voti e i conti sono pubblici. Chiunque può scaricarli e rifare i
calcoli. I dati delle persone restano riservati.`,
  "18": `Esercizio e bilancio

L’esercizio va dal primo gennaio al trentuno dicembre. Il bilancio distingue lo scambio con i
soci da quello con gli altri.`,
  "19": `Avanzo

Dell’avanzo netto almeno il trenta per cento va alla riserva legale (art. 2545-quater c.c.) e il
tre per cento ai fondi mutualistici (L. 59/1992, art. 11).

Il resto torna ai soci come ristorno, in proporzione alla quantità e alla qualità degli scambi
(art. 2545-sexies c.c.), o resta alla riserva.`,
  "20": `Riserve

Le riserve non si dividono fra i soci, né durante la vita della cooperativa né al suo
scioglimento (art. 2545-ter c.c.).`,
  "21": `Scioglimento

Se la cooperativa si scioglie, quello che resta dopo aver rimborsato le quote va ai fondi
mutualistici per la promozione e lo sviluppo della cooperazione (art. 2514 c.c.).`,
} as const;

/** Texts by the number of the article: the heading, then a line for each paragraph. */
export const demoStatute: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(articles).map(([number, text]) => [number, unwrapped(text)]),
);

function unwrapped(text: string): string {
  const paragraphs = text.split("\n\n");
  return paragraphs.map((paragraph) => paragraph.replaceAll("\n", " ")).join("\n");
}
