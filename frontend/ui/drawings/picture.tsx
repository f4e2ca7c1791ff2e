import type { VNode } from "preact";
import { spoken } from "#frontend/ui/spoken.ts";
import type { Land, Packaging, Silhouette, Species } from "./species.ts";
import { categories, containers, parcel, rowOf, species } from "./species.ts";

/** The facts of a product that its picture shows. The same facts always give the same picture. */
export interface PictureFacts {
  /** A key of `species`; anything else is drawn by packaging, then by category. */
  readonly species: string;
  /** The palette of a variety, when it is not the species' own. */
  readonly variety?: string;
  readonly land: Land;
  readonly unit: "piece" | "kg" | "variable";
  /** How many are sold together: 30 eggs, a box of 6 bottles, 1 loaf. */
  readonly count: number;
  readonly packaging?: Packaging;
  readonly category?: string;
  /** The product's id: moves only the sun. */
  readonly seed: string;
}

interface PictureOptions {
  /** Said aloud where the picture stands alone; beside the product's name it stays silent. */
  readonly label?: string;
  /** Cut to a square, for a line of the basket. */
  readonly square?: boolean;
}

/** One figure of the scene, standing at (x, y), `size` wide and high. */
interface Placed {
  readonly silhouette: Silhouette;
  readonly palette: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** What is drawn: figures from back to front, with or without a crate before them. */
export interface Scene {
  readonly figures: readonly Placed[];
  readonly crate: boolean;
}

/** Draws a product; its symbols come from the page's sprite. */
export function picture(facts: PictureFacts, { label, square }: PictureOptions = {}): VNode {
  const { figures, crate } = sceneOf(facts);
  const sun = sunOf(facts.seed);
  return (
    <div class={`picture ${facts.land}`}>
      <svg viewBox={square === true ? "20 0 120 120" : "0 0 160 120"} {...spoken(label)}>
        <circle class="sun" cx={sun.x} cy={sun.y} r={sun.radius} />
        <use href={`#z-${facts.land}`} width="160" height="120" />
        {figures.map((one) => (
          <use
            class={`p-${one.palette}`}
            href={`#s-${one.silhouette}`}
            x={one.x}
            y={one.y}
            width={one.size}
            height={one.size}
          />
        ))}
        {crate ? (
          <use class="p-wood" href="#c-crate" x="22" y="68" width="116" height="48" />
        ) : null}
      </svg>
    </div>
  );
}

/** The symbols that these pictures need, each once. */
export function symbolsOf(pictures: readonly PictureFacts[]): readonly string[] {
  const ids = new Set<string>();
  for (const facts of pictures) {
    const { figures, crate } = sceneOf(facts);
    ids.add(`z-${facts.land}`);
    for (const figure of figures) ids.add(`s-${figure.silhouette}`);
    if (crate) ids.add("c-crate");
  }
  return [...ids];
}

/** Decides who stands where. */
export function sceneOf(facts: PictureFacts): Scene {
  if (facts.species === "mixed-vegetables") return mixedCrate;
  const drawn = drawnAs(facts);
  const palette = facts.variety ?? drawn.palette;
  const place = ([x, y, size]: Spot): Placed => {
    return { silhouette: drawn.silhouette, palette, x, y, size };
  };
  const crate = facts.packaging === "crate" || (facts.unit === "kg" && drawn.crated === true);
  if (crate) return { figures: layouts.crate.map(place), crate };
  return { figures: spotsFor(facts, drawn).map(place), crate };
}

/** A known species wins; a container it cannot be seen through replaces the silhouette. */
function drawnAs(facts: PictureFacts): Species {
  const known = rowOf(species, facts.species);
  const container = facts.packaging === undefined ? undefined : containers[facts.packaging];
  if (known === undefined) {
    const byCategory = rowOf(categories, firstWord(facts.category ?? ""));
    if (container === undefined) return byCategory ?? parcel;
    return { silhouette: container, palette: byCategory?.palette ?? parcel.palette };
  }
  const hidden = facts.packaging === "tin" || facts.packaging === "sack";
  if (!hidden || container === undefined) return known;
  return { silhouette: container, palette: container };
}

function firstWord(text: string): string {
  return /^\p{L}+/u.exec(text.toLowerCase())?.[0] ?? "";
}

type Spot = readonly [x: number, y: number, size: number];

const layouts = {
  one: [[31, 18, 98]],
  two: [
    [12, 32, 76],
    [70, 34, 76],
  ],
  three: [
    [20, 30, 64],
    [78, 30, 64],
    [46, 42, 70],
  ],
  bottles: [
    [8, 22, 92],
    [60, 22, 92],
    [34, 24, 92],
  ],
  trays: [
    [22, 8, 76],
    [62, 10, 76],
    [40, 36, 80],
  ],
  crate: [
    [30, 24, 44],
    [60, 18, 44],
    [90, 26, 42],
    [44, 40, 44],
    [76, 42, 42],
  ],
} satisfies Readonly<Record<string, readonly Spot[]>>;

/** One, two or a heap: loose goods are a heap, pieces are as many as are sold together. */
function spotsFor(facts: PictureFacts, drawn: Species): readonly Spot[] {
  const many = facts.unit === "kg" ? 3 : Math.ceil(facts.count / (drawn.perDrawing ?? 1));
  if (many <= 1) return layouts.one;
  if (many === 2 && drawn.narrow !== true) return layouts.two;
  if (drawn.narrow === true) return layouts.bottles;
  return drawn.perDrawing === undefined ? layouts.three : layouts.trays;
}

/** A crate of what the garden gives this week: its contents are never one thing. */
const mixedCrate: Scene = {
  figures: [
    { silhouette: "radicchio", palette: "radicchio", x: 22, y: 22, size: 54 },
    { silhouette: "lettuce", palette: "lettuce", x: 54, y: 14, size: 52 },
    { silhouette: "carrot", palette: "carrot", x: 82, y: 12, size: 50 },
    { silhouette: "tomato", palette: "tomato", x: 96, y: 38, size: 36 },
  ],
  crate: true,
};

/** The seed moves the sun, to the left or to the right of what is shown, and nothing else. */
function sunOf(seed: string) {
  const hash = hashOf(seed);
  const aside = 24 + ((hash >>> 4) % 16);
  return {
    x: hash % 2 === 0 ? aside : 160 - aside,
    y: 20 + ((hash >>> 8) % 11),
    radius: 14 + ((hash >>> 16) % 7),
  };
}

/** FNV-1a, 32 bits: the same seed gives the same sun on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
