import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { verona } from "./drawings/verona.ts";
import { EuroBar } from "./euro-bar.tsx";
import { groundAround, project, SchematicMap } from "./map.tsx";
import type { MeterFacts } from "./meter.tsx";
import { Meter, scaleOf } from "./meter.tsx";
import { shownPages } from "./pagination.tsx";
import { initialsOf, Stamp } from "./stamp.tsx";

const t = textsFor("it");

const meter = (facts: MeterFacts): string => render(<Meter facts={facts} label="detto a parole" />);

describe("the meter", () => {
  test("it ends where the box in progress is full", () => {
    expect(scaleOf({ sure: 16, maybe: 1, box: 6 })).toBe(18);
    expect(scaleOf({ sure: 18, maybe: 1, box: 6 })).toBe(18);
    expect(scaleOf({ sure: 0, box: 6 })).toBe(6);
  });

  test("without boxes it leaves room beyond the goal", () => {
    expect(scaleOf({ sure: 2400, goal: 4000 })).toBe(5000);
    expect(scaleOf({ sure: 12_420, goal: 5000 })).toBe(12_420);
    expect(scaleOf({ sure: 0 })).toBe(1);
  });

  test("solid is sure, hatched is tolerance, a notch parts the boxes", () => {
    const html = meter({ sure: 16, maybe: 1, box: 6 });
    expect(html).toContain('class="sure" width="88.89%"');
    expect(html).toContain('x="88.89%" width="5.56%" height="22" fill="url(#hatch)"');
    expect(html.match(/class="notch"/g)).toHaveLength(2);
    expect(html).not.toContain('class="goal"');
  });

  test("tolerance never runs past the end of the rule", () => {
    expect(meter({ sure: 37, maybe: 6, box: 10 })).toContain('x="92.5%" width="7.5%"');
  });

  test("hundreds of boxes are not drawn one by one", () => {
    expect(meter({ sure: 600, box: 2 })).not.toContain("notch");
  });

  test("its meaning is said in words", () => {
    expect(meter({ sure: 1, goal: 2 })).toContain('role="img" aria-label="detto a parole"');
  });
});

describe("the divided sum", () => {
  const parts = [
    { label: "Malga", amount: cents(893) },
    { label: "Giro", amount: cents(40) },
    { label: "Rete", amount: cents(19) },
    { label: "IVA", amount: cents(38) },
  ];
  const html = render(<EuroBar t={t} caption="Dove vanno 9,90 €" parts={parts} />);
  const bar = html.slice(0, html.indexOf("<table"));

  test("the bar is full: each part begins where the one before ends", () => {
    const spans = [...bar.matchAll(/x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => {
      return { x: Number(x), width: Number(width) };
    });
    let end = 0;
    for (const { x, width } of spans) {
      expect(x).toBeCloseTo(end, 6);
      end = x + width;
    }
    expect(end).toBeCloseTo(100, 6);
  });

  test("the table says the same figures and their sum", () => {
    for (const said of [
      "8,93\u00a0€",
      "0,40\u00a0€",
      "0,19\u00a0€",
      "0,38\u00a0€",
      "9,90\u00a0€",
    ]) {
      expect(html).toContain(said);
    }
    expect(html).toContain("<caption");
    expect(html.match(/scope="row"/g)).toHaveLength(5);
  });

  test("a sum of nothing is drawn without a fault", () => {
    const none = render(
      <EuroBar t={t} caption="niente" parts={[{ label: "Malga", amount: cents(0) }]} />,
    );
    expect(none).not.toMatch(/NaN|Infinity/);
  });
});

describe("the pages of a list", () => {
  test.each([
    [1, 2, [1, 2]],
    [1, 9, [1, 2, null, 9]],
    [3, 9, [1, 2, 3, 4, null, 9]],
    [4, 9, [1, 2, 3, 4, 5, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [9, 9, [1, null, 8, 9]],
  ])("at page %i of %i", (page, pages, shown) => {
    expect(shownPages(page, pages)).toEqual(shown);
  });
});

describe("the map", () => {
  const santaToscana = { latMicrodegrees: 45_441_200, lonMicrodegrees: 11_010_200 };

  test("Santa Toscana stands east of the river, inside the walls", () => {
    expect(project(verona, santaToscana)).toEqual({ x: 529, y: 180 });
  });

  test("a point far away is shown on the edge nearest to it", () => {
    const bosco = { latMicrodegrees: 45_620_000, lonMicrodegrees: 11_030_000 };
    expect(project(verona, bosco)).toEqual({ x: 620, y: 44 });
  });

  test("a city nobody has drawn gets a ground that holds all its points", () => {
    const points = [santaToscana, { latMicrodegrees: 45_280_000, lonMicrodegrees: 10_730_000 }];
    const ground = groundAround(points);
    for (const point of points) {
      const { x, y } = project(ground, point);
      expect(x).toBeGreaterThan(40);
      expect(x).toBeLessThan(ground.width - 40);
      expect(y).toBeGreaterThan(40);
      expect(y).toBeLessThan(ground.height - 4);
    }
  });

  test("its scale is a round distance", () => {
    const points = [{ mark: "1", ...santaToscana }];
    const html = render(<SchematicMap t={t} ground={verona} points={points} label="Verona" />);
    expect(html).toContain("1\u00a0km");
    expect(html).toContain('aria-label="Verona"');
  });
});

describe("the stamp", () => {
  test.each([
    ["Frutteto dell'Adige", "FA"],
    ["Uova della Collina", "UC"],
    ["Saponeria Filo (coop. sociale)", "SF"],
    ["Malga Alta Lessinia", "MA"],
    ["Riseria", "R"],
  ])("%s is signed %s", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test("it carries the practice that was certified, else the trade", () => {
    const stamp = (certifications: readonly string[], category: string): string =>
      render(
        <Stamp name="Forno" town="Verona" certifications={certifications} category={category} />,
      );
    expect(stamp(["bio-eu"], "forno")).toContain("#g-organic");
    expect(stamp(["coop-sociale"], "cosmesi")).toContain("#g-social");
    expect(stamp([], "forno")).toContain("#g-oven");
    expect(stamp([], "carne")).toContain("#g-farm");
  });
});
