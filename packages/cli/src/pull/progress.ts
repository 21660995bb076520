import { SingleBar } from "cli-progress";
import type { CommandContext } from "../command.ts";

export interface Progress {
  /** One more is done; `lines` is what there is to say of it. */
  step(lines: readonly string[]): void;
  stop(): void;
}

/** A bar where a person looks at it; else lines, of which a log can hold thousands: one for each tenth of the way. */
export function startProgress(total: number, { terminal, locale }: CommandContext): Progress {
  if (terminal.isInteractive) return bar(total);
  let done = 0;
  return {
    step: (lines) => {
      lines.forEach((line) => terminal.note(line));
      done++;
      const isTenth = Math.floor((done * 10) / total) > Math.floor(((done - 1) * 10) / total);
      if (isTenth) terminal.note({ en: `${String(done)} of ${String(total)} apps`, "zh-CN": `${String(done)}/${String(total)} 个小程序` }[locale]);
    },
    stop: () => undefined,
  };
}

/** What there is to say comes in the summary: lines between would tear the bar. */
function bar(total: number): Progress {
  const shown = new SingleBar({
    stream: process.stderr,
    format: "{bar} {value}/{total}  {eta_formatted}",
    clearOnComplete: true,
    // Its handler would swallow the first Ctrl-C and let the run go on unseen.
    gracefulExit: false,
  });
  shown.start(total, 0);
  return {
    step: () => {
      shown.increment();
    },
    stop: () => {
      shown.stop();
    },
  };
}
