import { render } from "preact-render-to-string";
import { encode } from "uqr";
import { expect, test } from "vitest";
import { DrawnCode } from "./drawn-code.tsx";

const link = "http://localhost:8787/invito/0123456789abcdefghijklmnopqrstuv";
const html = render(<DrawnCode text={link} label="Il collegamento, da inquadrare" />);

/** The modules that the drawing's path covers. */
function darkOf(path: string, size: number): boolean[][] {
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(wide));
  }
  return drawn;
}

test("the drawing is the code, module by module, with its light around it", () => {
  const { size, data } = encode(link, { ecc: "M", border: 4 });
  const path = /<path d="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(darkOf(path, size)).toEqual(data);
  expect(data[0]?.some(Boolean)).toBe(false);
  expect(html).toContain(`viewBox="0 0 ${size} ${size}"`);
});

test("it is dark on white whatever the page's colours, and has words instead", () => {
  expect(html).toContain('fill="#fff"');
  expect(html).toContain(">Il collegamento, da inquadrare</title>");
  expect(html).not.toContain("style=");
});
