import { once } from "node:events";
import type { Redactor } from "@wx-domain/loader/faults";
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
      if (!streams.stdout.writable) return;
      const isFull = !streams.stdout.write(`${redactor.mask(line)}\n`);
      // A reader that went away ends the wait with an error, which the process has answered already.
      if (isFull) await once(streams.stdout, "drain").catch(() => undefined);
    },
    note: (line) => {
      streams.stderr.write(`${redactor.mask(line)}\n`);
    },
    isInteractive: streams.stderr.isTTY === true && environment["TERM"] !== "dumb" && !environment["CI"],
    style: styleFor(isColoured(streams.stdout, environment)),
  };
}

function isColoured(output: Output, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment["NO_COLOR"]) return false;
  if (environment["FORCE_COLOR"]) return environment["FORCE_COLOR"] !== "0";
  return output.isTTY === true && environment["TERM"] !== "dumb";
}

/** SGR codes: node:util's styleText is experimental on Node 20. */
function styleFor(coloured: boolean): Style {
  const paint = (code: number) => (text: string) => (coloured ? `\u001b[${String(code)}m${text}\u001b[0m` : text);
  return { bad: paint(31), good: paint(32), doubtful: paint(33), strong: paint(1) };
}
