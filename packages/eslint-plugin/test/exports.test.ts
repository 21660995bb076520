import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as module from "../src/entry.ts";
import plugin from "../src/index.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Of the pages, not one of them. */
const OVERVIEW = "index.md";

function stems(folder: string, ending: string): string[] {
  const files = readdirSync(at(folder)).filter((name) => name !== OVERVIEW);
  return files.map((name) => {
    expect(name.endsWith(ending)).toBe(true);
    return name.slice(0, -ending.length);
  });
}

describe("the plugin's shell", () => {
  test("require gives the plugin itself", () => {
    expect(module["module.exports"]).toBe(plugin);
    expect(Object.keys(module).sort()).toEqual(["default", "module.exports"]);
  });

  test("meta is what package.json says", () => {
    const { name, version } = JSON.parse(readFileSync(at("../package.json"), "utf8")) as { name: string; version: string };
    expect(plugin.meta).toEqual({ name, version });
  });

  test.each([
    ["rule", "../src/rules", ".ts"],
    ["test", "rules", ".test.ts"],
    ["page of documentation", "../../../docs/rules", ".md"],
    ["Chinese page", "../../../docs/zh/rules", ".md"],
  ])("each rule has one %s, and each of those a rule", (_what, folder, ending) => {
    expect(stems(folder, ending).sort()).toEqual(Object.keys(plugin.rules).sort());
  });
});

describe("each rule", () => {
  test.each(Object.entries(plugin.rules))("%s describes itself", (name, rule) => {
    expect(rule.meta?.docs?.description).toMatch(/^disallow /);
    expect(rule.meta?.docs?.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
    expect(rule.meta?.schema).toBeInstanceOf(Array);
    expect(rule.meta?.fixable).toBeUndefined();
  });

  test.each(Object.entries(plugin.rules))("%s is recommended where it says so", (name, rule) => {
    const severity = plugin.configs.recommended.rules?.[`wx-domain/${name}`];
    expect(severity !== undefined).toBe(rule.meta?.docs?.recommended);
  });
});

describe("the configurations", () => {
  test("hold rules only, under the plugin itself", () => {
    expect(plugin.configs.recommended).toEqual({
      name: "wx-domain/recommended",
      plugins: { "wx-domain": plugin },
      rules: {
        "wx-domain/jssdk-config": "warn",
        "wx-domain/jssdk-page-domain": "error",
        "wx-domain/jssdk-share-domain": "error",
        "wx-domain/no-check-bypass": "error",
        "wx-domain/no-insecure-protocol": "error",
        "wx-domain/no-invalid-url": "error",
        "wx-domain/no-local-address": "error",
        "wx-domain/no-server-api": "error",
        "wx-domain/no-unlisted-domain": "error",
        "wx-domain/oauth-redirect-domain": "error",
        "wx-domain/valid-domain-lists": "error",
        "wx-domain/valid-request-options": "warn",
        "wx-domain/web-view-domain": "error",
      },
    });
    expect(plugin.configs.recommended.plugins?.["wx-domain"]).toBe(plugin);
  });

  test("strict adds no-dynamic-url", () => {
    expect(plugin.configs.strict.rules).toEqual({ ...plugin.configs.recommended.rules, "wx-domain/no-dynamic-url": "warn" });
  });

  test("eslintrc names the plugin", () => {
    expect(plugin.configs["legacy-recommended"]).toEqual({ plugins: ["wx-domain"], rules: plugin.configs.recommended.rules });
  });
});
