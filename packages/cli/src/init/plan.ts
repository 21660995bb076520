import type { FileAccess } from "@wx-domain/analyzer";
import { WxDomainError, type Localized } from "@wx-domain/core";
import { ciEdit, type CiName } from "./ci-jobs.ts";
import type { ConfigFile, Setup } from "./detect.ts";
import { planConfig, type ConfigPlan } from "./eslint-config.ts";
import type { FileEdit } from "./file-edit.ts";
import { gateCommands, gateLine } from "./gate.ts";
import { hookEdit } from "./hooks.ts";
import { LEGACY } from "./legacy-config.ts";
import { extendManifest, rangeOf } from "./manifest.ts";

/** What a user asked for besides. */
export interface Wishes {
  readonly hook: boolean;
  readonly ci: CiName | undefined;
  /** Of this program: what package.json asks for. */
  readonly version: string;
}

export interface InitPlan {
  readonly config: ConfigPlan;
  /** Where the snapshot belongs. */
  readonly snapshotPath: string;
  /** Besides the snapshot. Those that change nothing are left out. */
  readonly edits: readonly FileEdit[];
  readonly notes: readonly Localized[];
  /** Something that was wished is left to a person. */
  readonly isUnfinished: boolean;
}

/** What a fresh install needs to lint; the majors that run on every supported Node. */
const ESLINT = { range: "^10.0.0", major: 10 } as const;
const JSON_LANGUAGE = "^2.0.0";
const VUE_PARSER = "^10.0.0";
const TYPESCRIPT_PARSER = "^8.0.0";
/** What that parser can read: npm refuses to install it beside a newer one. Source: the peer dependency of @typescript-eslint/parser 8. */
const TYPESCRIPT = { range: "~6.0.3", newestMajor: 6 } as const;

/** @throws WxDomainError `init/manifest` if package.json can't be read. */
export function planInit(setup: Setup, wishes: Wishes, files: FileAccess): InitPlan {
  const { root, appFolder, manifest } = setup;
  if (manifest === undefined) throw brokenManifest(`${root}/package.json`);
  const config = planConfig(setup);
  // The default of a flat configuration is the file beside it; that of eslintrc the one in the app's folder.
  const home = setup.config?.form === "eslintrc" ? appFolder : root;
  const target = home === root ? "" : ` ${home.slice(root.length + 1)}`;
  const gate = gateCommands(setup, config, target);
  const hook = wishes.hook ? hookEdit(setup, gateLine(gate), files) : undefined;
  const packageFile = extendManifest(manifest, {
    scripts: { "lint:domains": `wx-domain scan${target}` },
    packages: packagesFor(setup, config, wishes.version),
    eslintExtends: config.kind === "manifest" ? LEGACY : undefined,
  });
  const edits: (FileEdit | undefined)[] = [
    config.kind === "edit" ? config.edit : undefined,
    { path: `${root}/package.json`, before: manifest.text, after: packageFile },
    hook,
    wishes.ci === undefined ? undefined : ciEdit(wishes.ci, setup, gate, files),
  ];
  return {
    config,
    snapshotPath: `${home}/wx-domains.json`,
    edits: edits.filter((edit): edit is FileEdit => edit !== undefined && edit.before !== edit.after),
    notes: [...configNotes(setup, config), ...(wishes.hook && hook === undefined ? [noHook(gateLine(gate))] : [])],
    isUnfinished: config.kind === "by-hand" || (wishes.hook && hook === undefined),
  };
}

function packagesFor(setup: Setup, config: ConfigPlan, version: string): Readonly<Record<string, string>> {
  if (config.kind === "too-old") return { "wx-domain": `^${version}` };
  const { eslint, config: written, usesTypeScript, usesDecorators, usesVue } = setup;
  // Who has a configuration of his own has parsers, too.
  const needsParsers = eslint === undefined || written === undefined;
  const needsTypeScript = (usesTypeScript || usesDecorators) && needsParsers && !hasNewTypeScript(setup);
  return {
    // Also one that is installed and that no package.json names: CI would not have it.
    eslint: eslint?.range ?? ESLINT.range,
    "eslint-plugin-wx-domain": `^${version}`,
    "wx-domain": `^${version}`,
    // By it ESLint looks at project.config.json and wx-domains.json, too.
    ...(written === undefined && knowsLanguages(eslint) ? { "@eslint/json": JSON_LANGUAGE } : {}),
    ...(needsTypeScript ? { "@typescript-eslint/parser": TYPESCRIPT_PARSER, typescript: TYPESCRIPT.range } : {}),
    ...(usesVue && needsParsers ? { "vue-eslint-parser": VUE_PARSER } : {}),
  };
}

