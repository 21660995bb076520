import type { ModuleFacts } from "../facts/language.ts";

/** A module of a program: its facts under a number that keys are made of. */
export interface Module {
  readonly id: number;
  readonly path: string;
  readonly facts: ModuleFacts;
  readonly vendored: boolean;
}
