import type { Localized } from "@wx-domain/core";

/** What the page says besides what the table says, too. */
export const TEXTS = {
  title: { en: "Domains of the program", "zh-CN": "小程序域名报告" },
  findings: { en: "Findings", "zh-CN": "问题" },
  noFindings: { en: "Nothing is to be mended.", "zh-CN": "没有需要修正的问题。" },
  lists: { en: "Lists and needs", "zh-CN": "列表与需求" },
  drawing: { en: "Which file leads to which origin", "zh-CN": "文件与域名的关系" },
  drawingAbout: { en: "Lines go from each file with a network call, over the file where the URL is written, to the origin. The findings below tell the same in words.", "zh-CN": "连线从发起网络调用的文件，经 URL 所在文件，指向域名。下方的问题以文字给出相同内容。" },
  calls: { en: "Calls", "zh-CN": "调用所在文件" },
  written: { en: "Written in", "zh-CN": "URL 所在文件" },
  origins: { en: "Origins", "zh-CN": "域名" },
  plan: { en: "Changes to make in the console", "zh-CN": "需要在后台进行的修改" },
  copy: { en: "Copy", "zh-CN": "复制" },
  copied: { en: "Copied", "zh-CN": "已复制" },
  filter: { en: "Show only what holds this text", "zh-CN": "仅显示包含此文本的内容" },
  list: { en: "List", "zh-CN": "列表" },
  all: { en: "all", "zh-CN": "全部" },
  state: { en: "State", "zh-CN": "状态" },
  missing: { en: "missing", "zh-CN": "缺少" },
  insecure: { en: "no list can allow it", "zh-CN": "无法通过配置解决" },
  dynamic: { en: "can't be determined", "zh-CN": "无法确定" },
  configured: { en: "In the console", "zh-CN": "后台已配置" },
  used: { en: "In the code", "zh-CN": "代码使用" },
  unknown: { en: "list unknown", "zh-CN": "列表未知" },
  unused: { en: "no known use", "zh-CN": "未发现使用" },
  ok: { en: "listed", "zh-CN": "已配置" },
  doubtful: { en: "the clients may differ", "zh-CN": "各客户端可能表现不同" },
  nothing: { en: "nothing on either side", "zh-CN": "双方均无" },
  empty: { en: "(nothing)", "zh-CN": "（留空）" },
  age: { en: "Baseline", "zh-CN": "基线" },
  new: { en: "new", "zh-CN": "新问题" },
  old: { en: "in the baseline", "zh-CN": "已在基线中" },
  language: { en: "Language", "zh-CN": "语言" },
  skip: { en: "Skip to the findings", "zh-CN": "跳到问题列表" },
  shown: { en: "{n} of {all} findings shown", "zh-CN": "显示 {n} / {all} 个问题" },
} as const satisfies Readonly<Record<string, Localized>>;

/** Behind the first of the URLs with which the same is wrong. */
export function moreUrls(n: number): Localized {
  return { en: n === 1 ? "1 more URL" : `${String(n)} more URLs`, "zh-CN": `另有 ${String(n)} 个 URL` };
}
