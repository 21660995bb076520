/** A Chromium of the npm registry. */
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";

/** A loaded machine takes its time: only what never happens fails a test. */
export const PATIENCE = 60_000;

export async function startBrowser(): Promise<Browser> {
  return await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--no-zygote"] });
}
