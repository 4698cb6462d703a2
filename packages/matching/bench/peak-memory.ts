import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/**
 * The most memory this process ever had, in MB. Not `maxRSS` where the system tells better: Linux carries that over from the
 * process that started this one.
 */
export function peakMemory(): number {
  const told = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(STATUS, 'utf8')) : null;
  return (told === null ? process.resourceUsage().maxRSS : Number(told[1])) / 1024;
}
