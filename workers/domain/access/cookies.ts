import { DAY, MINUTE } from "#domain/kernel/instant.ts";
import { lifeOf } from "./session.ts";

/**
 * Every cookie that this site sets, and no other: what is set takes its name and its life from
 * here, and so does the page that tells people of them. All are needed for what a person asks for
 * (Codice privacy art. 122: no consent), readable by this site alone and by no script.
 */
export const COOKIES = {
  basket: { name: "__Host-cassetta", lifeMs: 30 * DAY },
  order: { name: "__Host-ordine", lifeMs: 60 * DAY },
  session: { name: "__Host-sessione", lifeMs: lifeOf("member") },
  household: { name: "__Host-chiave", lifeMs: 30 * DAY },
  invitation: { name: "__Host-invito", lifeMs: 30 * MINUTE },
  known: { name: "__Host-noto", lifeMs: 180 * DAY },
  stop: { name: "__Host-ferma", lifeMs: 30 * MINUTE },
} as const;
export type CookieKind = keyof typeof COOKIES;
