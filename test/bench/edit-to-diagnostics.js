/**
 * How long an editor waits from an edit to the diagnostics of a file with the plugin, over the same with one rule that does nothing. VS Code's ESLint
 * language server runs twice, a process for each; each edit is made in one and then in the other, so that a busy machine slows both.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeProgram } from "./corpus.js";
import { judge } from "./measure.js";

register("./work/strip-types.js", import.meta.url);
const { Editor } = await import("../editor/editor.ts");

const LIMIT = 2;
const ROUNDS = 80;
const MODULES = 400;

const CONFIGS = {
  with: `import wxDomain from "eslint-plugin-wx-domain";\nexport default wxDomain.project({ root: import.meta.dirname });\n`,
  without: `const trivial = { rules: { nothing: { create: () => ({ Program: () => undefined }) } } };
export default [{ files: ["**/*.js"], plugins: { trivial }, rules: { "trivial/nothing": "error" } }];\n`,
};

/** @typedef {import("../editor/editor.ts").Editor} Window */
/** @typedef {{ what: string, shown: string, edit: (editor: Window, round: number) => void }} Situation */

/** @param {string} path */
const typeInto = (path) => (/** @type {Window} */ editor, /** @type {number} */ round) =>
  editor.change(path, editor.text(path).replace(/(?:\n\/\/ \d+)?$/, `\n// ${String(round)}`));

const PAGE = "pages/part3/index.js";
const HELPER = "utils/part3.js";

/** @param {number} round */
const hostOf = (round) => `https://${round % 2 === 0 ? "api" : "www"}.example.com`;

/** @param {string} host */
const listsWith = (host) => JSON.stringify({ requestdomain: [host], uploaddomain: [host] });

/** @type {readonly Situation[]} */
const SITUATIONS = [
  { what: "typing in a page that sends", shown: PAGE, edit: typeInto(PAGE) },
  { what: "typing in a module that does not", shown: HELPER, edit: typeInto(HELPER) },
  {
    what: "the page, after a module was saved that it takes its host from",
    shown: PAGE,
    edit: (editor, round) => {
      editor.save("app.js", `App({ globalData: { api: "${hostOf(round)}" } });\n`);
    },
  },
  {
    what: "the page, after new lists were saved",
    shown: PAGE,
    edit: (editor, round) => {
      editor.save("wx-domains.json", listsWith(hostOf(round)));
    },
  },
];

const resolve = createRequire(import.meta.url).resolve;
const folder = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-edit-")));

/** @param {keyof typeof CONFIGS} name */
async function openWindow(name) {
  const project = join(folder, name);
  writeProgram(project, MODULES);
  writeFileSync(join(project, "eslint.config.mjs"), CONFIGS[name]);
  writeFileSync(join(project, "wx-domains.json"), listsWith(hostOf(0)));
  for (const installed of ["eslint", "eslint-plugin-wx-domain"]) {
    const link = join(project, "node_modules", installed);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(dirname(resolve(`${installed}/package.json`))), link, "junction");
  }
  const editor = new Editor(project, ["javascript"]);
  await editor.start();
  for (const { shown } of SITUATIONS) editor.open(shown);
  return { editor, said: 0 };
}

/**
 * A quarter of the edits took no longer. Noise only adds.
 *
 * @param {readonly number[]} times
 */
function lowerQuartile(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)] ?? NaN;
}

const windows = [await openWindow("with"), await openWindow("without")];
let [withPlugin, withoutPlugin] = [0, 0];
try {
  for (const { what, shown, edit } of SITUATIONS) {
    /** @type {number[][]} */
    const times = windows.map(() => []);
    // The first rounds load modules, and are compiled.
    for (let round = -20; round < ROUNDS; round++) {
      for (const [at, window] of windows.entries()) {
        const begun = performance.now();
        edit(window.editor, round);
        window.said += (await window.editor.diagnostics(shown)).length;
        if (round >= 0) times[at]?.push(performance.now() - begun);
      }
    }
    const [plugin = NaN, without = NaN] = times.map(lowerQuartile);
    console.log(`     ${what}: ${plugin.toFixed(1)} ms with, ${without.toFixed(1)} ms without`);
    judge(what, plugin / without, undefined);
    withPlugin += plugin;
    withoutPlugin += without;
  }
  judge("all four", withPlugin / withoutPlugin, LIMIT);
  const [plugin, without] = windows.map(({ said }) => said);
  console.log(`     diagnostics: ${String(plugin)} with, ${String(without)} without`);
  if (plugin === 0) throw new Error("The plugin said nothing: this measured something else.");
} finally {
  for (const { editor } of windows) await editor.close();
  rmSync(folder, { recursive: true, force: true });
}
