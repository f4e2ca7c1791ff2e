import { Hono } from "hono";
import type { Context } from "hono";
import { MemberHome } from "#frontend/member/home.tsx";
import type { NextWeek } from "#frontend/member/call-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { Edge } from "#market/edge/env.ts";
import { isOpen, reopening } from "#market/shop/http-facts.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { callsOf } from "./http-calls.ts";
import { writeNotFor } from "./http-act.tsx";
import { type HomeView, readHome } from "./read-home.ts";
import { isOpenTo } from "./reads.ts";

/** The door of the member area: what waits for whoever is signed in. */
export const homePage = new Hono<Edge>().get("/", async (c) => {
  const { request } = c.var;
  const read = await readHome(request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const view = read.value;
  const t = wordsOf(c);
  const { now } = request.ports;
  const facts = {
    name: view.around.person?.name ?? "",
    roles: view.who.grants.map(({ role }) => role),
    calls: callsOf(view, now),
    next: nextOf(view, now),
    offices: officesOf(t, view),
    news: newsOf(c),
  };
  const children = <MemberHome t={t} facts={facts} />;
  return writePage(c, view.around, { title: t.member.home.title, path: "/io", children });
});

function nextOf({ around }: HomeView, now: Parameters<typeof isOpen>[1]): NextWeek {
  const open = isOpen(around, now);
  return { isOpen: open, at: open ? (around.week?.closesAt ?? null) : reopening(around) };
}

/** Those who read what enterprises open to each other: who speaks for one, and for all of them. */
const SPEAKING: ReadonlySet<string> = new Set(["producer", "hub", "courier", "officer", "auditor"]);

/** The pages of those who run something of the network: only what is open to who reads. */
function officesOf(t: Texts, view: HomeView) {
  return [...tradePages(t, view), ...peoplePages(t, view)].filter(({ isTheirs }) => isTheirs);
}

function tradePages(t: Texts, { principal, who }: HomeView) {
  const of = (wanted: string) =>
    who.grants.filter(({ role }) => role === wanted).map(({ subject }) => subject);
  const [hubs, producers] = [of("hub"), of("producer")];
  const mayManage = ["", ...hubs].some((hub) => isOpenTo(principal, "cycles.manage", { hub }));
  return [
    { href: "/rete/cicli", label: t.office.cycles.title, isTheirs: mayManage },
    { href: "/rete/giri", label: t.rounds.title, isTheirs: mayManage },
    { href: "/corriere", label: t.courier.title, isTheirs: of("courier").length > 0 },
    {
      href: "/rete/segnalazioni",
      label: t.problems.page.title,
      isTheirs: isOpenTo(principal, "problems.read"),
    },
    {
      href: `/rete/segnalazioni/${producers[0] ?? ""}`,
      label: t.problems.page.title,
      isTheirs: producers.length === 1 && !isOpenTo(principal, "problems.read"),
    },
  ];
}

function peoplePages(t: Texts, { principal, who }: HomeView) {
  return [
    {
      href: "/io/permessi",
      label: t.permits.title,
      isTheirs: who.grants.some(({ role }) => SPEAKING.has(role)),
    },
    {
      href: "/io/prodotti",
      label: t.photos.link,
      isTheirs: who.grants.some(({ role }) => role === "producer"),
    },
    {
      href: "/rete/persone",
      label: t.office.people.title,
      isTheirs: isOpenTo(principal, "people.read"),
    },
    {
      href: "/soci/libro",
      label: t.members.book.title,
      isTheirs: isOpenTo(principal, "members.decide"),
    },
    {
      href: "/rete/firme",
      label: t.office.seconds.title,
      isTheirs: isOpenTo(principal, "countersignatures.read"),
    },
    {
      href: "/rete/modifiche",
      label: t.office.history.title,
      isTheirs: isOpenTo(principal, "network-history.read"),
    },
  ];
}

function newsOf(c: Context<Edge>): string | null {
  const say = wordsOf(c).access.own;
  if (c.req.query("nuova") === "1") return say.welcome;
  const basket = c.req.query("cassetta");
  if (basket === "unita") return say.joined;
  return basket === "tua" ? say.kept : null;
}
