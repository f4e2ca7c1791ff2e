import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lintConfig } from "#ci/lint-config.ts";
import { notAmong } from "#ci/not-among.ts";
import { boundaries, kinds } from "./boundaries.ts";
import { lintPlanted, type Finding } from "./planting.ts";

const isFloorRule = ({ rule }: Finding): boolean =>
  /no-restricted-imports|consistent-type-imports/.test(rule);

const isDoorRule = ({ rule }: Finding): boolean =>
  /no-restricted-globals|no-restricted-properties|no-console|no-async-await/.test(rule);

describe("the floors are kept by lint rules", () => {
  test("the committed rules are the ones the table of floors gives", () => {
    expect(readFileSync(".oxlintrc.json", "utf8")).toBe(lintConfig());
  });

  test("no pattern looks ahead: oxlint would silently never match it", () => {
    expect(lintConfig()).not.toMatch(/"regex": "[^"]*\(\?/);
  });

  test("every planted import from above is seen, whichever way it is written", () => {
    const planted = plant(({ forbidden }) => [...forbidden, "../x.ts", "./../x.ts"]);
    const seen = new Set(lintPlanted(planted.files).filter(isFloorRule).map(at));
    expect(planted.lines.filter((line) => !seen.has(line.at)).map(described)).toEqual([]);
    expect(planted.lines.length).toBeGreaterThan(2_000);
  });

  test("every import that a floor allows is let through", () => {
    const planted = plant(({ allowed }) => allowed, ["static", "type", "re-export", "dynamic"]);
    const found = new Set(lintPlanted(planted.files).filter(isFloorRule).map(at));
    expect(planted.lines.filter((line) => found.has(line.at)).map(described)).toEqual([]);
  });

  test("the page's client knows the API by its type and by nothing else", () => {
    const found = lintPlanted({
      "frontend/api.ts": [
        'import type { Api } from "#market/app.ts";',
        'import { app } from "#market/app.ts";',
        "export const api = (): Api => app;",
      ].join("\n"),
    });
    expect(found.filter(isFloorRule).map(at)).toEqual(["frontend/api.ts:2"]);
  });

  test("what is not among the allowed is matched, to the letter", () => {
    const stranger = new RegExp(notAmong(["#domain/", "hono", "#market/app.ts", "node:"]));
    const allowed = ["#domain/x/y.ts", "hono", "hono/client", "#market/app.ts", "node:fs"];
    const others = ["#domain", "#domains/x.ts", "honor", "hon", "#market/app.tsx", "nodes", ""];
    expect(allowed.filter((text) => stranger.test(text))).toEqual([]);
    expect(others.filter((text) => !stranger.test(text))).toEqual([]);
  });
});

describe("the rules that a floor alone cannot carry", () => {
  test("clock, chance, network, language and waiting have doors, and the domain has none", () => {
    const lines = [
      "export const now = () => Date.now();",
      "export const euro = () => new Intl.NumberFormat();",
      "export const get = () => fetch('/');",
      "export const luck = () => Math.random();",
      "export const say = () => { console.log(1); };",
      "export const wait = async () => { await 1; };",
    ];
    const seen = (file: string): string =>
      [
        ...new Set(
          lintPlanted({ [file]: lines.join("\n") })
            .filter(isDoorRule)
            .map(lineOf),
        ),
      ]
        .toSorted((a, b) => a - b)
        .join(" ");
    expect(seen("workers/domain/orders/planted.ts")).toBe("1 2 3 4 5 6");
    expect(seen("workers/domain/kernel/instant.ts")).toBe("3 4 5 6");
    expect(seen("workers/domain/kernel/digest.ts")).toBe("1 2 3 4 5");
    expect(seen("workers/market/orders/planted.ts")).toBe("1 2 3 4 5");
    expect(seen("workers/market/edge/log.ts")).toBe("1 2 3 4");
    expect(seen("workers/ports/mail.ts")).toBe("1 2 5");
    expect(seen("workers/ports/clock.ts")).toBe("2 5");
    expect(seen("frontend/shop/planted.ts")).toBe("1 2 3 4 5");
    expect(seen("frontend/texts/format.ts")).toBe("1 3 4 5");
    expect(seen("frontend/api.ts")).toBe("1 2 4 5");
    expect(seen("host/planted.ts")).toBe("");
  });

  test("a promise nobody waits for is seen", () => {
    const files = {
      "tsconfig.json": '{ "compilerOptions": { "strict": true, "target": "ES2024" } }',
      "host/planted.ts":
        "async function send(): Promise<void> {}\nexport function go(): void {\n  send();\n}\n",
    };
    const found = lintPlanted(files, { typeAware: true });
    expect(found.map(({ rule }) => rule)).toContain("typescript(no-floating-promises)");
  });
});

interface PlantedLine {
  readonly at: string;
  readonly kind: string;
  readonly from: string;
}

/** One file per boundary and kind of import, one specifier per line. */
function plant(
  specifiers: (boundary: (typeof boundaries)[number]) => readonly string[],
  only: readonly string[] = Object.keys(kinds),
): { readonly files: Record<string, string>; readonly lines: readonly PlantedLine[] } {
  const files: Record<string, string> = {};
  const lines: PlantedLine[] = [];
  for (const boundary of boundaries) {
    let n = 0;
    const text: string[] = [];
    for (const kind of only) {
      for (const from of specifiers(boundary)) {
        n += 1;
        text.push(kinds[kind]?.(from, n) ?? "");
        lines.push({ at: `${boundary.file}:${n}`, kind, from });
      }
    }
    files[boundary.file] = text.join("\n");
  }
  return { files, lines };
}

const lineOf = ({ line }: Finding): number => line;
const at = ({ file, line }: Finding): string => `${file}:${line}`;
const described = ({ at: place, kind, from }: PlantedLine): string => `${place} ${kind} ${from}`;
