import { once } from "node:events";
import { styleText } from "node:util";
import type { Redactor } from "@wx-domain/loader";
import type { Style, Terminal } from "./command.ts";

interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
}

interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Writes lines to two streams; every line passes the redactor first. */
export function terminalOn(
  streams: Streams,
  environment: Readonly<Record<string, string | undefined>>,
  redactor: Redactor,
): Terminal {
  return {
    print: async (line) => {
      if (!streams.stdout.write(`${redactor.redact(line)}\n`)) await once(streams.stdout, "drain");
    },
    note: (line) => {
      streams.stderr.write(`${redactor.redact(line)}\n`);
    },
    style: styleFor(streams.stdout.isTTY === true && !environment["NO_COLOR"] && environment["TERM"] !== "dumb"),
  };
}

function styleFor(coloured: boolean): Style {
  const in_ = (format: "red" | "green" | "yellow" | "bold") => (text: string) =>
    coloured ? styleText(format, text) : text;
  return { bad: in_("red"), good: in_("green"), doubtful: in_("yellow"), strong: in_("bold") };
}
