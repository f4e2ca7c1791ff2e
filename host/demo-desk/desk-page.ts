import type { DemoKey } from "#host/demo/people.ts";
import { demoCast } from "#schema/demo/people.ts";

/** The demo's sign-in as a page. @param said why somebody could not come in; null otherwise. */
export function deskPage(keys: readonly DemoKey[], said: string | null): string {
  const people = demoCast.flatMap((person) => {
    const key = keys.find(({ code }) => code === person.code);
    return key === undefined ? [] : [card(key, person.part, person.tries)];
  });
  const made = keys.filter(({ code }) => code === null).map((key) => card(key, "", ""));
  return `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>Persone di prova</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/prova/desk.css">
</head><body>
<p class="band">Rete di prova: persone, aziende e ordini sono inventati.</p>
<main><h1>Persone di prova</h1>
<p>Scegli chi essere. Ognuno ha una passkey di prova che sta su questa macchina: entri senza
dispositivo, e quando un atto chiede la firma è la macchina che firma per te. Quello che
ancora non ha una pagina si fa dall’API. In una rete vera questa pagina non c’è.</p>
${said === null ? "" : `<p class="said" role="alert">${escaped(said)}</p>`}
<ul>${people.join("\n")}</ul>
${made.length === 0 ? "" : `<h2>Passkey fatte qui</h2><ul>${made.join("\n")}</ul>`}
<p><a href="/" data-act="demo-home">Guarda la bottega senza entrare</a></p>
</main></body></html>`;
}

function card({ name, passkey }: DemoKey, part: string, tries: string): string {
  const action = `/prova/entra/${encodeURIComponent(passkey.id)}`;
  const told = part === "" ? "" : `<p><em>${escaped(part)}</em></p><p>${escaped(tries)}</p>`;
  return `<li><h3>${escaped(name)}</h3>${told}
<form method="post" action="${action}">
<button data-act="demo-enter">Entra come ${escaped(name)}</button></form></li>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
