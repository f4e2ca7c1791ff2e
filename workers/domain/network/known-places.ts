import type { EarthPoint } from "#domain/kernel/earth.ts";

/**
 * Towns, and quarters of Verona, by the middle of each: enough to say which pickup point is near
 * without asking anybody else where somebody lives. Thousandths of a degree, set by hand and right
 * within a kilometre or so: a page that uses them says «circa».
 */
const PLACES: readonly (readonly [name: string, lat: number, lon: number])[] = [
  ["Verona", 45_438, 10_992],
  ["Verona, Veronetta", 45_440, 11_004],
  ["Verona, centro storico", 45_441, 10_996],
  ["Verona, San Zeno", 45_442, 10_979],
  ["Verona, Borgo Trento", 45_451, 10_990],
  ["Verona, Valdonega", 45_451, 11_000],
  ["Verona, Borgo Venezia", 45_441, 11_024],
  ["Verona, Porto San Pancrazio", 45_430, 11_016],
  ["Verona, San Michele", 45_435, 11_048],
  ["Verona, Borgo Roma", 45_412, 10_998],
  ["Verona, Golosine", 45_420, 10_975],
  ["Verona, Borgo Milano", 45_443, 10_960],
  ["Verona, Santa Lucia", 45_419, 10_959],
  ["Verona, Parona", 45_479, 10_947],
  ["Verona, Quinzano", 45_473, 10_972],
  ["Verona, Montorio", 45_458, 11_068],
  ["Verona, Quinto", 45_477, 11_017],
  ["Bosco Chiesanuova", 45_623, 11_030],
  ["Bovolone", 45_255, 11_120],
  ["Bussolengo", 45_473, 10_850],
  ["Buttapietra", 45_343, 10_998],
  ["Caldiero", 45_416, 11_178],
  ["Castel d’Azzano", 45_353, 10_948],
  ["Cerro Veronese", 45_574, 11_041],
  ["Erbezzo", 45_639, 11_000],
  ["Fumane", 45_542, 10_883],
  ["Grezzana", 45_518, 11_015],
  ["Illasi", 45_467, 11_181],
  ["Isola della Scala", 45_272, 11_009],
  ["Lavagno", 45_438, 11_128],
  ["Legnago", 45_193, 11_310],
  ["Mezzane di Sotto", 45_483, 11_128],
  ["Negrar", 45_530, 10_938],
  ["Pescantina", 45_484, 10_868],
  ["Peschiera del Garda", 45_439, 10_687],
  ["San Bonifacio", 45_396, 11_273],
  ["San Giovanni Lupatoto", 45_383, 11_045],
  ["San Martino Buon Albergo", 45_421, 11_096],
  ["San Pietro in Cariano", 45_518, 10_887],
  ["Sant’Ambrogio di Valpolicella", 45_521, 10_836],
  ["Soave", 45_420, 11_246],
  ["Sommacampagna", 45_406, 10_845],
  ["Sona", 45_439, 10_831],
  ["Tregnago", 45_514, 11_165],
  ["Valeggio sul Mincio", 45_353, 10_736],
  ["Velo Veronese", 45_605, 11_096],
  ["Villafranca di Verona", 45_353, 10_844],
  ["Zevio", 45_373, 11_135],
];

/** What a list of places offers. */
export const PLACE_NAMES: readonly string[] = PLACES.map(([name]) => name);

/** A place that somebody named, and where it is. */
export interface NamedPlace extends EarthPoint {
  readonly name: string;
}

/**
 * The place that is meant: its whole name, however it is written, or the first whose name holds
 * what was typed; null where we know none.
 */
export function placeNamed(typed: string): NamedPlace | null {
  const asked = plain(typed);
  if (asked.length < 3) return null;
  const named = (fits: (name: string) => boolean) => PLACES.find(([name]) => fits(plain(name)));
  const found = named((name) => name === asked) ?? named((name) => name.includes(asked));
  if (found === undefined) return null;
  const [name, lat, lon] = found;
  return { name, latMicrodegrees: lat * 1000, lonMicrodegrees: lon * 1000 };
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .trim();
}
