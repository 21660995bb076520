import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { wxDomain } from "./harness.ts";

const script = async (shell: string): Promise<string> => (await wxDomain(["completion", shell], { cwd: tmpdir() })).stdout;

describe("bash completes", async () => {
  const bash = await script("bash");
  /** What bash offers when the cursor stands behind the last word. */
  const offers = (...words: readonly string[]): string[] => {
    const quoted = words.map((word) => `'${word}'`).join(" ");
    const program = `${bash}\nCOMP_WORDS=(${quoted}); COMP_CWORD=${String(words.length - 1)}; _wx_domain; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync("bash", ["-c", program], { encoding: "utf8" }).stdout.trim().split("\n");
  };

  it.each([
    { words: ["wx-domain", "sc"], offered: ["scan"] },
    { words: ["wx-domain", "scan", "--fo"], offered: ["--format"] },
    { words: ["wx-domain", "scan", "--format", "s"], offered: ["sarif"] },
    { words: ["wx-domain", "scan", "--fail-on", "m"], offered: ["missing"] },
    { words: ["wx-domain", "check", "--call", "up"], offered: ["uploadFile"] },
    { words: ["wx-domain", "pull", "--locale", "z"], offered: ["zh-CN"] },
    { words: ["wx-domain", "pull", "--format"], offered: [""] },
  ])("$words", ({ words, offered }) => {
    expect(offers(...words)).toEqual(offered);
  });
});

it.each([
  { shell: "zsh", holds: "bashcompinit" },
  { shell: "fish", holds: "complete -c wx-domain -n \"__fish_seen_subcommand_from scan\" -l format -x -a 'table json sarif" },
])("$shell has a script of its own", async ({ shell, holds }) => {
  expect(await script(shell)).toContain(holds);
});

it("asks for a shell that it knows", async () => {
  const run = await wxDomain(["completion", "tcsh"], { cwd: tmpdir() });
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("one of bash, zsh, fish");
});
