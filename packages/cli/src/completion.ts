import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command, Option } from "./command.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof SHELLS)[number];

/** A command as a shell completes it. */
export interface Completed extends Pick<Command, "options"> {
  readonly name: string;
  readonly about: string;
}

/** The script that teaches a shell the commands, their options, and the options' fixed values. */
export function completionScript(shell: Shell, commands: readonly Completed[]): string {
  switch (shell) {
    case "bash":
      return bashScript(commands);
    case "zsh":
      // zsh runs bash's functions by its own bridge.
      return `autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`;
    case "fish":
      return fishScript(commands);
  }
}

/** `table|json` are values to choose from, `FILE` and `FILE|URL` stand for one. */
function choicesOf({ value, choices }: Option): readonly string[] {
  if (choices !== undefined) return choices;
  const words = value?.split(/[|,]/) ?? [];
  return words.length > 1 && words.every((word) => /[a-z]/.test(word)) ? words : [];
}

function bashScript(commands: readonly Completed[]): string {
  const values = commands.flatMap(({ name, options }) =>
    withCommon(options).flatMap((option) => {
      if (option.value === undefined) return [];
      const choices = choicesOf(option).join(" ");
      return [`    "${name} --${option.name}") ${choices === "" ? 'COMPREPLY=($(compgen -f -- "$cur"))' : `COMPREPLY=($(compgen -W "${choices}" -- "$cur"))`}; return ;;`];
    }),
  );
  const words = commands.map(({ name, options }) => `    ${name}) words="${withCommon(options).map((option) => `--${option.name}`).join(" ")}" ;;`);
  return `_wx_domain() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$cur"))
    return
  fi
  case "$command $prev" in
${values.join("\n")}
  esac
  case "$command" in
${words.join("\n")}
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _wx_domain wx-domain`;
}

function fishScript(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, about, options }) => [
    `complete -c wx-domain -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`,
    ...withCommon(options).map((option) => {
      const choices = choicesOf(option);
      const value = option.value === undefined ? "" : choices.length === 0 ? " -r" : ` -x -a ${quoted(choices.join(" "))}`;
      return `complete -c wx-domain -n "__fish_seen_subcommand_from ${name}" -l ${option.name}${value}`;
    }),
  ]);
  return lines.join("\n");
}

function withCommon(options: readonly Option[]): readonly Option[] {
  return [...options, ...COMMON_OPTIONS];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`\'`)}'`;
}