/** Source: ESLint's release notes, 9.7.0. */
function knowsLanguages(eslint: Setup["eslint"]): boolean {
  const [major, minor] = eslint?.version ?? [Infinity, 0];
  return major > 9 || (major === 9 && minor >= 7);
}

function hasNewTypeScript({ manifest }: Setup): boolean {
  const range = manifest === undefined ? undefined : rangeOf(manifest, "typescript");
  return Number(/\d+/.exec(range ?? "")?.[0] ?? 0) > TYPESCRIPT.newestMajor;
}

function configNotes(setup: Setup, config: ConfigPlan): readonly Localized[] {
  const { outdatedConfig, usesTypeScript, eslint } = setup;
  const notes: Localized[] = eslint?.replaced === undefined ? [] : [otherESLint(eslint.replaced, eslint.range, setup.installer.command)];
  if (config.kind === "too-old") return [...notes, TOO_OLD];
  if (outdatedConfig !== undefined) {
    const major = String(eslint?.version[0] ?? ESLINT.major);
    notes.push({
      en: `ESLint ${major} does not read ${outdatedConfig}, which stays as it is: eslint.config.mjs is what it reads.`,
      "zh-CN": `ESLint ${major} 不读取 ${outdatedConfig}（保持不变），它读取的是 eslint.config.mjs。`,
    });
  }
  if (usesTypeScript && hasNewTypeScript(setup)) notes.push(NEW_TYPESCRIPT);
  if (config.kind === "by-hand") {
    const { name, form } = config;
    const lines = config.lines.map((line) => `    ${line}`).join("\n");
    notes.push({
      en: `${name} ${UNKNOWN_FORM[form].en}:\n${lines}`,
      "zh-CN": `${name} ${UNKNOWN_FORM[form]["zh-CN"]}：\n${lines}`,
    });
  }
  return notes;
}

function otherESLint(installed: string, range: string, install: string): Localized {
  return {
    en: `node_modules holds ESLint ${installed}, but package.json asks for ${range}: this goes by package.json, as ${install} and CI do.`,
    "zh-CN": `node_modules 中是 ESLint ${installed}，而 package.json 要求 ${range}：以 package.json 为准（${install} 和 CI 也是如此）。`,
  };
}

const UNKNOWN_FORM: Readonly<Record<ConfigFile["form"], Localized>> = {
  flat: {
    en: "does not export a list that init can read, so it stays as it is. Put the first line at its top, and the second one among the configurations that it exports",
    "zh-CN": "导出的不是 init 能识别的列表，因此保持不变。请将第一行放到文件开头，第二行放入它导出的配置之中",
  },
  eslintrc: {
    en: "is not written in a form that init can read, so it stays as it is. Add this to what it extends",
    "zh-CN": "的写法 init 无法识别，因此保持不变。请在其 extends 中加入",
  },
};

const NEW_TYPESCRIPT: Localized = {
  en: "The project's TypeScript is newer than @typescript-eslint/parser can read, so ESLint leaves its .ts files out: npm run lint:domains looks at them.",
  "zh-CN": "项目的 TypeScript 版本高于 @typescript-eslint/parser 所支持的版本，ESLint 不检查 .ts 文件：npm run lint:domains 会检查。",
};

const TOO_OLD: Localized = {
  en: "The project's ESLint is older than 8.57, the oldest that the plugin supports: its configuration stays as it is. npm run lint:domains checks without ESLint.",
  "zh-CN": "项目的 ESLint 低于插件支持的最低版本 8.57：其配置保持不变。npm run lint:domains 不依赖 ESLint 即可检查。",
};

function noHook(line: string): Localized {
  return {
    en: `No hook was written: this is no Git repository, or it has a pre-commit hook. Add to that: ${line}`,
    "zh-CN": `未写入钩子：此处不是 Git 仓库，或已有 pre-commit 钩子。请在其中加入：${line}`,
  };
}

function brokenManifest(path: string): WxDomainError {
  return new WxDomainError("init/manifest", {
    en: `${path} is not valid JSON: mend it first.`,
    "zh-CN": `${path} 不是有效的 JSON：请先修正。`,
  });
}
