import { LISTS, type DomainLists, type ListName, type Locale, type Localized } from "@wx-domain/core";
import { pastedTexts } from "../console-pages.ts";
import { FINDINGS } from "../findings.ts";
import type { Inventory } from "../inventory.ts";
import type { ListUse, PlanStep } from "../report.ts";
import { pageOfStep } from "../table/plan-section.ts";
import { drawing } from "./drawing.ts";
import { findingCards, type Card, type CardOptions } from "./finding-cards.ts";
import { attributes, blocks, LANGUAGES, spans } from "./languages.ts";
import { listCard } from "./list-card.ts";
import { STYLE } from "./look.ts";
import { escape } from "./markup.ts";
import { SCRIPT } from "./script.ts";
import { TEXTS } from "./texts.ts";

export interface PageOptions extends CardOptions {
  readonly lists: DomainLists;
  /** The language that the page is in until the reader takes another one. */
  readonly locale: Locale;
  /** Sentences about the whole program. */
  readonly notes: readonly Localized[];
}

/** The text of `--format html`: one file that loads nothing, in every language. */
export function formatHtml({ calls }: Inventory, uses: ReadonlyMap<ListName, ListUse>, plan: readonly PlanStep[], options: PageOptions): string {
  const { locale } = options;
  const cards = findingCards(calls, options);
  const drawn = drawing(calls);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title${attributes(TEXTS.title)}>${escape(TEXTS.title[locale])}</title><style>${STYLE}</style></head>
<body><a class="skip" href="#findings">${spans(TEXTS.skip)}</a>
<header><h1>${spans(TEXTS.title)}</h1><div class="languages" role="group" aria-label="${escape(TEXTS.language[locale])}"${attributes(TEXTS.language)}>${LANGUAGES.map(([one, name]) => `<button type="button" lang="${one}" aria-pressed="${String(one === locale)}">${name}</button>`).join("")}</div><ul class="counts">${counts(cards)}</ul></header>
<main>
${options.notes.map((note) => `<p class="doubt">${spans(note)}</p>`).join("")}
<section aria-labelledby="lists"><h2 id="lists">${spans(TEXTS.lists)}</h2><div class="lists">${[...uses].map(([name, use]) => listCard(name, use, calls, options)).join("")}</div></section>
${plan.length === 0 ? "" : `<section aria-labelledby="plan"><h2 id="plan">${spans(TEXTS.plan)}</h2><ol>${plan.map(stepItem).join("")}</ol></section>`}
${drawn === "" ? "" : `<section aria-labelledby="drawing-title"><h2 id="drawing-title">${spans(TEXTS.drawing)}</h2><p id="drawing-about" class="soft">${spans(TEXTS.drawingAbout)}</p>${drawn}</section>`}
<section aria-labelledby="findings"><h2 id="findings" tabindex="-1">${spans(TEXTS.findings)}</h2>
${filters([...uses.keys()], cards, locale)}
${cards.length === 0 ? `<p class="good">${spans(TEXTS.noFindings)}</p>` : cards.map(({ html }) => html).join("\n")}</section>
</main><template id="copied">${spans(TEXTS.copied)}</template><script>${SCRIPT}</script></body></html>`;
}

/** How many findings of each kind there are, and how many of all are old. */
function counts(cards: readonly Card[]): string {
  const ofKinds = FINDINGS.map((kind) => count(cards.filter((card) => card.kind === kind).length, kind === "dynamic" ? "doubt" : "bad", TEXTS[kind]));
  const old = cards.filter(({ isOld }) => isOld).length;
  return [...ofKinds, ...(old === 0 ? [] : [count(old, "soft", TEXTS.old)])].join("");
}

function count(n: number, tone: string, text: Localized): string {
  return `<li><b class="${n === 0 ? "soft" : tone}">${String(n)}</b>${spans(text)}</li>`;
}

function filters(lists: readonly ListName[], cards: readonly Card[], locale: Locale): string {
  const choice = (value: string, text: Localized): string => `<option value="${value}"${attributes(text)}>${escape(text[locale])}</option>`;
  const select = (id: string, label: Localized, choices: readonly string[]): string =>
    `<label>${spans(label)}<select id="${id}">${[choice("", TEXTS.all), ...choices].join("")}</select></label>`;
  const hasOld = cards.some(({ isOld }) => isOld);
  return `<form class="filters" role="search" onsubmit="return false"><label>${spans(TEXTS.filter)}<input id="text" type="search"></label>${[
    select("list", TEXTS.list, lists.map((name) => choice(name, LISTS[name].name))),
    select("state", TEXTS.state, FINDINGS.map((kind) => choice(kind, TEXTS[kind]))),
    ...(hasOld ? [select("age", TEXTS.age, [choice("new", TEXTS.new), choice("old", TEXTS.old)])] : []),
  ].join("")}<output id="shown"${attributes(TEXTS.shown)}></output></form>`;
}

function stepItem(step: PlanStep, at: number): string {
  const fields = step.fields.map((field) => {
    const { list } = field;
    const id = `field-${String(at)}-${list}`;
    const texts = pastedTexts(step.page, field);
    if (texts.length === 0) return `<p>${spans(LISTS[list].name)}<br>${spans(TEXTS.empty)}</p>`;
    return texts.map((text, nth) => textField(`${id}-${String(nth)}`, text, LISTS[list].name)).join("");
  });
  return `<li>${blocks("span", (locale) => escape(pageOfStep(step, locale)))}${fields.join("")}</li>`;
}

function textField(id: string, text: string, label: Localized): string {
  const rows = Math.min(6, Math.ceil(text.length / 90));
  return `<p><label for="${id}">${spans(label)}</label><textarea id="${id}" readonly rows="${String(rows)}">${escape(text)}</textarea><button type="button" data-for="${id}">${spans(TEXTS.copy)}</button> <output class="good"></output></p>`;
}
