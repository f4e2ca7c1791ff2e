import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { civilDate, instantFromText } from "#domain/kernel/instant.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { rulerOf, sentence, WeekBar } from "./week-bar.tsx";

const t = textsFor("it");

const at = (text: string): Instant => {
  const found = instantFromText(text);
  if (found === null) throw new Error(`${text} is no time`);
  return found;
};

const cycle = {
  opensAt: at("2026-06-01T08:00:00+02:00"),
  closesAt: at("2026-06-03T20:00:00+02:00"),
  deliveryDay: civilDate("2026-06-05"),
};

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("where the week stands", () => {
  test.each([
    ["2026-06-01T07:59:59+02:00", "Gli ordini aprono lunedì 1 giugno, ore 8"],
    ["2026-06-01T08:00:00+02:00", "Ordini aperti fino a mercoledì 3 giugno, ore 20"],
    ["2026-06-03T19:59:59+02:00", "Ordini aperti fino a mercoledì 3 giugno, ore 20"],
    ["2026-06-03T20:00:00+02:00", "Ordini chiusi. Si consegna venerdì 5 giugno"],
    ["2026-06-05T00:00:00+02:00", "Oggi si consegna"],
    ["2026-06-06T00:00:00+02:00", "Consegnato venerdì 5 giugno. Gli ordini sono chiusi"],
  ])("at %s: %s", (now, said) => {
    expect(plain(sentence(t, cycle, at(now)))).toBe(said);
  });

  test("what is left is said only while orders are open", () => {
    const html = (now: string) => render(<WeekBar t={t} cycle={cycle} now={at(now)} />);
    expect(html("2026-06-02T13:00:00+02:00")).toContain("mancano 31 ore");
    expect(html("2026-06-03T20:00:00+02:00")).not.toContain("manca");
  });

  test("without a cycle it says so and draws no ruler", () => {
    const html = render(<WeekBar t={t} now={cycle.opensAt} />);
    expect(html).toContain("Nessun ordine è aperto");
    expect(html).not.toContain("<ol>");
  });
});

describe("the ruler", () => {
  test("five days, each with what happens on it", () => {
    const ruler = rulerOf(cycle, at("2026-06-02T13:00:00+02:00"));
    expect(ruler.map(({ state }) => state)).toEqual(["done", "today", "ahead", "ahead", "ahead"]);
    const events = ["opens", null, "closes", "prepares", "delivers"];
    expect(ruler.map(({ event }) => event)).toEqual(events);
  });

  test("today is today in Verona, not where the server stands", () => {
    const ruler = rulerOf(cycle, at("2026-06-02T22:30:00Z"));
    expect(ruler.find(({ state }) => state === "today")?.day).toBe("2026-06-03");
  });

  test("a cycle of weeks shows only the days on which something happens", () => {
    const long = { ...cycle, opensAt: at("2026-05-04T08:00:00+02:00") };
    const events = rulerOf(long, long.opensAt).map(({ event }) => event);
    expect(events).toEqual(["opens", "closes", "prepares", "delivers"]);
  });

  test("the week in which the clocks change has no day twice and none missing", () => {
    const autumn = {
      opensAt: at("2026-10-23T08:00:00+02:00"),
      closesAt: at("2026-10-26T20:00:00+01:00"),
      deliveryDay: civilDate("2026-10-28"),
    };
    const days = rulerOf(autumn, autumn.opensAt).map(({ day }) => day.slice(-2));
    expect(days).toEqual(["23", "24", "25", "26", "27", "28"]);
  });
});
