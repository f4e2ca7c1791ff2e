import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { Bars, scaleFor } from "./bars.tsx";

const draw = (...values: (number | null)[][]): string =>
  render(
    <Bars
      label="detto a parole"
      steps={values.map((own, at) => ({ label: `m${at}`, values: own }))}
      fills={[1, 2]}
      write={String}
    />,
  );

describe("the bars of a chart", () => {
  test.each([
    [0, 2],
    [2, 2],
    [3, 4],
    [9, 10],
    [11, 20],
    [2_300_000, 4_000_000],
  ])("up to %i the chart ends at %i, and its half is round", (most, scale) => {
    expect(scaleFor(most)).toBe(scale);
  });

  test("the highest that fits fills the chart, half of it half", () => {
    const html = draw([10], [5]);
    expect(html).toContain('y="12%" height="72%"');
    expect(html).toContain('y="48%" height="36%"');
  });

  test("one series stands upon the other", () => {
    expect(draw([5, 5])).toContain('class="f2" x="18%" width="64%" y="12%" height="36%"');
  });

  test("what is not told has no height, and is said in the table beside", () => {
    expect(draw([null], [4])).toContain('y="84%" height="0%"');
  });
});
