// Runs a program (its path is the argument), and ends with whoever holds the other end of its input, however that one
// ends: a killed test leaves no server behind.
import { pathToFileURL } from 'node:url';

process.stdin.on('end', () => process.exit(1)).resume();
await import(pathToFileURL(process.argv[2]).href);
