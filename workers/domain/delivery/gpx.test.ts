import { expect, test } from "vitest";
import { toldRound } from "#tests/told-round.ts";
import { gpxOf } from "./gpx.ts";

test("a navigator gets points, their order and the streets", () => {
  const gpx = gpxOf(toldRound);
  expect(gpx.match(/<wpt /g)).toHaveLength(2);
  expect(gpx.match(/<rtept /g)).toHaveLength(2);
  expect(gpx.match(/<trkpt /g)).toHaveLength(2);
  expect(gpx).toContain('<rtept lat="45.440001" lon="11.001000"><time>2026-06-10T15:30:00');
});

test("names cannot break the file", () => {
  const gpx = gpxOf(toldRound);
  expect(gpx).toContain("Forno &quot;Da &lt;Gigi&gt; &amp; figli&quot;");
  const [stop] = toldRound.stops;
  const odd = stop ? [{ ...stop, name: "a\u0000\u000Bb\uD800" }] : [];
  expect(gpxOf({ ...toldRound, stops: odd })).toContain("<name>ab</name>");
});

test("without streets there is no track", () => {
  const { line: _line, ...bare } = toldRound;
  expect(gpxOf(bare)).not.toContain("<trk>");
  expect(gpxOf({ ...bare, line: [] })).not.toContain("<trk>");
});
