import type { Deps } from './deps.ts';

/** What a command of the terminal has at hand. */
export interface Terminal {
  /** What was typed after the command. */
  readonly args: readonly string[];
  /** One line on standard output: results. */
  say(line: string): void;
  /** One line on standard error: what is wrong, what goes on. */
  warn(line: string): void;
  /** The database and everything else, opened when first asked for; a command that reads only files never asks. */
  deps(): Promise<Deps>;
}

/** A command; its number is the exit code: 0 done, 1 refused, 2 typed wrongly, others as the command says. */
export type Command = (terminal: Terminal) => Promise<number>;
