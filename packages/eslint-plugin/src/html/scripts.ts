/** The scripts of a page, each kind as one code of the page's length: everything else is blanked, so that an offset in it is one in the page. */
export interface PageScripts {
  /** Share one scope, as a browser runs them. */
  readonly classic: string | undefined;
  readonly modules: readonly string[];
}

/** A comment, or a script with its attributes and its text. */
const PIECE = /<!--[\s\S]*?-->|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi;

/** Source: HTML Standard, JavaScript MIME types; no type means JavaScript. */
const CLASSIC_TYPE = /^(?:(?:text|application)\/(?:x-)?(?:java|ecma)script)?$/i;

export function scriptsOf(page: string): PageScripts {
  const classic: Piece[] = [];
  const modules: string[] = [];
  for (const match of page.matchAll(PIECE)) {
    const [whole, attributes, body] = match;
    if (attributes === undefined || body === undefined || /\bsrc\s*=/i.test(attributes)) continue;
    const start = match.index + whole.lastIndexOf(`>${body}<`) + 1;
    const piece = { start, end: start + body.length };
    const type = /\btype\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes);
    const name = (type?.[1] ?? type?.[2] ?? type?.[3] ?? "").trim();
    if (name.toLowerCase() === "module") modules.push(codeOf(page, [piece]));
    else if (CLASSIC_TYPE.test(name)) classic.push(piece);
  }
  return { classic: classic.length === 0 ? undefined : codeOf(page, classic), modules };
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Where a script ends its last statement does, too. */
function codeOf(page: string, pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of pieces) {
    parts.push(blank(page.slice(at, start)), page.slice(start, end), ";");
    at = end + 1;
  }
  return parts.join("") + blank(page.slice(at));
}

function blank(text: string): string {
  return text.replace(/[^\n\r\u2028\u2029]/g, " ");
}
