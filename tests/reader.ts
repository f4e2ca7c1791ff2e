import { app } from "#market/app.ts";
import type { Bindings } from "#market/edge/env.ts";

/** What a page answered, with what a browser would do next. */
export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Where the browser is sent; null when it stays. */
  readonly location: string | null;
}

/** A browser without scripts: it keeps cookies, sends forms, follows what it is told to. */
export class Reader {
  readonly cookies = new Map<string, string>();
  readonly #env: Bindings;
  constructor(env: Bindings) {
    this.#env = env;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.#ask(path, { method: "GET", headers });
  }

  /** Sends a form as a page of the shop would. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    origin = "http://localhost:8787",
  ): Promise<Page> {
    return this.#ask(path, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        Origin: origin,
      },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /** Sends a form and opens what it leads to. */
  async postAndFollow(path: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    const answer = await this.post(path, fields);
    return answer.location === null ? answer : this.get(answer.location.replace(/#.*/, ""));
  }

  async #ask(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) {
      headers.set("Cookie", [...this.cookies].map((pair) => pair.join("=")).join("; "));
    }
    const url = `http://localhost:8787${path}`;
    const answer = await app.request(url, { ...init, headers }, this.#env);
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
    const location = answer.headers.get("Location");
    return { status: answer.status, headers: answer.headers, html: await answer.text(), location };
  }
}

/** The value of a hidden field of a page. @throws when the page has none. */
export function hidden(page: Page, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1];
  if (found === undefined) throw new Error(`the page has no field ${name}`);
  return found;
}

/** What a page says, without its markup; no-break spaces read as spaces. */
export function said(page: Page): string {
  const body = page.html.slice(page.html.indexOf("<main"));
  return body
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("\u00a0", " ")
    .replaceAll(/\s+/g, " ");
}
