import { MEMBER_CLASSES } from "#domain/membership/member.ts";
import { OPEN_DEEDS } from "#domain/membership/open-deeds.ts";
import { reasonOf } from "#frontend/member/member-parts.tsx";
import type { Texts } from "#frontend/texts/texts.ts";

/**
 * What an entry of the book does, in plain words: told from its form alone, so that who signs
 * second reads what is really asked. Nothing where it is another form.
 */
export function entryTold(t: Texts, body: string, name: string): readonly string[] {
  const form = new URLSearchParams(body);
  const say = t.members.book;
  const kind = OPEN_DEEDS.find((one) => one === form.get("kind"));
  if (kind === undefined) return [];
  const as = MEMBER_CLASSES.find((one) => one === form.get("class"));
  const ground = reasonOf(t, { ground: form.get("ground") ?? "", words: null });
  const words = (form.get("words") ?? "").trim();
  return [
    say.signs[kind](name),
    ...(kind === "class-changed" && as !== undefined ? [say.signClass(t.members.classes[as])] : []),
    ...(ground === "" ? [] : [say.signGround(ground)]),
    ...(words === "" ? [] : [say.said(words)]),
  ];
}

/** Which membership a form of the book is about; null where it is another form. */
export function memberOfForm(path: string): string | null {
  return /^\/soci\/libro\/([0-9a-z]{26})\/annotazioni$/.exec(path)?.[1] ?? null;
}
