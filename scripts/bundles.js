/**
 * The JavaScript of the packages: a file for each entry point, and one for what several of them share. As modules of their own, the 130 of
 * the analyzer take Node three times as long to load. The types beside are tsc's, which writes no JavaScript.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const packages = fileURLToPath(new URL("../packages", import.meta.url));

/** Brings `dist` of every package up to date with its sources. A file that is as it should be is left alone: others may be reading it. */
export async function writeBundles() {
  await Promise.all(readdirSync(packages).map((name) => writeBundle(join(packages, name))));
}

/**
 * Before tests (vitest.config.ts, `globalSetup`): those that load a built package, as the plugin does the analyzer, see what the sources say.
 *
 * @param {import("vitest/node").TestProject} project
 */
export async function setup(project) {
  await writeBundles();
  project.onTestsRerun(writeBundles);
}

/** @param {string} folder a package's */
async function writeBundle(folder) {
  const bundle = await rolldown({
    cwd: folder,
    input: entriesOf(folder),
    // Only what is this package's own is in its bundle: another copy of a sibling's class or cache would be another class, another cache.
    external: (id, _importer, isResolved) => !isResolved && !id.startsWith("."),
    platform: "neutral",
    transform: { target: "es2022" },
  });
  const { output } = await bundle.generate({ chunkFileNames: "[name].js", comments: { annotation: true, jsdoc: false, legal: true } });
  await bundle.close();

  const dist = join(folder, "dist");
  const written = output.map((file) => join(dist, file.fileName));
  for (const file of output) if (file.type === "chunk") writeIfChanged(join(dist, file.fileName), file.code);
  for (const name of readdirSync(dist, { encoding: "utf8", recursive: true })) {
    const path = join(dist, name);
    if (path.endsWith(".js") && !written.includes(path)) rmSync(path);
  }
}

/**
 * The source of each script that the package's manifest names, by its name in `dist`.
 *
 * @param {string} folder
 */
function entriesOf(folder) {
  const manifest = readFileSync(join(folder, "package.json"), "utf8");
  const names = [...manifest.matchAll(/"\.\/dist\/(.+)\.js"/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name) => [name, `./src/${name}.ts`]));
}

/**
 * @param {string} path
 * @param {string} text
 */
function writeIfChanged(path, text) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
