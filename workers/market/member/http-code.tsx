import type { Context } from "hono";
import { CODE_LIVES_MS } from "#domain/access/mail-code.ts";
import { MINUTE } from "#domain/kernel/instant.ts";
import { Code, type CodeFacts } from "#frontend/member/code.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { Around } from "#market/shop/around.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";

/** An e-mail address as it was typed; whether it can be one is all that a form can tell. */
export function readEmail(body: string): { readonly email: string; readonly isOne: boolean } {
  const email = (new URLSearchParams(body).get("email") ?? "").trim();
  return { email, isOne: email.length <= 200 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email) };
}

/** The eight digits of a form, without the blanks in between; null where they are not eight. */
export function readDigits(body: string): string | null {
  const digits = (new URLSearchParams(body).get("code") ?? "").replaceAll(/\s/g, "");
  return /^\d{8}$/.test(digits) ? digits : null;
}

/** What asks for the digits, and why they were refused the last time. */
export interface CodeAsking extends Omit<CodeFacts, "minutes" | "errors"> {
  readonly refused?: string | undefined;
}

/** The page that asks for the eight digits of a letter. */
export function writeCode(
  c: Context<Edge>,
  around: Around,
  { refused, ...asking }: CodeAsking,
): Response {
  const t = wordsOf(c);
  const facts = {
    ...asking,
    minutes: CODE_LIVES_MS / MINUTE,
    errors: refused === undefined ? [] : [{ field: "code", message: refused }],
  };
  const page = {
    title: asking.title,
    path: asking.action,
    refused: refused !== undefined,
    isPersonal: true,
    children: <Code t={t} facts={facts} />,
  };
  return writePage(c, around, page, refused === undefined ? 200 : 422);
}
