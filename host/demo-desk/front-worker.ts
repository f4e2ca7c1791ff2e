import type { Fetcher } from "@cloudflare/workers-types";

interface Bindings {
  readonly MARKET: Fetcher;
  /** The host's own process, which is the demo's sign-in. */
  readonly DESK: Fetcher;
}

const DESKS = /^\w+:\/\/[^/]+\/prova(\/|\?|$)/;

const HEAD = `<link rel="stylesheet" href="/prova/band.css">
<script src="/prova/passkeys.js" defer></script>`;

const BAND = `<aside class="demo-band" lang="it" aria-label="Rete di prova">Rete di prova: è tutto
inventato. <a href="/prova" data-act="demo-people">Entra come una persona di prova</a></aside>`;

/**
 * Stands before the market while a demo is shown, on one machine only: what is the desk's goes to
 * the host, all else to the market. Pages are marked as a demo's and given the script that stands
 * in for a device; other answers pass untouched, their bodies unread.
 */
export default {
  async fetch(request: Request, { MARKET, DESK }: Bindings): Promise<Response> {
    if (DESKS.test(request.url)) return sent(DESK, request);
    const tag = request.headers.get("if-none-match");
    if (tag === null) return marked(await sent(MARKET, request));
    const asked = new Request(request);
    asked.headers.set("if-none-match", tag.replaceAll(MARK, '"'));
    return marked(await sent(MARKET, asked));
  },
};

/** A marked page is not the page that the market knows: a browser must not take it for that. */
const MARK = '-demo"';

async function marked(answer: Response): Promise<Response> {
  const isPage = answer.headers.get("content-type")?.startsWith("text/html") === true;
  if (!isPage && answer.status !== 304) return answer;
  const headers = new Headers(answer.headers);
  const tag = headers.get("etag");
  if (tag !== null) headers.set("etag", tag.replace(/"$/, MARK));
  const { status } = answer;
  if (!isPage || answer.body === null) return new Response(null, { status, headers });
  headers.delete("content-length");
  return new Response(withBand(await answer.text()), { status, headers });
}

// Our own pages have one head and one header: parsing the page costs twice as much (decision 012).
function withBand(html: string): string {
  const head = html.indexOf("</head>");
  const header = html.indexOf("<header", head);
  if (head === -1 || header === -1) return html;
  return html.slice(0, head) + HEAD + html.slice(head, header) + BAND + html.slice(header);
}

function sent(to: Fetcher, request: Request): Promise<Response> {
  return to.fetch(request as never) as unknown as Promise<Response>;
}
