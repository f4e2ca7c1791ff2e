/** What the page shows of a message. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Milliseconds UTC. */
  readonly at: number;
}

/** The mailbox as a page for the person at this machine; texts are shown, never interpreted. */
export function mailboxPage(letters: readonly Letter[]): string {
  const none = "<p>Non è ancora arrivato niente.</p>";
  return `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>Posta in arrivo</title>
<meta name="viewport" content="width=device-width">
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
article { border-top: 1px solid #b9b09c; padding: 1rem 0 }
h2 { font-size: 1.1rem; margin: 0 } pre { font: inherit; white-space: pre-wrap }
</style></head><body><main>
<h1>Posta in arrivo</h1>
<p>Le lettere che la rete ha mandato. Questa macchina non spedisce niente a nessuno.</p>
${letters.length === 0 ? none : letters.map(article).join("\n")}
</main></body></html>`;
}

function article(letter: Letter): string {
  const when = new Date(letter.at).toLocaleString("it-IT", { timeZone: "Europe/Rome" });
  return `<article><h2>${escaped(letter.subject)}</h2>
<p>A ${escaped(letter.to)}, <time>${when}</time></p>
<pre>${escaped(letter.text)}</pre></article>`;
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
