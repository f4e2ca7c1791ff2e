import type { ComponentChildren, VNode } from "preact";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { portion, cents, subtractCents } from "#domain/kernel/money.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { Assets, Link, PageProps } from "#frontend/ui/document.tsx";
import type { Side } from "#frontend/ui/facts.ts";
import type { CycleFacts } from "#frontend/ui/week-bar.tsx";
import { WeekBar } from "#frontend/ui/week-bar.tsx";
import { inWeek } from "./list-address.ts";

/** A week that takes orders. */
export interface OpenWeekFacts {
  readonly code: string;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
}

/** What stands around every page of the shop. */
export interface FrameFacts {
  readonly networkName: string;
  readonly contactEmail: string | null;
  /** Part of each price that the network keeps; null before the network is set up. */
  readonly networkFee: BasisPoints | null;
  readonly now: Instant;
  /** The week that is open or near; null when there is none. */
  readonly cycle: CycleFacts | null;
  /** What an address calls that week; null where it is the one shown unasked. */
  readonly week?: string | null;
  /** All weeks that take orders now; a reader chooses where there are several. */
  readonly weeks?: readonly OpenWeekFacts[];
  /** The reader's basket; null for a reader without one, whose page may be kept by caches. */
  readonly basket: { readonly products: number; readonly total: Cents } | null;
  /** Who is signed in; null for everybody else. */
  readonly person: { readonly name: string; readonly isOfficer: boolean } | null;
}

/** The page itself, of the shop or of somebody's own. */
export interface ShopPage {
  readonly title: string;
  readonly description?: string;
  readonly path: string;
  /** Shown where the page is about this week. */
  readonly hasWeek?: boolean;
  /** Where the page is found in another week; absent where it has none. */
  readonly weekPath?: string;
  readonly refused?: boolean;
  /** Why, where a sentence is all that there is to say. */
  readonly refusal?: string | null;
  /** The shop's colour where nothing is said. */
  readonly side?: Side;
  /** Made for this reader alone, also where nobody is known: no cache keeps it. */
  readonly isPersonal?: boolean;
  /** Asks for a passkey, which takes a script. */
  readonly hasPasskeys?: boolean;
  readonly children: ComponentChildren;
}

/** Puts a page of the shop in its frame: header, week, footer. */
export function framed(t: Texts, assets: Assets, frame: FrameFacts, page: ShopPage): PageProps {
  const { title, description, path, refused, children } = page;
  return {
    t,
    assets,
    network: {
      name: frame.networkName,
      home: "/",
      statements: statementsOf(t, frame),
      links: linksOf(t, frame),
    },
    title,
    side: page.side ?? "shop",
    path,
    navigation: [
      {
        href: inWeek("/prodotti", frame.week),
        label: t.frame.links.products,
        act: "nav-products",
      },
      {
        href: inWeek("/produttori", frame.week),
        label: t.producers.list.title,
        act: "nav-producers",
      },
      { href: "/#ritiro", label: t.frame.links.pickup, act: "nav-pickup" },
      { href: "/proposte", label: t.proposals.link, act: "nav-proposals" },
    ],
    account: accountOf(t, frame),
    basket: { href: "/cassetta", ...(frame.basket ?? EMPTY) },
    children,
    ...(description === undefined ? {} : { description }),
    ...(refused === undefined ? {} : { refused }),
    ...(page.hasWeek === true ? { week: weekOf(t, frame, page) } : {}),
  };
}

function accountOf(t: Texts, { person }: FrameFacts): Link {
  const say = t.frame.links;
  if (person === null) return { href: "/accedi", label: say.signIn, act: "sign-in" };
  return { href: "/io", label: person.name, act: "own" };
}

const EMPTY = { products: 0, total: cents(0) };

function weekOf(t: Texts, frame: FrameFacts, page: ShopPage): VNode {
  const { cycle, now, weeks = [], week } = frame;
  if (cycle === null) return <WeekBar t={t} now={now} />;
  if (page.weekPath === undefined || weeks.length < 2) {
    return <WeekBar t={t} now={now} cycle={cycle} />;
  }
  const shown = week ?? weeks[0]?.code;
  const path = page.weekPath;
  const choices = weeks.map(({ code, closesAt, deliveryDay }, index) => ({
    href: inWeek(path, index === 0 ? null : code),
    isShown: code === shown,
    closesAt,
    deliveryDay,
  }));
  return <WeekBar t={t} now={now} cycle={cycle} choices={choices} />;
}

/** A round sum, so that the network's part is understood at a glance. */
const HUNDRED = cents(10_000);

function statementsOf(t: Texts, { networkFee }: FrameFacts): readonly string[] {
  const say = t.frame.footer;
  if (networkFee === null) return [say.owned];
  const fee = portion(HUNDRED, networkFee);
  const rest = subtractCents(HUNDRED, fee);
  const { money } = t.format;
  return [say.owned, say.split(money(HUNDRED), money(rest), money(fee))];
}

function linksOf(t: Texts, { contactEmail, week }: FrameFacts) {
  const say = t.frame.links;
  return [
    { href: inWeek("/prodotti", week), label: say.products, act: "foot-products" },
    {
      href: inWeek("/produttori", week),
      label: t.producers.list.title,
      act: "foot-producers",
    },
    { href: "/gruppi", label: t.groups.list.title, act: "foot-groups" },
    { href: "/cassetta", label: t.frame.basket, act: "foot-basket" },
    { href: "/trasparenza", label: t.transparency.link, act: "foot-transparency" },
    { href: "/proposte", label: t.proposals.link, act: "foot-proposals" },
    { href: "/assemblee", label: t.assemblies.title, act: "foot-assemblies" },
    { href: "/regole", label: t.rules.link, act: "foot-rules" },
    { href: "/soci", label: t.members.join.title, act: "foot-members" },
    { href: "/statuto", label: t.rules.statute.title, act: "foot-statute" },
    { href: "/condizioni", label: t.legal.links.terms, act: "foot-terms" },
    { href: "/riservatezza", label: t.privacy.link, act: "foot-privacy" },
    { href: "/accessibilita", label: t.legal.links.accessibility, act: "foot-accessibility" },
    { href: "/note-legali", label: t.legal.links.notes, act: "foot-legal" },
    ...(contactEmail === null
      ? []
      : [{ href: `mailto:${contactEmail}`, label: say.write, act: "foot-write" }]),
  ];
}
