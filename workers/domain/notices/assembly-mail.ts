import type { Instant } from "#domain/kernel/instant.ts";
import type { Letter, LetterLang } from "./letter.ts";
import { momentWords } from "./when-words.ts";

/** An assembly as its members are called to it, or told that it is off. */
export interface AssemblyTold {
  readonly title: string;
  readonly place: string;
  /** Where to connect from afar; null where nobody can. */
  readonly link: string | null;
  readonly firstCallAt: Instant;
  readonly secondCallAt: Instant | null;
  /** What is to be decided, in its order. */
  readonly agenda: readonly string[];
}

const WORDS = {
  it: {
    subject: (title: string) => `Convocazione: ${title}`,
    first: (when: string, place: string) => `Sei convocato in assemblea ${when}, ${place}.`,
    second: (when: string) => `Se non si raggiunge il numero, in seconda convocazione ${when}.`,
    link: (link: string) => `Ci si può collegare da ${link}.`,
    agenda: "All’ordine del giorno:",
    proxy: "Se non puoi venire, un altro socio può rappresentarti con una delega scritta.",
    open: "Leggi la convocazione e i testi",
    offSubject: (title: string) => `Annullata: ${title}`,
    off: (when: string) => `L’assemblea ${when} non si tiene.`,
    reason: (reason: string) => `Il motivo: ${reason}`,
  },
  en: {
    subject: (title: string) => `Convocation: ${title}`,
    first: (when: string, place: string) => `You are called to the assembly ${when}, ${place}.`,
    second: (when: string) => `If too few are there, a second call is ${when}.`,
    link: (link: string) => `You can connect at ${link}.`,
    agenda: "On the agenda:",
    proxy: "If you cannot come, another member can stand for you with a written proxy.",
    open: "Read the convocation and the texts",
    offSubject: (title: string) => `Cancelled: ${title}`,
    off: (when: string) => `The assembly ${when} is not held.`,
    reason: (reason: string) => `The reason: ${reason}`,
  },
} as const;

/** Calls a member to an assembly (art. 2366 c.c.): when, where, what is to be decided. */
export function convocationMail(lang: LetterLang, told: AssemblyTold): Letter {
  const words = WORDS[lang];
  const { secondCallAt, link } = told;
  return {
    kind: "assembly-convened",
    lang,
    subject: words.subject(told.title),
    pieces: [
      { words: words.first(momentWords(lang, told.firstCallAt), told.place) },
      ...(secondCallAt === null ? [] : [{ words: words.second(momentWords(lang, secondCallAt)) }]),
      ...(link === null ? [] : [{ words: words.link(link) }]),
      { words: words.agenda },
      { list: told.agenda },
      { words: words.proxy },
      { link: words.open },
    ],
  };
}

/** Tells a member that the assembly they were called to is not held, and why. */
export function assemblyOffMail(lang: LetterLang, told: AssemblyTold, reason: string): Letter {
  const words = WORDS[lang];
  return {
    kind: "assembly-cancelled",
    lang,
    subject: words.offSubject(told.title),
    pieces: [
      { words: words.off(momentWords(lang, told.firstCallAt)) },
      { words: words.reason(reason) },
    ],
  };
}
