import type { Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** When orders open again, in a sentence. */
export function reopening(t: Texts, at: Instant | null): string {
  const say = t.catalogue.home;
  return at === null ? say.notYet : say.reopens(t.format.dayAndHour(at));
}
