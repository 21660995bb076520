import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { CommandTerms, CommandResult, Edges } from "./context.ts";
import { nodeTransport } from "./http/node-transport.ts";
import { systemCode } from "./system-code.ts";
import type { Environment } from "./variables.ts";

/** The real clock, network, shell and files of Node. */
export function nodeEdges(environment: Environment): Edges {
  return {
    send: nodeTransport(environment),
    now: Date.now,
    sleep: async (milliseconds) => {
      await sleep(milliseconds);
    },
    random: Math.random,
    runCommand: (command, terms) => runCommand(command, terms, environment),
    readFile: async (path) => {
      try {
        return await readFile(path, "utf8");
      } catch (error) {
        if (systemCode(error) === "ENOENT") return undefined;
        throw error;
      }
    },
  };
}

function runCommand(
  command: string,
  terms: CommandTerms,
  environment: Environment,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what the shell started ends with it and can't hold the pipe open.
    const grouped = process.platform !== "win32";
    const child = spawn(command, {
      shell: true,
      detached: grouped,
      env: { ...environment },
      stdio: ["pipe", "pipe", "ignore"],
      windowsHide: true,
    });
    // A command may end without having read it.
    child.stdin.on("error", () => undefined);
    child.stdin.end(terms.stdin ?? "");
    const chunks: Buffer[] = [];
    let bytes = 0;
    const stop = (result: CommandResult): void => {
      clearTimeout(timer);
      if (grouped && child.pid !== undefined) {
        try {
          process.kill(-child.pid, "SIGKILL");
        } catch {
          // It ended by itself in the meantime.
        }
      } else {
        child.kill("SIGKILL");
      }
      child.stdout.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => {
      stop({ kind: "timed-out" });
    }, terms.milliseconds);
    child.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > terms.stdoutBytes) stop({ kind: "too-much-output" });
      else chunks.push(chunk);
    });
    child.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ kind: "exited", code, stdout: Buffer.concat(chunks).toString("utf8") });
    });
  });
}
