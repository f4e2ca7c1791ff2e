import type { Parts } from "#frontend/islands/parts.ts";

/** The one door of the scripts to the network: to the pages and the API of this origin. */

/** What came of a form. `lost`: no answer of ours came, and the browser should send it itself. */
export type Sent =
  | { readonly kind: "done" | "refused"; readonly parts: Parts; readonly href: string }
  | { readonly kind: "lost" };

/** Whether an answer takes more than a word: a page must say it. */
export function isMore(sent: Sent): sent is Extract<Sent, { readonly kind: "lost" }> {
  return sent.kind === "lost" || (sent.kind === "refused" && sent.parts.refusal === null);
}

const ASKS = { Accept: "application/json" };

/** Sends a form as a browser would, and reads the page that it leads to by its moving parts. */
export async function sendForm(
  action: string,
  fields: Readonly<Record<string, string>>,
): Promise<Sent> {
  const body = new URLSearchParams(fields);
  const answer = await asked(action, { method: "POST", body, headers: ASKS });
  const parts = answer === null ? null : await partsIn(answer);
  if (answer === null || parts === null) return { kind: "lost" };
  if (answer.status === 422) return { kind: "refused", parts, href: answer.url };
  return answer.ok ? { kind: "done", parts, href: answer.url } : { kind: "lost" };
}

/** The moving parts of a page as they are now, and the tag they go by. */
export interface TaggedParts {
  readonly parts: Parts;
  readonly tag: string;
}

/** Reads the moving parts of a page; null where they are still those of `tag`, or none came. */
export async function readParts(href: string, tag: string): Promise<TaggedParts | null> {
  const headers = { ...ASKS, ...(tag === "" ? {} : { "If-None-Match": tag }) };
  const answer = await asked(href, { headers });
  const parts = answer?.status === 200 ? await partsIn(answer) : null;
  return parts === null ? null : { parts, tag: answer?.headers.get("ETag") ?? "" };
}

/** A file of this site as it is; null where none came. */
export async function readFile(href: string): Promise<string | null> {
  const answer = await asked(href, { headers: ASKS });
  return answer?.ok === true ? answer.text() : null;
}

/** A product that may be meant. */
export interface Suggestion {
  readonly slug: string;
  readonly name: string;
  readonly producerName: string;
}

/** What somebody may mean who typed this much; nothing where no answer came. */
export async function readSuggestions(
  cycleId: string,
  typed: string,
): Promise<readonly Suggestion[]> {
  const query = new URLSearchParams({ q: typed });
  const answer = await asked(`/api/v1/cycles/${cycleId}/suggestions?${query}`, { headers: ASKS });
  if (answer?.ok !== true) return [];
  const { items } = (await answer.json()) as { readonly items: readonly Suggestion[] };
  return items;
}

/** What came of a question to the API; a no comes with its code. */
export type Told =
  | { readonly kind: "read"; readonly value: unknown }
  | { readonly kind: "refused"; readonly code: string; readonly value: unknown }
  | { readonly kind: "lost" };

/** Reads what the API tells. */
export async function readJson(address: string): Promise<Told> {
  return toldBy(await asked(address, { headers: ASKS }));
}

/** Sends something to the API; under the same key it counts once. */
export async function sendJson(
  address: string,
  key: string,
  value: object,
  more: Readonly<Record<string, string>> = {},
): Promise<Told> {
  return toldBy(await asked(address, posted(key, value, more)));
}

/** Sends something to the API that names nobody: no cookie goes along. */
export async function sendAsNobody(address: string, key: string, value: object): Promise<Told> {
  return toldBy(await asked(address, { ...posted(key, value, {}), credentials: "omit" }));
}

function posted(key: string, value: object, more: Readonly<Record<string, string>>): RequestInit {
  const own = { "Content-Type": "application/json", "Idempotency-Key": key, ...more };
  return { method: "POST", headers: { ...ASKS, ...own }, body: JSON.stringify(value) };
}

async function toldBy(answer: Response | null): Promise<Told> {
  const isJson = answer?.headers.get("Content-Type")?.includes("json") === true;
  if (answer === null || !isJson) return { kind: "lost" };
  const value = (await answer.json()) as { readonly code?: string };
  return answer.ok ? { kind: "read", value } : { kind: "refused", code: value.code ?? "", value };
}

/** Reads a file of the build; null where it did not come. */
export async function readBytes(address: string): Promise<ArrayBuffer | null> {
  const answer = await asked(address, {});
  return answer?.ok === true ? answer.arrayBuffer() : null;
}

/** Null where the network failed: what follows is the caller's to say. */
async function asked(address: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(address, { ...init, cache: "no-store" });
  } catch {
    return null;
  }
}

async function partsIn(answer: Response): Promise<Parts | null> {
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json") === true;
  return isJson ? ((await answer.json()) as Parts) : null;
}
