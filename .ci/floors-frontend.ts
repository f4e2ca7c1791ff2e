import type { Room } from "./floors.ts";

const domain = "#domain/";
const pages = ["preact", "@preact/signals"];
const people = ["shop", "member", "desk", "courier"] as const;

/** The rooms of floor 5, for the table in `floors.ts`. */
export const frontendRooms: readonly Room[] = [
  {
    name: "frontend",
    files: ["frontend/**"],
    may: [domain, "#frontend/", ...pages],
    tests: ["preact-render-to-string"],
  },
  ...people.map((person) => ({
    name: `frontend/${person}`,
    files: [`frontend/${person}/**`],
    may: [
      domain,
      "#frontend/islands/",
      "#frontend/texts/",
      "#frontend/ui/",
      `#frontend/${person}/`,
      ...pages,
    ],
    tests: ["preact-render-to-string"],
  })),
  {
    name: "frontend/ui",
    files: ["frontend/ui/**"],
    may: [domain, "#frontend/islands/", "#frontend/texts/", "#frontend/ui/", ...pages, "uqr"],
    tests: ["preact-render-to-string"],
  },
  {
    // What lives in a page. Its words come from the server, so that no script carries them all.
    name: "frontend/islands",
    files: ["frontend/islands/**"],
    may: [
      domain,
      "#frontend/api.ts",
      "#frontend/islands/",
      "#frontend/texts/format.ts",
      "#frontend/ui/",
      ...pages,
    ],
    mayType: ["#frontend/threads/"],
    tests: ["preact-render-to-string"],
  },
  {
    name: "frontend/islands/blind-token",
    files: ["frontend/islands/blind-token.ts"],
    may: [domain, "#frontend/islands/", "@cloudflare/blindrsa-ts"],
  },
  {
    name: "frontend/islands/ask-token",
    files: ["frontend/islands/ask-token.ts"],
    may: ["#frontend/api.ts", "@simplewebauthn/browser"],
  },
  {
    // What runs beside a page: it is told what it needs, and asks nobody.
    name: "frontend/threads",
    files: ["frontend/threads/**"],
    may: [domain],
  },
  { name: "frontend/texts", files: ["frontend/texts/**"], may: [domain, "#frontend/texts/"] },
  {
    // What runs in browsers by itself: it finds its forms in the page and sends them.
    name: "frontend/browser",
    files: ["frontend/browser/**"],
    may: ["@simplewebauthn/browser"],
  },
  {
    name: "frontend/api",
    files: ["frontend/api.ts"],
    may: [domain, "#frontend/islands/parts.ts", "hono/client"],
    mayType: ["#market/app.ts"],
  },
];
