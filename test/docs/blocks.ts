/** A fenced block of a page. */
export interface Block {
  /** As the fence says; empty if it says none. */
  readonly language: string;
  /** Its name, if it is a file of the page's program. */
  readonly file: string | undefined;
  readonly body: string;
  /** Where its fence begins in the page's text, and where it ends. */
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  /** What WeChat does while its command runs: `stable_token=errcode:40164`. */
  readonly wechat: string | undefined;
}

const FENCE = /^(?<indent> *)```(?<language>[\w-]*)(?: (?<name>\S+))?\n(?<body>[^]*?)^\k<indent>```$/gm;

/** A file is named by a comment, after the language (as in the rules' pages), or by a paragraph of one line that begins with its name. */
const NAMED_BY = [/^<!-- file: (\S+) -->\n$/m, /\n\n *`([\w./-]*\.\w+)`[^\n]*\n\n$/];

const WECHAT = /^<!-- wechat: (\S+) -->\n$/m;

/** The blocks of a page, in their order. */
export function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(FENCE)].map((match) => {
    const { language = "", name, indent = "", body = "" } = match.groups ?? {};
    const before = text.slice(0, match.index);
    return {
      language,
      file: name ?? NAMED_BY.map((pattern) => lastMatch(before, pattern)).find((file) => file !== undefined),
      body: body.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
      start: match.index,
      end: match.index + match[0].length,
      line: before.split("\n").length,
      wechat: lastMatch(before, WECHAT),
    };
  });
}

/** What the pattern says of the end of a text. */
function lastMatch(text: string, pattern: RegExp): string | undefined {
  const tail = text.slice(-400);
  return new RegExp(pattern.source.replace(/^\^/, "(?:^|\\n)")).exec(tail)?.[1];
}
