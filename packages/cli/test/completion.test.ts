import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder, wxDomain, type Folder } from "./harness.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
  await folder.write("mine/old.json", "{}");
  await folder.write("report.json", "{}");
  for (const shell of ["bash", "zsh", "fish"]) await folder.write(`script.${shell}`, (await wxDomain(["completion", shell], { cwd: tmpdir() })).stdout);
  await folder.write("ask.zsh", ASK_ZSH);
});
afterAll(() => folder.remove());

const run = (program: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
  spawnSync(program, words, { cwd: folder.path, encoding: "utf8", env: { PATH: process.env["PATH"], HOME: folder.path, TERM: "dumb", LANG: "C.UTF-8", ...env } }).stdout;

/** Loads the completion in an interactive shell, types what is asked, presses Tab, and writes down every match that is offered. */
const ASK_ZSH = String.raw`
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "autoload -U compinit && compinit -u -D; source script.zsh; source hooks.zsh; print -r -- READY"
print -r -- '
compadd() {
  local -a hits
  [[ " $* " == *" -[OAD] "* ]] || builtin compadd -A hits "$@"
  (( $#hits )) && print -rl -- $hits >> offers
  builtin compadd "$@"
}
finish() { exit }
zle -N finish
bindkey "^I" complete-word
bindkey "^X" finish
' > hooks.zsh
zpty -r shell line '*READY*READY*'
zpty -w -n shell "$1"$'\t\x18'
while zpty -r shell line; do :; done
`;

/** What a shell offers where the last word stands, by a shell's name. */
const OFFERS: Readonly<Record<string, (words: readonly string[]) => string[]>> = {
  bash: (words) => {
    const program = `. ./script.bash\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${String(words.length - 1)}; _wx_domain; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return run("bash", ["-c", program]).split("\n").filter(Boolean);
  },
  zsh: (words) => {
    run("zsh", ["-f", "-c", ": > offers"]);
    run("zsh", ["-f", "ask.zsh", words.join(" ")]);
    return run("cat", ["offers"]).split("\n").filter(Boolean);
  },
  fish: (words) => {
    const offers = run("fish", ["--no-config", "-c", `source script.fish; complete -C '${words.join(" ")}'`], { XDG_CONFIG_HOME: join(folder.path, "config") });
    return offers.split("\n").map((line) => line.split("\t")[0] ?? "").filter(Boolean);
  },
};

const COMMANDS = ["check", "completion", "init", "jump-domain", "lists", "pull", "scan"];

interface Asked {
  readonly words: readonly string[];
  readonly offered: readonly string[];
  /** False: other things may be offered, too. */
  readonly only?: false;
}

const QUESTIONS: readonly Asked[] = [
  { words: ["wx-domain", "sc"], offered: ["scan"] },
  { words: ["wx-domain", ""], offered: COMMANDS, only: false },
  { words: ["wx-domain", "scan", "--fo"], offered: ["--format"] },
  { words: ["wx-domain", "scan", "--format", "s"], offered: ["sarif"] },
  { words: ["wx-domain", "scan", "--format", ""], offered: ["html", "json", "sarif", "table"] },
  { words: ["wx-domain", "scan", "--fail-on", "m"], offered: ["missing"] },
  { words: ["wx-domain", "scan", "--locale", "z"], offered: ["zh-CN"] },
  { words: ["wx-domain", "scan", "mi"], offered: ["mine"] },
  { words: ["wx-domain", "scan", "--baseline", "re"], offered: ["report.json"] },
  { words: ["wx-domain", "check", "--call", "up"], offered: ["uploadFile"] },
  { words: ["wx-domain", "init", "--ci", ""], offered: ["github", "gitlab"] },
  { words: ["wx-domain", "lists", "v"], offered: ["validate"] },
  { words: ["wx-domain", "lists", "diff", "re"], offered: ["report.json"] },
  { words: ["wx-domain", "jump-domain", "con"], offered: ["confirm-file"] },
  { words: ["wx-domain", "completion", ""], offered: ["bash", "fish", "zsh"] },
  { words: ["wx-domain", "pull", "--format"], offered: [] },
  { words: ["wx-domain", "pull", "--appid", ""], offered: [] },
];

/** A folder may be offered with its slash or without. */
const same = (offer: string): string => offer.replace(/\/$/, "");

// Debian has the shells as packages zsh and fish.
describe.each(Object.entries(OFFERS))("%s", (shell, offers) => {
  it.skipIf(spawnSync(shell, ["-c", ":"]).status !== 0).each(QUESTIONS)("$words", ({ words, offered, only }) => {
    const found = [...new Set(offers(words).map(same))].sort();
    if (only === false) expect(found).toEqual(expect.arrayContaining([...offered]));
    else expect(found).toEqual(offered);
  });
});

it.skipIf(spawnSync("fish", ["-c", ":"]).status !== 0)("fish says what an option is for, in the language that was asked", async () => {
  const script = await wxDomain(["completion", "fish", "--locale", "zh-CN"], { cwd: tmpdir() });
  expect(script.stdout).toContain("-d '输出格式（默认 table）'");
  expect(run("fish", ["--no-config", "-c", "source script.fish; complete -C 'wx-domain scan --fo'"])).toBe("--format\twhat is printed (default: table)\n");
});

it("bash completes a value behind an equals sign", () => {
  expect(OFFERS["bash"]?.(["wx-domain", "scan", "--format", "=", "s"])).toEqual(["sarif"]);
  expect(OFFERS["bash"]?.(["wx-domain", "scan", "--format", "="])).toEqual(["table", "json", "sarif", "html"]);
});

it("asks for a shell that it knows", async () => {
  const run = await wxDomain(["completion", "tcsh"], { cwd: tmpdir() });
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("one of bash, zsh, fish");
});
