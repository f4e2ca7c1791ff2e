/**
 * What of a page moves: the props of its islands, and texts and hidden fields that follow
 * (`data-live`, the last attribute). A page that is asked for as JSON answers with these alone, in
 * the reader's language, so that a script never has to know how a sum is made or said.
 */
export interface Parts {
  readonly title: string;
  /** Why a form was refused, in plain words; null where it was not. */
  readonly refusal: string | null;
  /** Texts by their `data-live`. */
  readonly live: Readonly<Record<string, string>>;
  /** Props by the id of their island. */
  readonly islands: Readonly<Record<string, unknown>>;
}

const ISLAND = /<f-island id="([^"]+)"[^>]*><script type="application\/json">(.*?)<\/script>/gs;
const LIVE = / data-live="([^"]+)">([^<]*)</g;
const LIVE_FIELD = / value="([^"]*)" data-live="([^"]+)"/g;

/** Finds the moving parts of a written page. */
export function partsOf(html: string): Pick<Parts, "live" | "islands"> {
  const islands = [...html.matchAll(ISLAND)].map(([, id = "", props = ""]) => {
    return [id, JSON.parse(props) as unknown] as const;
  });
  const texts = [...html.matchAll(LIVE)].map(([, key = "", text = ""]) => [key, text] as const);
  const fields = [...html.matchAll(LIVE_FIELD)].map(([, value = "", key = ""]) => {
    return [key, value] as const;
  });
  const live = [...texts, ...fields].map(([key, text]) => [key, read(text)] as const);
  return { islands: Object.fromEntries(islands), live: Object.fromEntries(live) };
}

/** Which islands a written page has, by name. */
export function islandsIn(html: string): readonly string[] {
  const names = [...html.matchAll(/<f-island [^>]*data-island="([^"]+)"/g)];
  return [...new Set(names.map(([, name = ""]) => name))];
}

function read(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
