import type { News } from "./mail-news.ts";

/** What the page shows of a letter. */
export interface Shown {
  readonly carrierId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Milliseconds UTC. */
  readonly at: number;
  readonly news: News | null;
}

const STATES: Readonly<Record<News, string>> = {
  delivered: "Consegnata",
  bounced: "Tornata indietro",
  complained: "Segnalata come indesiderata",
};

const BUTTONS: Readonly<Record<News, string>> = {
  delivered: "Consegnala",
  bounced: "Falla rimbalzare",
  complained: "Segnalala come indesiderata",
};

const STYLE = `
body { margin: 0; background: #fbf8f1; color: #23201a; font: 1rem/1.5 system-ui, sans-serif }
header { background: #4d5b16; color: #fbf8f1; padding: 1rem }
main, header div { max-width: 46rem; margin: 0 auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 } header p { margin: .25rem 0 0 }
details { background: #fff; border: 1px solid #d9cfba; margin: 1rem 0 }
summary { padding: .75rem 1rem; cursor: pointer; min-height: 44px; box-sizing: border-box }
summary strong { font-size: 1.1rem } summary small { display: block; color: #5d5648 }
details details { margin: 0; border-width: 1px 0 0 }
.state { float: right; border: 1px solid; padding: 0 .5rem; font-size: .875rem }
.bounced, .complained { color: #b3261e } .delivered { color: #4d5b16 }
iframe { width: 100%; height: 31rem; border: 0; border-top: 1px solid #d9cfba }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; padding: 1rem }
form { display: inline } .acts { padding: .75rem 1rem; border-top: 1px solid #d9cfba }
button { font: inherit; min-height: 44px; padding: 0 1rem; margin: 0 .5rem .5rem 0; cursor: pointer;
  background: #f1eadb; color: #23201a; border: 2px solid #23201a }`;

/** The mailbox as a page for the person at this machine; texts are shown, never interpreted. */
export function mailboxPage(letters: readonly Shown[]): string {
  const none = "<p>Non è ancora arrivato niente.</p>";
  return `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>Posta in arrivo</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>
<header><div><h1>Posta in arrivo</h1>
<p>Le lettere che la rete ha mandato, a chiunque. Questa macchina non spedisce niente a nessuno.</p>
</div></header>
<main>
<p>Apri una lettera per leggerla e per decidere che fine fa: la rete lo viene a sapere come da un
vero servizio di posta. Una lettera a un indirizzo come <code>mario+rimbalza@esempio.it</code> torna
indietro da sola.</p>
${letters.length === 0 ? none : letters.map(article).join("\n")}
</main></body></html>`;
}

function article(letter: Shown): string {
  const when = new Date(letter.at).toLocaleString("it-IT", { timeZone: "Europe/Rome" });
  const { news } = letter;
  const state = news === null ? "" : `<span class="state ${news}">${STATES[news]}</span>`;
  return `<details><summary>${state}<strong>${escaped(letter.subject)}</strong>
<small>A ${escaped(letter.to)}, <time>${when}</time></small></summary>
${bodyOf(letter)}
<div class="acts">${Object.entries(BUTTONS)
    .map(([said, label]) => button(letter.carrierId, said, label))
    .join("")}</div>
<details><summary>Come testo semplice, da ${escaped(letter.from)}</summary>
<pre>${linked(letter.text)}</pre></details></details>`;
}

/** The HTML of a letter is somebody else's page: no script, no form, no name of ours in it. */
function bodyOf({ html, subject }: Shown): string {
  if (html === "") return "";
  const sandbox = "allow-popups allow-popups-to-escape-sandbox";
  const page = html.replace("<head>", '<head><base target="_blank">');
  const named = `sandbox="${sandbox}" title="${escaped(subject)}"`;
  return `<iframe ${named} srcdoc="${escaped(page)}"></iframe>`;
}

function button(carrierId: string, news: string, label: string): string {
  const action = `/emails/${encodeURIComponent(carrierId)}/${news}`;
  const pressed = `<button data-act="mail-${news}">${label}</button>`;
  return `<form method="post" action="${action}">${pressed}</form>`;
}

/** Addresses of pages can be followed; nothing else of a text means anything. */
function linked(text: string): string {
  return escaped(text).replaceAll(
    /https?:\/\/[^\s&<>"]+/g,
    (url) => `<a href="${url}" target="_blank" rel="noreferrer">${url}</a>`,
  );
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
