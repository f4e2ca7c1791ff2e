import type { DemoKey } from "#host/demo/people.ts";
import { softwarePasskey } from "#host/passkeys/software-passkey.ts";
import * as v from "valibot";
import { deskPage } from "./desk-page.ts";
import { bandStyle, deskStyle } from "./desk-style.ts";
import { pageScript } from "./page-script.ts";
import { comeIn } from "./come-in.ts";

/** Where the desk stands on the market's own address. */
export const DESK_PATH = "/prova";

/** What the desk works with. */
export interface DeskGround {
  /** The market's address on `localhost`, to which the passkeys belong. */
  readonly url: string;
  /** The keys as they are kept now. */
  readonly keys: () => readonly DemoKey[];
  readonly keep: (keys: readonly DemoKey[]) => void;
}

/** Answers what browsers ask of the desk; anything else than its few paths is not there. */
export type Desk = (request: Request) => Promise<Response>;

/**
 * The demo's sign-in, served by the host's own process: who the demo's people are, a button to come
 * in as each, and their passkeys' answers for the script that stands in for a device
 * (`passkeys-in-page.ts`). It speaks only to pages of its own address on this machine.
 */
export async function openDesk(ground: DeskGround): Promise<Desk> {
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    "passkeys.js": ["text/javascript; charset=utf-8", await pageScript()],
    "band.css": ["text/css; charset=utf-8", bandStyle],
    "desk.css": ["text/css; charset=utf-8", deskStyle],
  };
  return async (request) => {
    const { host, pathname } = new URL(request.url);
    // A name of elsewhere that points at this machine is not our address.
    if (!ownHosts(ground.url).includes(host)) return plain(403, "Not from here.");
    const [, , what = "", which = ""] = pathname.split("/");
    const file = files[what];
    if (request.method === "GET" && what === "") return page(200, deskPage(ground.keys(), null));
    if (request.method === "GET" && file !== undefined) return lasting(answer(200, ...file));
    if (request.method !== "POST") return plain(404, "There is no such thing.");
    if (!isOwnPage(request, ground.url)) return plain(403, "Press the buttons of this page.");
    if (what === "entra") return enter(request, ground, decodeURIComponent(which));
    if (what === "firma") return sign(request, ground);
    if (what === "chiave") return make(request, ground);
    return plain(404, "There is no such thing.");
  };
}

async function enter(request: Request, ground: DeskGround, id: string): Promise<Response> {
  const keys = ground.keys();
  const key = keys.find(({ passkey }) => passkey.id === id);
  if (key === undefined) return page(404, deskPage(keys, "Questa chiave di prova non c’è più."));
  const come = await comeIn(request, ground.url, key.passkey);
  if (come.ok) return come.answer;
  return page(403, deskPage(keys, `${key.name} adesso non può entrare (${come.code}).`));
}

const Signing = v.object({
  challenge: v.string(),
  rpId: v.string(),
  credentialIds: v.array(v.string()),
});

/** A kept passkey's answer to `navigator.credentials.get`; 404 where it is somebody else's. */
async function sign(request: Request, { keys, url: origin }: DeskGround): Promise<Response> {
  const asked = v.safeParse(Signing, await bodyOf(request));
  if (!asked.success) return plain(422, "A field is missing or malformed.");
  const { credentialIds, ...rest } = asked.output;
  const key = keys().find(({ passkey }) => credentialIds.includes(passkey.id));
  if (key === undefined) return plain(404, "None of these passkeys is kept here.");
  const passkey = await softwarePasskey(key.passkey, "does not count");
  return json(await passkey.sign({ ...rest, origin }));
}

const Making = v.object({ challenge: v.string(), rpId: v.string(), name: v.string() });

/** As many as a newcomer may make in one demo, so that the file stays small. */
const MOST_KEYS = 100;

/** A new passkey for `navigator.credentials.create`, kept with the others. */
async function make(request: Request, ground: DeskGround): Promise<Response> {
  const asked = v.safeParse(Making, await bodyOf(request));
  const kept = ground.keys();
  if (!asked.success) return plain(422, "A field is missing or malformed.");
  if (kept.length >= MOST_KEYS) return plain(409, "There are enough passkeys here.");
  const { name, ...rest } = asked.output;
  const passkey = await softwarePasskey(undefined, "does not count");
  const made = await passkey.enrol({ ...rest, origin: ground.url });
  ground.keep([...kept, { code: null, name, passkey: await passkey.exported() }]);
  return json(made);
}

function ownHosts(url: string): readonly string[] {
  const { host } = new URL(url);
  return [host, host.replace("localhost", "127.0.0.1")];
}

function isOwnPage(request: Request, url: string): boolean {
  const origin = request.headers.get("origin") ?? "";
  return ownHosts(url).some((host) => origin === `http://${host}`);
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

function answer(status: number, type: string, body: string): Response {
  const headers = {
    "content-type": type,
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
  };
  return new Response(body, { status, headers });
}

/** What every page asks for again is kept for a while. */
function lasting(file: Response): Response {
  file.headers.set("cache-control", "private, max-age=600");
  return file;
}

const page = (status: number, html: string) => answer(status, "text/html; charset=utf-8", html);
const plain = (status: number, text: string) => answer(status, "text/plain", `${text}\n`);
const json = (body: object) => answer(200, "application/json", JSON.stringify(body));
