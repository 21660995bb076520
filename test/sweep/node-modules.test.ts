/**
 * The code of every package that this workspace installs, as if it were a page of an app: no exception escapes, and each file
 * gives its calls or the reason why it doesn't. `WX_DOMAIN_SWEEP=all pnpm vitest run --project whole test/sweep` reads all
 * of them, which takes minutes; without it every tenth, by content.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAnalyzer, memoryFiles, scan } from "@wx-domain/analyzer";
import { expect, test } from "vitest";

const INSTALLED = fileURLToPath(new URL("../../node_modules/.pnpm", import.meta.url));
const SAMPLED = 10;
/** A tenth of what is installed reads about 12 MB; a file that is longer than this is one of the few that take all the time. */
const SAMPLED_LENGTH = 300_000;
const ALL = process.env["WX_DOMAIN_SWEEP"] === "all";

/** Each content once: two versions of a package share most of their files. */
function* installedSources(): Generator<{ readonly path: string; readonly text: string }> {
  const seen = new Set<string>();
  for (const path of readdirSync(INSTALLED, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[mc]?js|tsx?|vue)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    const text = readFileSync(path, "utf8");
    const digest = createHash("sha1").update(text).digest();
    const key = digest.toString("base64");
    if (seen.has(key)) continue;
    seen.add(key);
    if (ALL || (digest.readUInt32BE() % SAMPLED === 0 && text.length <= SAMPLED_LENGTH)) yield { path, text };
  }
}

/** A call that makes the rest of the file matter: without one the analysis would not look at it. */
function withCall(text: string, extension: string): string {
  const call = "\n;wx.request({ url: module.exports.url + exports.default })\n";
  if (extension !== ".vue") return text + call;
  return text.includes("</script>") ? text.replace("</script>", `${call}</script>`) : `${text}<script>${call}</script>`;
}

function outcomeOf(text: string, extension: string): string {
  try {
    return analysed(text, extension);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function analysed(text: string, extension: string): string {
  const path = `/app/pages/page${extension}`;
  const files = memoryFiles({ "/app/app.json": '{"pages":["pages/page"]}', "/app/app.js": "App({ globalData: {} });", [path]: text });
  const { calls, skipped, vendored } = createAnalyzer(files).file(path, text);
  const whole = scan("/app", files);
  if (skipped !== undefined) return `${skipped.reason}: ${skipped.detail}`;
  if (whole.skipped.length > 0) return whole.skipped.map(({ reason }) => reason).join();
  if (whole.calls.length === 0) return "scan found no call";
  return calls.length === 0 && !vendored ? "lint found no call" : "analysed";
}

/** What a file may be skipped for: it is longer than any app may be, or it is in no language that is supported (Flow, a template). */
const EXPECTED = /^(?:analysed|too-large|syntax-error)\b/;

test("the code of the installed packages", () => {
  const outcomes = Array.from(installedSources(), ({ path, text }) => {
    const extension = extname(path);
    return `${outcomeOf(withCall(text, extension), extension)} (${path.slice(INSTALLED.length)})`;
  });
  expect(outcomes.filter((outcome) => !EXPECTED.test(outcome))).toEqual([]);
  expect(outcomes.filter((outcome) => outcome.startsWith("analysed")).length).toBeGreaterThan(outcomes.length * 0.9);
}, 1_800_000);
