import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArguments } from "../../packages/cli/src/arguments.ts";
import { COMMANDS } from "../../packages/cli/src/commands.ts";
import { workspace } from "./pages.ts";

/** Programs that pages name and no test starts here, and why. */
const NOT_RUN: ReadonlyMap<string, string> = new Map([
  ["npm", "installs from a registry"],
  ["export", "sets what only the reader has"],
  ["git", "works on the reader's repository"],
  ["cd", "moves in the reader's files"],
  ["curl", "asks the reader's server"],
  ["openssl", "asks the reader's server"],
  ["grep", "reads what a program before it printed"],
  ["true", "does nothing"],
  ["exit", "ends a script"],
]);

const { scripts } = JSON.parse(readFileSync(join(workspace, "package.json"), "utf8")) as { readonly scripts: Readonly<Record<string, string>> };

/** Commands of this workspace's pnpm beside its scripts. */
const PNPM = ["--filter", "vitest"];

/**
 * What is wrong with the commands of a script: a program that nobody knows, a subcommand or an option that a program of ours does not have.
 */
export async function faultsOfScript(script: string): Promise<readonly string[]> {
  const faults = await Promise.all(commandsOf(script).map(async (command) => ({ command, fault: await faultOf(command) })));
  return faults.flatMap(({ command, fault }) => (fault === undefined ? [] : [`${command.join(" ")}: ${fault}`]));
}

/** The words of each command, without variables that are set before it, redirections and comments. */
function commandsOf(script: string): readonly (readonly string[])[] {
  return script
    .replaceAll(/(?:^| +)# .*$/gm, "")
    .replaceAll(/^eval "\$\((.*)\)"$/gm, "$1")
    .split(/\n|&&|\|\|?|;/)
    .map((command) => (command.replaceAll(/ <\S* ?\S*$/g, "").match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll(/^["']|["']$/g, "")))
    .filter(([first]) => first !== undefined);
}

async function faultOf([program = "", ...words]: readonly string[]): Promise<string | undefined> {
  if (NOT_RUN.has(program)) return undefined;
  if (program === "node") return existsSync(join(workspace, words[0] ?? "")) ? undefined : "no such file";
  return program === "npx" ? await faultOfNpx(words[0] === "--no-install" ? words.slice(1) : words) : "no test knows this program";
}

async function faultOfNpx([name = "", ...words]: readonly string[]): Promise<string | undefined> {
  switch (name) {
    case "wx-domain":
      return await faultOfWxDomain(words);
    case "eslint":
    case "oxlint":
      return words.find((word) => word.startsWith("--") && !helpOf(name).includes(word));
    case "pnpm@12":
      return Object.hasOwn(scripts, words[0] ?? "") || PNPM.includes(words[0] ?? "") ? undefined : "no such script";
    default:
      return "no test knows this program";
  }
}

async function faultOfWxDomain([name = "", ...words]: readonly string[]): Promise<string | undefined> {
  const entry = COMMANDS.get(name);
  if (entry === undefined) return "no such command";
  try {
    parseArguments(words, (await entry.load()).options);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

const helps = new Map<string, string>();

function helpOf(program: "eslint" | "oxlint"): string {
  const bin = { eslint: "node_modules/eslint/bin/eslint.js", oxlint: "test/node_modules/oxlint/bin/oxlint" }[program];
  const help = helps.get(program) ?? execFileSync(process.execPath, [join(workspace, bin), "--help"], { encoding: "utf8" });
  helps.set(program, help);
  return help;
}
