/** Tests of the built site in a browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { PATIENCE, startBrowser } from "./chromium.ts";
import { serve, type Site } from "./serve.ts";

/** What the tests of one file have in common; there once the first of them begins. */
export interface Stage {
  readonly site: Site;
  readonly browser: Browser;
}

/** Groups tests around one browser and one server. The browser of the registry is one for Linux: elsewhere they are skipped. */
export function describeInChromium(name: string, tests: (stage: Stage) => void): void {
  describe.runIf(process.platform === "linux" && process.arch === "x64")(name, { timeout: 5 * PATIENCE }, () => {
    let site: Site | undefined;
    let browser: Browser | undefined;
    beforeAll(async () => {
      site = await serve();
      browser = await startBrowser();
    }, 10 * PATIENCE);
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });
    tests({
      get site() {
        return started(site);
      },
      get browser() {
        return started(browser);
      },
    });
  });
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error("It is there once a test runs.");
  return part;
}
