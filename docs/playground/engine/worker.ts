/** The engine beside the page: a question in, an answer out. */
import "./process.ts";
import { answer } from "./lint.ts";
import type { Question } from "./protocol.ts";

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  postMessage(answer(data));
});
