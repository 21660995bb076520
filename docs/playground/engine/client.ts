import type { Answer, Question } from "./protocol.ts";

/** The engine as the page sees it. */
export interface Engine {
  /** Asks about a program. While an answer is awaited only the newest question is kept: no typing outruns it. */
  ask(question: Question): void;
  stop(): void;
}

/**
 * Starts the worker.
 *
 * @param answered gets each answer with what was asked.
 * @param failed the worker could not be loaded, or met a fault of its own: there is no answer to what was asked.
 */
export function startEngine(answered: (answer: Answer, asked: Question) => void, failed: () => void): Engine {
  const worker = new Worker(new URL("worker.ts", import.meta.url), { type: "module" });
  let asked: Question | undefined;
  let next: Question | undefined;

  const send = (question: Question): void => {
    asked = question;
    worker.postMessage(question);
  };
  const goOn = (): void => {
    const question = next;
    asked = next = undefined;
    if (question !== undefined) send(question);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const of = asked;
    goOn();
    if (of !== undefined) answered(data, of);
  });
  worker.addEventListener("error", () => {
    goOn();
    failed();
  });
  return {
    ask(question) {
      if (asked === undefined) send(question);
      else next = question;
    },
    stop: () => worker.terminate(),
  };
}
