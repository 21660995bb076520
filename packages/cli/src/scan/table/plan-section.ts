import { LISTS, type EntryFacts, type Locale, type Localized } from "@wx-domain/core";
import { isOneText, menuPath, pastedTexts } from "../console-pages.ts";
import type { PlannedField, PlanStep } from "../report.ts";
import { wrap } from "./lines.ts";
import type { TableOptions } from "./table.ts";

const TITLE: Localized = { en: "Changes to make in the console, in this order", "zh-CN": "需要在后台进行的修改（按此顺序）" };

const ADMIN = "mp.weixin.qq.com";

const { changesPerMonth } = LISTS.requestdomain;
const MONTHLY: Localized = {
  en: `all fields in one save, which is one of the ${String(changesPerMonth?.current)} changes of a month (${String(changesPerMonth?.former)} under the older rule)`,
  "zh-CN": `所有字段一次保存，只占用每月 ${String(changesPerMonth?.current)} 次修改中的 1 次（旧规则为 ${String(changesPerMonth?.former)} 次）`,
};

const PAGES: Readonly<Record<PlanStep["page"], Localized>> = {
  server: { en: `${ADMIN} → ${menuPath("server")}: ${MONTHLY.en}.`, "zh-CN": `${ADMIN} → ${menuPath("server")}：${MONTHLY["zh-CN"]}。` },
  business: {
    en: `${ADMIN} → ${menuPath("business")}, one domain at a time; an administrator confirms by scanning a code. First put the file that the page offers for download into the root of each site.`,
    "zh-CN": `${ADMIN} → ${menuPath("business")}，逐个填写，需管理员扫码确认：先将页面提供的校验文件放到各站点根目录。`,
  },
  "js-sdk": {
    en: `${ADMIN} of the official account → ${menuPath("js-sdk")}, one domain at a time: the page's file has to lie in the root of each site.`,
    "zh-CN": `公众号 ${ADMIN} → ${menuPath("js-sdk")}，逐个填写：页面提供的校验文件需放到各站点根目录。`,
  },
  oauth: {
    en: `${ADMIN} of the official account → ${menuPath("oauth")}, one domain at a time: the page's file has to lie in the root of each site.`,
    "zh-CN": `公众号 ${ADMIN} → ${menuPath("oauth")}，逐个填写：页面提供的校验文件需放到各站点根目录。`,
  },
};

const AFTER_RELEASE: Localized = {
  en: "When no version is in use any more that needs them, take out what the code doesn't use",
  "zh-CN": "待不再有使用它们的线上版本后，移除代码未使用的域名",
};

const EMPTY: Localized = { en: "(nothing)", "zh-CN": "（留空）" };

/** What to do in the console: where, and the text of each field on a line of its own, unbroken, so that it can be copied. */
export function planSection(plan: readonly PlanStep[], { locale, style }: TableOptions): string[] {
  if (plan.length === 0) return [];
  const lines = [style.strong(TITLE[locale])];
  plan.forEach((step, at) => {
    lines.push(...wrap(`${String(at + 1)}. ${pageOfStep(step, locale)}`, "  ", "     "), ...step.fields.flatMap((field) => fieldLines(field, step, locale)));
  });
  return lines;
}

/** Where in the console a step is made, and what to know of it. */
export function pageOfStep({ page, when }: PlanStep, locale: Locale): string {
  if (when === "now") return PAGES[page][locale];
  return AFTER_RELEASE[locale] + { en: ` (${ADMIN} → ${menuPath("server")}).`, "zh-CN": `（${ADMIN} → ${menuPath("server")}）。` }[locale];
}

function fieldLines(field: PlannedField, { page }: PlanStep, locale: Locale): string[] {
  const { name, limits } = LISTS[field.list];
  const colon = { en: ":", "zh-CN": "：" }[locale];
  const whole = !isOneText(page)
    ? changeOf(field)
    : field.isWhole
    ? { en: `${changeOf(field)}; the whole field`, "zh-CN": `${changeOf(field)}；整个字段内容` }[locale]
    : { en: "the list is unknown; add to what the field holds", "zh-CN": "列表未知；追加到现有内容之后" }[locale];
  const lines = wrap(`${name[locale]} (${whole})${colon}`, "     ", "       ");
  lines.push(...(field.entries.length === 0 ? [`     ${EMPTY[locale]}`] : pastedTexts(page, field)));
  for (const { entry, listed } of field.similar) lines.push(...wrap(checkFirst(entry, listed)[locale], "     ", "       "));
  if (field.entries.length > limits.former) lines.push(...wrap(tooMany(field.entries.length, limits)[locale], "     "));
  return lines;
}

function checkFirst(entry: string, listed: string): Localized {
  return {
    en: `Is ${entry} meant? ${listed} is in the list; if that is, mend the code instead.`,
    "zh-CN": `确认是 ${entry}？列表中已有 ${listed}；若应为后者，请改代码。`,
  };
}

function changeOf({ add, remove }: PlannedField): string {
  return [add.length > 0 ? `+${String(add.length)}` : "", remove.length > 0 ? `-${String(remove.length)}` : ""].filter(Boolean).join(" ");
}

function tooMany(n: number, { current, former }: EntryFacts["limits"]): Localized {
  return {
    en: `These are ${String(n)} entries: the list takes ${String(current)}, under the older rule ${String(former)}.`,
    "zh-CN": `共 ${String(n)} 个：该列表最多 ${String(current)} 个，旧规则为 ${String(former)} 个。`,
  };
}
