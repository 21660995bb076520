import { CALLS, LISTS, type DomainLists, type ListName, type Locale } from "@wx-domain/core";
import { findingOf, FINDINGS } from "../findings.ts";
import type { Inventory, JudgedCall } from "../inventory.ts";
import type { ListUse, PlanStep } from "../report.ts";
import { pageOfStep } from "../table/plan-section.ts";
import { drawing } from "./drawing.ts";
import { findingCards, type CardOptions } from "./finding-cards.ts";
import { SCRIPT, STYLE } from "./look.ts";
import { escape } from "./markup.ts";
import { TEXTS } from "./texts.ts";

export interface PageOptions extends CardOptions {
  readonly lists: DomainLists;
}

/** The text of `--format html`: one file that loads nothing. */
export function formatHtml({ calls }: Inventory, uses: ReadonlyMap<ListName, ListUse>, plan: readonly PlanStep[], options: PageOptions): string {
  const { locale } = options;
  const say = (name: keyof typeof TEXTS): string => escape(TEXTS[name][locale]);
  const cards = findingCards(calls, options);
  const drawn = drawing(calls, locale);
  const counts = FINDINGS.map((kind) => `<li><b class="${kind === "dynamic" ? "doubt" : "bad"}">${String(cards.filter((card) => card.includes(`data-kind="${kind}"`)).length)}</b>${say(kind)}</li>`);
  const listOptions = [...uses.keys()].map((name) => `<option value="${name}">${escape(LISTS[name].name[locale])}</option>`);
  const stateOptions = FINDINGS.map((kind) => `<option value="${kind}">${say(kind)}</option>`);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say("title")}</title><style>${STYLE}</style></head>
<body><a class="skip" href="#findings">${say("skip")}</a>
<header><h1>${say("title")}</h1><ul class="counts">${counts.join("")}</ul></header>
<main>
<section aria-labelledby="lists"><h2 id="lists">${say("lists")}</h2><div class="lists">${[...uses].map(([name, use]) => listCard(name, use, calls, options)).join("")}</div></section>
${plan.length === 0 ? "" : `<section aria-labelledby="plan"><h2 id="plan">${say("plan")}</h2><ol>${plan.map((step, at) => stepItem(step, at, locale)).join("")}</ol></section>`}
${drawn === "" ? "" : `<section><h2 id="drawing-title">${say("drawing")}</h2><p id="drawing-about" class="soft">${say("drawingAbout")}</p>${drawn}</section>`}
<section aria-labelledby="findings"><h2 id="findings" tabindex="-1">${say("findings")}</h2>
<form class="filters" role="search" onsubmit="return false"><label>${say("filter")}<input id="text" type="search"></label><label>${say("list")}<select id="list"><option value="">${say("all")}</option>${listOptions.join("")}</select></label><label>${say("state")}<select id="state"><option value="">${say("all")}</option>${stateOptions.join("")}</select></label><output id="shown" data-text="${say("shown")}"></output></form>
${cards.length === 0 ? `<p class="good">${say("noFindings")}</p>` : cards.join("\n")}</section>
</main><script>${SCRIPT}</script></body></html>`;
}

/** What the console has beside what the code needs; one row an origin or entry. */
function listCard(name: ListName, { used, missing, unused }: ListUse, calls: readonly JudgedCall[], { lists, locale }: PageOptions): string {
  const entries = lists[name];
  const say = (text: keyof typeof TEXTS): string => escape(TEXTS[text][locale]);
  const row = (left: string, right: string, tone: string, state: string): string =>
    `<tr><td class="origin">${escape(left)}</td><td class="origin">${escape(right)}</td><td class="${tone}">${state}</td></tr>`;
  const rows = [
    ...missing.map((origin) => row("", origin, "bad", `✗ ${say("missing")}`)),
    ...used
      .filter((origin) => !missing.includes(origin))
      .map((origin) => {
        const values = calls.filter(({ call, vendored }) => CALLS[call].list === name && !vendored).flatMap((call) => call.values.filter((value) => value.origin === origin));
        const entry = values.find(({ verdict }) => verdict?.status === "allowed")?.verdict?.entry;
        if (entry !== undefined) return row(entry, origin, "good", `✓ ${say("ok")}`);
        return values.some((value) => findingOf(value) === "insecure") ? row("", origin, "bad", `✗ ${say("insecure")}`) : row("", origin, "soft", "?");
      }),
    ...(entries ?? []).filter((entry) => !used.includes(entry)).map((entry) => row(entry, "", unused.includes(entry) ? "doubt" : "soft", unused.includes(entry) ? `– ${say("unused")}` : "")),
  ];
  const heading = `${escape(LISTS[name].name[locale])}${entries === undefined ? ` <span class="doubt">(${say("unknown")})</span>` : ""}`;
  return `<div class="card"><h3>${heading}</h3><table><thead><tr><th scope="col">${say("configured")}</th><th scope="col">${say("used")}</th><th scope="col">${say("state")}</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function stepItem(step: PlanStep, at: number, locale: Locale): string {
  const fields = step.fields.map(({ list, entries }) => {
    const id = `field-${String(at)}-${list}`;
    const text = entries.join(";");
    return `<p><label for="${id}">${escape(LISTS[list].name[locale])}</label><textarea id="${id}" readonly rows="${String(Math.min(6, Math.ceil(text.length / 90)))}">${escape(text)}</textarea><button type="button" data-for="${id}" data-done="${escape(TEXTS.copied[locale])}">${escape(TEXTS.copy[locale])}</button></p>`;
  });
  return `<li>${escape(pageOfStep(step, locale))}${fields.join("")}</li>`;
}
