import { Hono } from "hono";
import type { Context } from "hono";
import type { Act } from "#domain/access/access.ts";
import type { Key } from "#domain/access/explain.ts";
import { isId } from "#domain/kernel/ids.ts";
import { type KeyFacts, Why, type WhyFacts } from "#frontend/member/why.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { writeNotFor } from "./http-act.tsx";
import { heldWords } from "./http-told.ts";
import { readWhy, type WhyView } from "./read-permits.ts";

const FIRST: Act = "catalogue.edit";
const THINGS = ["enterprise", "group", "household"] as const;

/** Why whoever reads may see or do something, or may not. */
export const whyPage = new Hono<Edge>().get("/", async (c) => {
  const t = wordsOf(c);
  const subject = c.req.query("di") ?? "";
  const asked = { act: actAsked(c, t), about: aboutOf(subject), holder: null };
  const read = await readWhy(c.var.request, asked);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const facts = whyFacts(t, read.value, subject);
  const children = <Why t={t} facts={facts} />;
  return writePage(c, read.value.around, {
    title: t.permits.why.title,
    path: "/io/perche",
    children,
  });
});

function actAsked(c: Context<Edge>, t: Texts): Act {
  const asked = c.req.query("atto") ?? "";
  return asked in t.permits.why.acts ? (asked as Act) : FIRST;
}

/** What the page names as `enterprise.ID`; nothing where it names no such thing. */
function aboutOf(subject: string): Readonly<Partial<Record<(typeof THINGS)[number], string>>> {
  const [kind = "", thing = ""] = subject.split(".");
  const known = THINGS.find((one) => one === kind);
  return known === undefined || !isId(thing) ? {} : { [known]: thing };
}

function whyFacts(t: Texts, { enterprises, circles, why }: WhyView, subject: string): WhyFacts {
  const { act, isOpen, isOpenAnyway, asks, keys, lost, opensTo } = why;
  const roleWords = (roles: typeof opensTo.all) => roles.map((role) => t.access.roles[role]);
  const names = new Map([
    ...enterprises.map(({ id, name }) => [id as string, name] as const),
    ...[...circles].map(([held, name]) => [held.split(".")[1] ?? "", name] as const),
  ]);
  const told = (key: Key) => keyFacts(t, key, names);
  return {
    acts: Object.entries(t.permits.why.acts).map(([value, label]) => ({ value, label })),
    act,
    subjects: [
      ...[...circles].map(([held, name]) => ({ value: circleOf(held), label: name })),
      ...enterprises.map(({ id, name }) => ({ value: `enterprise.${id}`, label: name })),
    ],
    subject,
    isOpen,
    isOpenAnyway,
    asks,
    keys: keys.map(told),
    lost: lost.map(told),
    opensTo: {
      all: roleWords(opensTo.all),
      own: roleWords(opensTo.own),
      through: opensTo.through.map((kind) => t.permits.kinds[kind]),
    },
  };
}

/** A coordinator's role is over a group; a household's over itself. */
function circleOf(held: string): string {
  return held.replace(/^coordinator\./, "group.");
}

function keyFacts(t: Texts, key: Key, names: ReadonlyMap<string, string>): KeyFacts {
  const { role, subject, grantedAt, through, revokedAt } = key;
  const nameOf = (id: string) => names.get(id) ?? t.permits.why.nobody;
  return {
    role: heldWords(t, { role, subject }, names),
    grantedAt,
    through:
      through === null
        ? null
        : {
            owner: nameOf(through.ownerId),
            holder: nameOf(through.holderId),
            kind: t.permits.kinds[through.kind],
            givenAt: through.givenAt,
          },
    revokedAt,
  };
}
