/** A paragraph of code of a rule's page that is wrong, or right. */
export interface Example {
  readonly kind: "correct" | "incorrect";
  readonly options: readonly unknown[];
  /** As the code's block says: ```` ```json project.config.json ````. */
  readonly file: string;
  readonly code: string;
}

const OPTIONS = "`([^`]*)`";

/** What stands above the blocks, in both languages. */
const HEADINGS = [
  { kind: "incorrect", heading: "Examples of \\*\\*incorrect\\*\\* code for this rule:" },
  { kind: "incorrect", heading: "\\*\\*错误\\*\\*代码示例：" },
  { kind: "correct", heading: `Examples of \\*\\*correct\\*\\* code (?:for this rule|with ${OPTIONS}):` },
  { kind: "correct", heading: `(?:设置 ${OPTIONS} 时的)?\\*\\*正确\\*\\*代码示例：` },
] as const;

const BLOCKS = "((?:```\\w+(?: [\\w./-]+)?\\n.*?\\n```\\n+)+)";
const BLOCK = /^```(\w+)(?: ([\w./-]+))?\n(.*?)\n```$/gms;

/** The blocks of code below "Examples of **correct** code" and its counterpart, one example a paragraph. */
export function examplesOf(page: string): readonly Example[] {
  return groupsOf(page).flatMap(({ kind, options, blocks }) =>
    [...blocks.matchAll(BLOCK)].flatMap(([, language = "", file = `pages/example.${language}`, text = ""]) =>
      text.split("\n\n").map((code) => ({ kind, options: options === undefined ? [] : [JSON.parse(options) as unknown], file, code })),
    ),
  );
}

/** Whether what stands at this offset of the page is part of its examples. */
export function isExampleAt(page: string, offset: number): boolean {
  return groupsOf(page).some(({ start, end }) => start <= offset && offset < end);
}

interface Group {
  readonly kind: Example["kind"];
  readonly options: string | undefined;
  readonly blocks: string;
  readonly start: number;
  readonly end: number;
}

function groupsOf(page: string): readonly Group[] {
  return HEADINGS.flatMap(({ kind, heading }) =>
    [...page.matchAll(new RegExp(`^${heading}\\n\\n${BLOCKS}`, "gms"))].map((match) => ({
      kind,
      options: kind === "correct" ? match[1] : undefined,
      blocks: match.at(-1) ?? "",
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
