import type { Locale } from "@wx-domain/core";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command, Option } from "./command.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof SHELLS)[number];

/** A command as a shell completes it. */
export interface Completed {
  readonly name: string;
  readonly about: string;
  readonly command: Pick<Command, "options" | "verbs">;
}

/** The script that teaches a shell the commands, their verbs and options, and the options' fixed values. */
export function completionScript(shell: Shell, commands: readonly Completed[], locale: Locale): string {
  switch (shell) {
    case "bash":
      return bashScript(commands);
    case "zsh":
      return zshScript(commands, locale);
    case "fish":
      return fishScript(commands, locale);
  }
}

/** `table|json` are values to choose from, `FILE` and `FILE|URL` stand for one. */
function choicesOf({ value, choices }: Option): readonly string[] {
  if (choices !== undefined) return choices;
  const words = value?.split(/[|,]/) ?? [];
  return words.length > 1 && words.every((word) => /[a-z]/.test(word)) ? words : [];
}

/** Whether a value is the name of a file; of the others without choices nothing is known. */
function isFile({ value }: Option): boolean {
  return value?.includes("FILE") === true;
}

function optionsOf({ command }: Completed): readonly Option[] {
  return [...command.options, ...COMMON_OPTIONS];
}

function bashScript(commands: readonly Completed[]): string {
  const values = commands.flatMap((completed) =>
    optionsOf(completed).flatMap((option) => {
      if (option.value === undefined) return [];
      const choices = choicesOf(option).join(" ");
      const reply = choices !== "" ? `COMPREPLY=($(compgen -W "${choices}" -- "$cur"))` : isFile(option) ? 'COMPREPLY=($(compgen -f -- "$cur"))' : "COMPREPLY=()";
      return [`    "${completed.name} --${option.name}") ${reply}; return ;;`];
    }),
  );
  const words = commands.map((completed) => {
    const verbs = completed.command.verbs?.join(" ") ?? "";
    return `    ${completed.name}) words="${optionsOf(completed).map((option) => `--${option.name}`).join(" ")}" verbs="${verbs}" ;;`;
  });
  return `_wx_domain() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words="" verbs=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$cur"))
    return
  fi
  # --format=json are three words to bash.
  if [ "$cur" = "=" ]; then cur=""; fi
  if [ "$prev" = "=" ]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  case "$command $prev" in
${values.join("\n")}
  esac
  case "$command" in
${words.join("\n")}
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;;
    *) if [ "$COMP_CWORD" -eq 2 ] && [ -n "$verbs" ]; then COMPREPLY=($(compgen -W "$verbs" -- "$cur")); else COMPREPLY=($(compgen -f -- "$cur")); fi ;;
  esac
}
complete -o filenames -F _wx_domain wx-domain`;
}

function zshScript(commands: readonly Completed[], locale: Locale): string {
  const names = commands.map(({ name, about }) => `    ${quoted(`${name}:${about}`)}`);
  const cases = commands.map((completed) => {
    const specs = optionsOf(completed).map((option) => {
      const choices = choicesOf(option);
      const action = choices.length > 0 ? `(${choices.join(" ")})` : isFile(option) ? "_files" : " ";
      // A bracket or a colon ends an explanation.
      const about = option.help[locale].replace(/[[\]:\\]/g, String.raw`\$&`);
      return quoted(`--${option.name}${option.value === undefined ? "" : "="}[${about}]${option.value === undefined ? "" : `:${option.name}:${action}`}`);
    });
    const { verbs } = completed.command;
    const positionals = [...(verbs === undefined ? [] : [quoted(`1:${completed.name}:(${verbs.join(" ")})`)]), quoted("*:file:_files")];
    return `    ${completed.name}) _arguments ${[...specs, ...positionals].join(" ")} ;;`;
  });
  return `_wx_domain() {
  local -a commands=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
${cases.join("\n")}
  esac
}
(( $+functions[compdef] )) || { autoload -U compinit && compinit }
compdef _wx_domain wx-domain`;
}

function fishScript(commands: readonly Completed[], locale: Locale): string {
  const lines = commands.flatMap((completed) => {
    const { name, about, command } = completed;
    const within = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    const verbs = command.verbs?.join(" ");
    return [
      `complete -c wx-domain -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`,
      ...(verbs === undefined ? [] : [`complete -c wx-domain -n ${quoted(`__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${verbs}`)} -f -a ${quoted(verbs)}`]),
      ...optionsOf(completed).map((option) => {
        const choices = choicesOf(option);
        const value = option.value === undefined ? "" : choices.length > 0 ? ` -x -a ${quoted(choices.join(" "))}` : isFile(option) ? " -r -F" : " -x";
        return `complete -c wx-domain ${within} -l ${option.name}${value} -d ${quoted(option.help[locale])}`;
      }),
    ];
  });
  return lines.join("\n");
}

/** For zsh, and for fish, which reads the same where nothing is quoted. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
