import type { FileAccess } from "@wx-domain/analyzer";
import { WxDomainError, type Localized } from "@wx-domain/core";
import { ciEdit, type CiName } from "./ci-jobs.ts";
import type { Setup } from "./detect.ts";
import { planConfig, type ConfigPlan } from "./eslint-config.ts";
import type { FileEdit } from "./file-edit.ts";
import { hookEdit } from "./hooks.ts";
import { extendManifest } from "./manifest.ts";

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
}

/** What a fresh install needs to lint; the majors that run on every supported Node. */
const ESLINT = { flat: "^10.0.0", eslintrc: "^8.57.1" } as const;
const TYPESCRIPT_PARSER = "^8.0.0";
const VUE_PARSER = "^10.0.0";

/** @throws WxDomainError `init/manifest` if package.json can't be read. */
export function planInit(setup: Setup, wishes: Wishes, files: FileAccess): InitPlan {
  const { root, appFolder, manifest } = setup;
  if (manifest === undefined) throw brokenManifest(`${root}/package.json`);
  const config = planConfig(setup);
  // The default of a flat configuration is the file beside it; that of eslintrc the one in the app's folder.
  const home = setup.config?.form === "eslintrc" ? appFolder : root;
  const target = home === root ? "" : ` ${home.slice(root.length + 1)}`;
  const hook = wishes.hook ? hookEdit(setup, target, files) : undefined;
  const packageFile = extendManifest(manifest, { "lint:domains": `wx-domain scan${target}` }, packagesFor(setup, config, wishes.version));
  const edits: (FileEdit | undefined)[] = [
    config.kind === "edit" ? config.edit : undefined,
    { path: `${root}/package.json`, before: manifest.text, after: packageFile },
    hook,
    wishes.ci === undefined ? undefined : ciEdit(wishes.ci, setup, target, files),
  ];
  return {
    config,
    snapshotPath: `${home}/wx-domains.json`,
    edits: edits.filter((edit): edit is FileEdit => edit !== undefined && edit.before !== edit.after),
    notes: [...configNotes(config), ...(wishes.hook && hook === undefined ? [NO_HOOK] : [])],
  };
}

function packagesFor({ eslint, config: written, usesTypeScript, usesVue }: Setup, config: ConfigPlan, version: string): Readonly<Record<string, string>> {
  if (config.kind === "too-old") return { "wx-domain": `^${version}` };
  return {
    ...(eslint === undefined ? { eslint: ESLINT[written?.form ?? "flat"] } : {}),
    "eslint-plugin-wx-domain": `^${version}`,
    "wx-domain": `^${version}`,
    // Who has a configuration of his own has parsers, too.
    ...(usesTypeScript && eslint === undefined ? { "@typescript-eslint/parser": TYPESCRIPT_PARSER } : {}),
    ...(usesVue && eslint === undefined ? { "vue-eslint-parser": VUE_PARSER } : {}),
  };
}

function configNotes(config: ConfigPlan): readonly Localized[] {
  if (config.kind === "too-old") return [TOO_OLD];
  if (config.kind !== "by-hand") return [];
  const lines = config.lines.map((line) => `    ${line}`).join("\n");
  return [
    {
      en: `${config.name} is written in a way that is not changed for you. Put this in:\n${lines}`,
      "zh-CN": `${config.name} 的写法无法自动修改，请手动加入：\n${lines}`,
    },
  ];
}

const TOO_OLD: Localized = {
  en: "The project's ESLint is older than 8.57, the oldest that the plugin supports: its configuration stays as it is. npm run lint:domains checks without ESLint.",
  "zh-CN": "项目的 ESLint 低于插件支持的最低版本 8.57：其配置保持不变。npm run lint:domains 不依赖 ESLint 即可检查。",
};

const NO_HOOK: Localized = {
  en: "No hook was written: this is no Git repository, or it has a pre-commit hook. Add to that: npx --no-install wx-domain scan",
  "zh-CN": "未写入钩子：此处不是 Git 仓库，或已有 pre-commit 钩子。请在其中加入：npx --no-install wx-domain scan",
};

function brokenManifest(path: string): WxDomainError {
  return new WxDomainError("init/manifest", {
    en: `${path} is not valid JSON: mend it first.`,
    "zh-CN": `${path} 不是有效的 JSON：请先修正。`,
  });
}
