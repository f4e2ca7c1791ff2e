/**
 * What every answer tells a browser that it may not do. One place: the Worker puts these on its
 * answers, the build writes them into `_headers` for the files that a platform serves by itself.
 */

/** Where browsers send what a policy stopped; `reports/http.ts` writes it to the security log. */
export const REPORTS_PATH = "/api/reports";

const REPORTING = [`report-uri ${REPORTS_PATH}`, "report-to own"];

/**
 * What a page may do (DESIGN fact 15): load from here, send its forms here, be in nobody's frame.
 * There is no inline script or style, so none needs a nonce and the page can be kept by caches; a
 * sheet in the page is known by its digest (`policyWithSheet`).
 */
export const PAGE_POLICY = policy(
  "default-src 'none'",
  "script-src 'self' 'inline-speculation-rules'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  ...REPORTING,
);

/** The same for a page that carries its sheet, whose SHA-256 this is, in base64; no other style. */
export function policyWithSheet(digest: string): string {
  return PAGE_POLICY.replace("style-src 'self'", `style-src 'self' 'sha256-${digest}'`);
}

/** An answer for programs is not a page, whatever it holds: nothing in it runs or loads. */
export const PROGRAM_POLICY = policy(
  "default-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
);

/**
 * A file opened by itself. A worker's script may load from here: its own policy binds it. The route
 * planner's thread compiles WebAssembly that it is handed; no text becomes a program.
 */
export const FILE_POLICY = policy(
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
);

/** Two years: a browser that has been here once never asks in the clear again. */
const ALWAYS_SECURE = "max-age=63072000; includeSubDomains";

const NOT_USED = ["camera", "display-capture", "geolocation", "microphone", "payment", "usb"];
const OURS = ["publickey-credentials-create", "publickey-credentials-get"];

/** On every answer, whatever it is. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  // `no-referrer` would make browsers send `Origin: null` with forms.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** On what a browser may show as a page: each header costs a little, and JSON has no windows. */
const SHOWN: Readonly<Record<string, string>> = {
  "Permissions-Policy": [
    ...NOT_USED.map((feature) => `${feature}=()`),
    ...OURS.map((feature) => `${feature}=(self)`),
  ].join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** What an answer is, for its policy. */
export type Answered = "page" | "program" | "file";

const POLICIES: Readonly<Record<Answered, string>> = {
  page: PAGE_POLICY,
  program: PROGRAM_POLICY,
  file: FILE_POLICY,
};

const SETS = {
  page: withPolicy("page"),
  program: withPolicy("program"),
  file: withPolicy("file"),
};

/**
 * The headers of such an answer, as names and values. `isSecure` is whether it goes over https or
 * to a host of the network: on loopback there is no https, and a browser told otherwise would
 * refuse the next program on that machine.
 */
export function protection(
  answered: Answered,
  isSecure: boolean,
): readonly (readonly [string, string])[] {
  return SETS[answered][isSecure ? "secure" : "loopback"];
}

function withPolicy(answered: Answered) {
  const loopback = Object.entries({
    ...EVERYWHERE,
    "Content-Security-Policy": POLICIES[answered],
    ...(answered === "program" ? {} : SHOWN),
    ...(answered === "page" ? { "Reporting-Endpoints": `own="${REPORTS_PATH}"` } : {}),
  });
  const always = ["Strict-Transport-Security", ALWAYS_SECURE] as const;
  return { loopback, secure: [...loopback, always] };
}

function policy(...directives: readonly string[]): string {
  return directives.join("; ");
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a host name means this very machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}
