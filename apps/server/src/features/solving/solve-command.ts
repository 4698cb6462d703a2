import type { Command } from '../../terminal.ts';
import { solveFile } from './solve-file.ts';

/** `solve FILE …` in a terminal. Needs no database. */
export const solveCommand: Command = (terminal) => solveFile(terminal.args, terminal);
