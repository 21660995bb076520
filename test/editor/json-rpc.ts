/** JSON-RPC as the Language Server Protocol frames it, over a child's standard input and output. */
import type { ChildProcessWithoutNullStreams } from "node:child_process";

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** What the other side is answered when it asks; a notification's answer goes nowhere. */
export type Answer = (method: string, params: unknown) => unknown;

const HEAD_END = "\r\n\r\n";

export class JsonRpc {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answer: Answer;
  readonly #waiting = new Map<number, Waiting>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  constructor(child: ChildProcessWithoutNullStreams, answer: Answer) {
    this.#child = child;
    this.#answer = answer;
    child.stdout.on("data", (chunk: Buffer) => this.#read(chunk));
    child.on("exit", (code) => this.#rejectAll(new Error(`The server ended with ${String(code)}.`)));
  }

  /** @throws {Error} with the other side's words, or if its process ends before it answers */
  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ id, method, params });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#child.stdin.write(`Content-Length: ${body.length}${HEAD_END}`);
    this.#child.stdin.write(body);
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const headEnd = this.#received.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.toString("latin1", 0, headEnd))?.[1]);
      const start = headEnd + HEAD_END.length;
      if (this.#received.length < start + length) return;
      const body = this.#received.toString("utf8", start, start + length);
      this.#received = this.#received.subarray(start + length);
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle({ id, method, params, result, error }: Message): void {
    if (method !== undefined) {
      const answer = this.#answer(method, params);
      if (id !== undefined) this.#send({ id, result: answer ?? null });
      return;
    }
    const waiting = this.#waiting.get(Number(id));
    this.#waiting.delete(Number(id));
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }

  #rejectAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
