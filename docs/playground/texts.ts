import type { Localized } from "@wx-domain/core";
import type { Place, Suggestion } from "./engine/protocol.ts";
import type { NameFault } from "./state/program.ts";

/** What the page says itself; findings and verdicts are said by the rules and by core. */
export const TEXTS = {
  example: { en: "Example", "zh-CN": "示例" },
  projects: { en: "Kinds of project", "zh-CN": "按项目类型" },
  errors: { en: "Errors", "zh-CN": "按报错" },
  emptyProgram: { en: "Empty program", "zh-CN": "空程序" },
  linkedProgram: { en: "The program of the link", "zh-CN": "链接中的程序" },
  share: { en: "Copy link", "zh-CN": "复制链接" },
  shared: { en: "Copied: the link holds all files.", "zh-CN": "已复制：链接中包含全部文件。" },
  sharedInBar: { en: "The address bar holds the link now.", "zh-CN": "链接已写入地址栏，请从中复制。" },
  files: { en: "Files", "zh-CN": "文件" },
  add: { en: "Add file", "zh-CN": "添加文件" },
  rename: { en: "Rename", "zh-CN": "重命名" },
  remove: { en: "Delete", "zh-CN": "删除" },
  undo: { en: "Undo", "zh-CN": "撤销" },
  save: { en: "Save", "zh-CN": "保存" },
  cancel: { en: "Cancel", "zh-CN": "取消" },
  newName: { en: "Name of the new file", "zh-CN": "新文件名" },
  otherName: { en: "New name", "zh-CN": "新名称" },
  noFile: { en: "There is no file yet. Add one, such as index.js.", "zh-CN": "还没有文件。请添加，例如 index.js。" },
  unreadFile: { en: "not checked", "zh-CN": "不检查" },
  lists: { en: "Domain lists", "zh-CN": "域名列表" },
  keys: {
    en: "Tab indents: press Esc, then Tab to leave the editor. F8 goes to the next finding, in any file.",
    "zh-CN": "Tab 键用于缩进：先按 Esc 再按 Tab 可离开编辑器。F8 跳到下一处问题（包括其他文件）。",
  },
  pageOrigins: { en: "H5 pages are served from", "zh-CN": "H5 页面所在的域名" },
  oddOrigin: { en: "Write it with its scheme, such as https://www.example.com. Until then it is left out.", "zh-CN": "请写上协议，例如 https://www.example.com；在此之前不参与检查。" },
  findings: { en: "Findings", "zh-CN": "问题" },
  noFindings: { en: "No findings.", "zh-CN": "没有问题。" },
  loading: { en: "Loading…", "zh-CN": "正在加载…" },
  checking: { en: "Checking…", "zh-CN": "正在检查…" },
  verdicts: { en: "What becomes of each call in", "zh-CN": "每个调用的结论：" },
  noCalls: { en: "There is no network call in this file.", "zh-CN": "此文件中没有网络调用。" },
  unread: { en: "No rule reads this file.", "zh-CN": "没有规则检查此文件。" },
  unknownUrl: { en: "Only the running program knows this URL: no list is asked.", "zh-CN": "此 URL 在运行时才能确定，未与列表比对。" },
  impossibleUrl: { en: "Part of the host is open, but no entry of the list fits it.", "zh-CN": "域名有一部分不确定，但列表中没有任何条目能与之匹配。" },
  list: { en: "List", "zh-CN": "列表" },
  client: { en: "Client", "zh-CN": "客户端" },
  noClients: { en: "Not tried on clients: the verdict is the documentation's.", "zh-CN": "未在真机验证，结论依据官方文档。" },
  noPage: { en: "Nobody knows where this page is served. Write it under “H5 pages are served from”.", "zh-CN": "不知道此页面所在的域名。请在“H5 页面所在的域名”中填写。" },
  unreadableList: { en: "This list can't be read: mend wx-domains.json first.", "zh-CN": "无法读取此列表：请先改正 wx-domains.json。" },
  silent: { en: "What is uncertain is no error: no rule reports it.", "zh-CN": "结论不确定，因此没有规则报告。" },
  checkIsOff: { en: " (with the check on)", "zh-CN": "（开启校验时）" },
  writtenAt: { en: "Written at", "zh-CN": "写于" },
  brokenLink: {
    en: "This link is damaged, so its files can't be shown. Ask for it again; here is an example in its place.",
    "zh-CN": "链接已损坏，无法还原其中的文件。请重新获取链接；现显示示例。",
  },
  noExample: { en: "There is no example of this name. Here is another one.", "zh-CN": "没有此名称的示例，现显示另一个。" },
  failed: {
    en: "The checker failed, so no findings are shown for what you see. Load the page again; if that does not help, please report it with the link.",
    "zh-CN": "检查程序出错，当前内容没有检查结果。请重新加载页面；若仍出错，请附上链接反馈。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

export const NAME_FAULTS: Readonly<Record<NameFault, Localized>> = {
  empty: { en: "Type a name such as pages/index.js.", "zh-CN": "请输入文件名，例如 pages/index.js。" },
  taken: { en: "There is a file of this name. Type another one.", "zh-CN": "已有同名文件，请换一个名称。" },
  full: { en: "A program here has no more than 60 files. Delete one first.", "zh-CN": "这里的程序最多 60 个文件，请先删除一个。" },
  malformed: { en: "A name has letters, digits and /, and no empty part: pages/index.js.", "zh-CN": "文件名不能含有特殊字符或空的路径段，例如 pages/index.js。" },
};

interface Counted {
  readonly en: (count: number) => string;
  readonly "zh-CN": (count: number) => string;
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : `${String(count)} ${many}`);

export const COUNTED = {
  findings: { en: (count) => plural(count, "1 finding", "findings"), "zh-CN": (count) => `${String(count)} 个问题` },
  line: { en: (line) => `line ${String(line)}`, "zh-CN": (line) => `第 ${String(line)} 行` },
  more: { en: (count) => `and ${plural(count, "one more value", "more values")}`, "zh-CN": (count) => `另有 ${String(count)} 个值` },
} as const satisfies Readonly<Record<string, Counted>>;

export const DELETED: Readonly<Record<"en" | "zh-CN", (name: string) => string>> = {
  en: (name) => `${name} is deleted.`,
  "zh-CN": (name) => `已删除 ${name}。`,
};

const ADD_ENTRY: Readonly<Record<"en" | "zh-CN", (entry: string, list: string) => string>> = {
  en: (entry, list) => `Add ${entry} to ${list}`,
  "zh-CN": (entry, list) => `将 ${entry} 添加到 ${list}`,
};

export const TEXT_OF: Readonly<Record<"en" | "zh-CN", (name: string) => string>> = {
  en: (name) => `Text of ${name}`,
  "zh-CN": (name) => `${name} 的内容`,
};

/** @param at counted from 1: the last one is the first. */
export const OWN_PROGRAM: Readonly<Record<"en" | "zh-CN", (at: number) => string>> = {
  en: (at) => (at === 1 ? "Your own program" : `Your own program before, ${String(at)}`),
  "zh-CN": (at) => (at === 1 ? "自己的程序" : `之前的自己的程序 ${String(at)}`),
};

/** Which of the two it is that nobody else says: a key that is not there, and one without entries. */
export const MISSING_LIST: Readonly<Record<"en" | "zh-CN", (list: string) => string>> = {
  en: (list) => `wx-domains.json has no list "${list}", so nobody can tell. A missing list is unknown; an empty one, [], allows nothing.`,
  "zh-CN": (list) => `wx-domains.json 中没有 “${list}”，因此无法判断。缺少的字段＝未知，空数组 [] ＝后台没有配置。`,
};

const ADD_LIST: Readonly<Record<"en" | "zh-CN", (entry: string, list: string) => string>> = {
  en: (entry, list) => `Add a list ${list} with ${entry}`,
  "zh-CN": (entry, list) => `添加列表 ${list}，其中包含 ${entry}`,
};

export function titleOf(suggestion: Suggestion, locale: "en" | "zh-CN"): string {
  if (suggestion.kind === "edit") return suggestion.title;
  return (suggestion.isNewList ? ADD_LIST : ADD_ENTRY)[locale](suggestion.entry, suggestion.list);
}

export function textOf({ file, line }: Place): string {
  return `${file}:${String(line)}`;
}
