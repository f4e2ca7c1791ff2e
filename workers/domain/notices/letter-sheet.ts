import { invariant } from "#domain/kernel/invariant.ts";
import type { Letter, LetterLang, Piece } from "./letter.ts";

/** What a letter is written on: whose it is, and the secrets that nobody stores. */
export interface Sheet {
  readonly networkName: string;
  /** The whole address of the link, null where the letter has none. */
  readonly link: string | null;
  /** Null where the letter has no code. */
  readonly code: string | null;
  /** Where its reader stops letters of its kind; none where they cannot be stopped. */
  readonly stop?: string | null;
}

type Unwritten = Pick<Letter, "lang" | "subject" | "pieces">;

const FOOT = {
  it: (network: string) =>
    `Ti scrive ${network}, dove la spesa è di chi la produce e di chi la fa.`,
  en: (network: string) => `From ${network}, a market that its members own.`,
} as const satisfies Record<LetterLang, (network: string) => string>;

const STOP = {
  it: "Una lettera come questa non la vuoi più?",
  en: "No more letters like this one?",
} as const satisfies Record<LetterLang, string>;

/** The letter as plain text. */
export function letterText(letter: Unwritten, sheet: Sheet): string {
  const pieces = letter.pieces.map((piece) => pieceText(piece, sheet));
  const foot = `--\n${FOOT[letter.lang](sheet.networkName)}`;
  const { stop = null } = sheet;
  const way = stop === null ? [] : [`${STOP[letter.lang]} ${stop}`];
  return [...pieces, [foot, ...way].join("\n")].join("\n\n");
}

function pieceText(piece: Piece, sheet: Sheet): string {
  if ("words" in piece) return piece.words;
  if ("list" in piece) return piece.list.map((item) => `- ${item}`).join("\n");
  if ("sums" in piece) return piece.sums.map(([name, sum]) => `${name}: ${sum}`).join("\n");
  if ("code" in piece) return `${piece.code}: ${given(sheet.code, "code")}`;
  return `${piece.link}:\n${given(sheet.link, "link")}`;
}

// A letter cannot load our style sheet, and many readers drop one within it: colours (carta,
// oliva, inchiostro, fumo, rigo) and sizes are on each element. Nothing is fetched from anywhere.
const FACE = "Verdana,Arial,sans-serif";
const TEXT = `font:16px/1.5 ${FACE};color:#23201a`;
const PARAGRAPH = `margin:0 0 16px;${TEXT}`;
const RULE = "1px solid #d9cfba";
const ON_OLIVE = "background:#4d5b16;color:#fbf8f1";
const BAND = `margin:0;padding:12px 24px;font:bold 18px/1.4 ${FACE};${ON_OLIVE}`;
const TITLE = `margin:0 0 16px;font:bold 22px/1.3 ${FACE};color:#23201a`;
const FOOTER = `margin:0;padding:12px 24px;border-top:${RULE};font:14px/1.5 ${FACE};color:#5d5648`;
const BUTTON = `display:inline-block;padding:12px 20px;${ON_OLIVE};text-decoration:none`;
const CODE = "font:bold 28px/1.4 'Courier New',monospace;letter-spacing:4px";
const CELL = `padding:6px 0;border-bottom:${RULE}`;
const SUM = `${CELL};text-align:right;white-space:nowrap`;

/** The same letter with the network's looks. Everything that anybody wrote is escaped. */
export function letterHtml(letter: Unwritten, sheet: Sheet): string {
  const subject = escaped(letter.subject);
  const pieces = letter.pieces.map((piece) => pieceHtml(piece, sheet)).join("\n");
  return `<!doctype html>
<html lang="${letter.lang}"><head><meta charset="utf-8"><title>${subject}</title>
<meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:16px;background:#fbf8f1">
<div style="max-width:36em;margin:0 auto;background:#fff;border:${RULE}">
<p style="${BAND}">${escaped(sheet.networkName)}</p>
<div style="padding:24px 24px 8px">
<h1 style="${TITLE}">${subject}</h1>
${pieces}
</div>
<p style="${FOOTER}">${escaped(FOOT[letter.lang](sheet.networkName))}${stopHtml(letter, sheet)}</p>
</div></body></html>`;
}

function stopHtml({ lang }: Unwritten, { stop = null }: Sheet): string {
  if (stop === null) return "";
  return `<br><a href="${escaped(stop)}" style="color:#5d5648">${escaped(STOP[lang])}</a>`;
}

function pieceHtml(piece: Piece, sheet: Sheet): string {
  if ("words" in piece) return `<p style="${PARAGRAPH}">${lines(piece.words)}</p>`;
  if ("list" in piece) {
    const items = piece.list.map((item) => `<li>${escaped(item)}</li>`).join("");
    return `<ul style="${PARAGRAPH};padding-left:24px">${items}</ul>`;
  }
  if ("sums" in piece) return sumsHtml(piece.sums);
  if ("code" in piece) {
    const code = escaped(given(sheet.code, "code"));
    const shown = `<span style="${CODE}">${code}</span>`;
    return `<p style="${PARAGRAPH}">${escaped(piece.code)}:<br>${shown}</p>`;
  }
  const address = escaped(given(sheet.link, "link"));
  const label = `<b>${escaped(piece.link)}</b>`;
  return `<p style="${PARAGRAPH}"><a href="${address}" style="${BUTTON}">${label}</a></p>`;
}

function sumsHtml(sums: readonly (readonly [string, string])[]): string {
  const rows = sums.map(
    ([name, sum]) =>
      `<tr><td style="${CELL}">${escaped(name)}</td><td style="${SUM}">${escaped(sum)}</td></tr>`,
  );
  return `<table style="${PARAGRAPH};width:100%;border-collapse:collapse">${rows.join("")}</table>`;
}

function given(secret: string | null, what: string): string {
  invariant(secret !== null, `a letter with a ${what} is given one`);
  return secret;
}

function lines(words: string): string {
  return escaped(words).replaceAll("\n", "<br>");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
