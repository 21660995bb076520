import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";

/**
 * Whether this is the first time that a program has something to say. A worker thread that is started afterwards knows
 * what was said before it: ESLint loads the configuration in its main thread, and then in each worker.
 */
export function isFirstTime(text: string): boolean {
  const key = `wx-domain said: ${text}`;
  if (getEnvironmentData(key) === true) return false;
  setEnvironmentData(key, true);
  return true;
}
