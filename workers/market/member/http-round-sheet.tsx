import type { Context } from "hono";
import { geoJsonOf } from "#domain/delivery/geojson.ts";
import { gpxOf } from "#domain/delivery/gpx.ts";
import { csvOf, type RouteColumns } from "#domain/delivery/route-csv.ts";
import type { ToldRoute } from "#domain/delivery/told-route.ts";
import { grams } from "#domain/kernel/quantity.ts";
import { RoundSheet } from "#frontend/member/round-sheet.tsx";
import type { RouteFacts } from "#frontend/ui/route-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { Edge } from "#market/edge/env.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { routesOf } from "./http-round-facts.ts";
import type { RoundsWeekView } from "./read-rounds.ts";

/** Writes one round of a plan on paper, or as a file for a navigator; the address names it. */
export function writeSheet(
  c: Context<Edge>,
  view: RoundsWeekView,
  shown: RoundsWeekView["plans"][number] | undefined,
): Response | Promise<Response> {
  const vehicle = c.req.param("vehicle") ?? "";
  const kind = c.req.param("kind");
  const routes = shown === undefined ? [] : routesOf(view, shown);
  const route = routes.find((one) => one.vehicle === Number(vehicle));
  if (route === undefined) return writeLost(c);
  const t = wordsOf(c);
  if (kind !== undefined) {
    return isFile(kind) ? writeFile(c, t, route, kind) : writeLost(c);
  }
  const { code, cycleId } = view.cycle;
  const page = {
    title: t.rounds.sheetTitle(route.letter, route.name),
    path: `/rete/giri/${cycleId}/foglio/${vehicle}`,
    side: "round" as const,
    children: <RoundSheet t={t} cycleId={cycleId} code={code} route={route} />,
  };
  return writePage(c, view.around, page);
}

const FILES = {
  gpx: { type: "application/gpx+xml", write: (route: ToldRoute) => gpxOf(route) },
  geojson: { type: "application/geo+json", write: (route: ToldRoute) => geoJsonOf(route) },
  csv: {
    type: "text/csv; charset=utf-8",
    write: (route: ToldRoute, columns: RouteColumns) => csvOf(route, columns),
  },
} as const;

function isFile(kind: string): kind is keyof typeof FILES {
  return Object.hasOwn(FILES, kind);
}

function writeFile(
  c: Context<Edge>,
  t: Texts,
  route: RouteFacts,
  kind: keyof typeof FILES,
): Response {
  const { type, write } = FILES[kind];
  c.header("Content-Type", type);
  c.header("Content-Disposition", `attachment; filename="giro-${route.letter}.${kind}"`);
  c.header("Cache-Control", "private, no-store");
  return c.body(write(toldRoute(t, route), t.rounds.columns));
}

function toldRoute(t: Texts, { letter, name, trips }: RouteFacts): ToldRoute {
  const say = t.rounds;
  return {
    name: say.route(letter, name),
    stops: trips.flatMap(({ stops }) =>
      stops.map((stop) => {
        const what = stop.kind === "collection" ? say.fetch : say.ordersAt(stop.orders);
        const load = say.load(stop.crates, stop.coldCrates, t.format.weight(grams(stop.grams)));
        const note = [stop.street, stop.note].filter((part) => part !== "").join(", ");
        return {
          name: `${stop.mark} ${stop.name}`,
          task: `${what}: ${load}`,
          ...(note === "" ? {} : { note }),
          latMicrodegrees: stop.latMicrodegrees,
          lonMicrodegrees: stop.lonMicrodegrees,
          arrivesAt: stop.arrivesAt,
          leavesAt: stop.leavesAt,
        };
      }),
    ),
  };
}
