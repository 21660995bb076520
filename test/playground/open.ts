/** The playground in a browser, and what a reader does there. */
import type { Locator, Page } from "playwright-core";
import { BASE } from "../site/build.ts";
import { PATIENCE } from "./chromium.ts";
import type { Stage } from "./stage.ts";

const SOURCE = ".playground > .source .cm-content";

export interface Look {
  readonly locale?: "en" | "zh-CN";
  readonly hash?: string;
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
}

export interface Reader {
  readonly page: Page;
  /** Errors of the page, and whatever it asks of another host. */
  readonly faults: readonly string[];
  readonly source: Locator;
  readonly lists: Locator;
  /** Each finding as `file rule`, once the answer is of the files as they are. */
  readonly findings: () => Promise<readonly string[]>;
  /** Waits until the findings are these. */
  readonly expectFindings: (expected: readonly string[]) => Promise<void>;
  /** Replaces what an editor holds, by keyboard. */
  readonly write: (editor: Locator, text: string) => Promise<void>;
  /** Whether the editor of sources has the focus. */
  readonly isInSource: () => Promise<boolean>;
}

/** Runs in the page. */
const READ_FINDINGS = `(
  document.querySelector(".playground")?.dataset.current !== "true"
    ? ["not checked yet"]
    : [...document.querySelectorAll(".findings li")].map((item) =>
        item.querySelector("button").textContent.replace(/:.*/, "") + " " + (item.querySelector("a")?.textContent ?? "")))`;

export async function openPlayground({ site, browser }: Stage, { locale = "en", hash = "", colorScheme = "light", width = 1280 }: Look = {}): Promise<Reader> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(site.origin)) faults.push(request.url());
  });
  page.on("response", (response) => {
    if (!response.ok()) faults.push(`${String(response.status())} ${response.url()}`);
  });
  await page.goto(`${site.origin}${BASE}${locale === "en" ? "" : "zh/"}playground${hash}`);
  await page.locator(".playground[data-current=true]").waitFor().catch((error: unknown) => {
    throw new Error(`The playground did not check its program. ${faults.join("; ")}`, { cause: error });
  });

  const findings = (): Promise<readonly string[]> => page.evaluate<readonly string[]>(READ_FINDINGS);
  return {
    page,
    faults,
    source: page.locator(SOURCE),
    lists: page.locator(".lists .cm-content"),
    findings,
    expectFindings: async (expected) => {
      const text = JSON.stringify(expected);
      await page.waitForFunction(`JSON.stringify(${READ_FINDINGS}) === ${JSON.stringify(text)}`).catch(async (error: unknown) => {
        throw new Error(`The findings should be ${text}, and are ${JSON.stringify(await findings())}.`, { cause: error });
      });
    },
    write: async (editor, text) => {
      await editor.focus();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(text);
    },
    isInSource: async () => (await page.locator(`${SOURCE}:focus`).count()) === 1,
  };
}
