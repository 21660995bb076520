import { compileLists, parseLists, WxDomainError, type Call, type CompiledLists, type DomainLists, type Localized } from "@wx-domain/core";
import { createInterface } from "node:readline";
import { CALL_NAMES, isCall } from "./call-name.ts";
import type { CommandContext } from "./command.ts";
import { requireDomainFile } from "./domain-file.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { usageError } from "./usage-error.ts";

interface Question {
  readonly url: string;
  readonly call: Call;
  /** Lists of its own, or the path of a file that holds them; undefined: those of the command. */
  readonly domains: unknown;
}

/** Lists that were compiled last for a line of its own: neighbours mostly ask about the same ones. */
interface Compiled {
  readonly key: string;
  readonly lists: CompiledLists;
}

/**
 * Reads questions from stdin, one JSON a line, and prints one verdict a line, in order. A line that can't be read gets
 * `{"error"}` in its place, so that answers stay beside their questions.
 *
 * @param given The lists for lines that bring none of their own; undefined: unknown, which `noLists` tells once.
 */
export async function answerQuestions(
  given: DomainLists | undefined,
  noLists: Localized,
  context: CommandContext,
): Promise<ExitCode> {
  const lists = compileLists(given ?? {});
  let isToldOfLists = given !== undefined;
  let latest: Compiled | undefined;
  let denied = false;
  let unreadable = false;
  let first = true;
  for await (const line of createInterface({ input: context.stdin, crlfDelay: Infinity })) {
    const text = first ? line.replace(/^\uFEFF/, "") : line;
    first = false;
    try {
      const question = readQuestion(text);
      let asked = lists;
      if (question.domains !== undefined) {
        const key = JSON.stringify(question.domains);
        if (latest?.key !== key) latest = { key, lists: await ownLists(question.domains, context.cwd) };
        asked = latest.lists;
      } else if (!isToldOfLists) {
        context.terminal.note(noLists[context.locale]);
        isToldOfLists = true;
      }
      const verdict = asked.check(question.url, question.call);
      denied ||= verdict.status === "denied";
      await context.terminal.print(JSON.stringify(verdict));
    } catch (error) {
      if (!(error instanceof WxDomainError)) throw error;
      unreadable = true;
      await context.terminal.print(JSON.stringify({ error: error.in(context.locale) }));
    }
  }
  if (unreadable) return EXIT.wrongInput;
  return denied ? EXIT.findings : EXIT.clean;
}

function readQuestion(line: string): Question {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw lineFault();
  }
  if (typeof value !== "object" || value === null) throw lineFault();
  const url = "url" in value ? value.url : undefined;
  const call = "call" in value ? value.call : undefined;
  if (typeof url !== "string") throw lineFault();
  if (!isCall(call)) {
    throw usageError("call", `"call" must be one of ${CALL_NAMES}.`, `"call" 必须是 ${CALL_NAMES} 之一。`);
  }
  return { url, call, domains: "domains" in value ? value.domains : undefined };
}

async function ownLists(domains: unknown, cwd: string): Promise<CompiledLists> {
  return compileLists(typeof domains === "string" ? await requireDomainFile(domains, cwd) : parseLists(domains));
}

function lineFault(): WxDomainError {
  return usageError(
    "line",
    'The line is not a question: write {"url":"https://api.example.com/","call":"request"} on one line.',
    '该行不是有效的问题：请在一行内写 {"url":"https://api.example.com/","call":"request"}。',
  );
}
