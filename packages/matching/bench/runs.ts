import { spawnSync } from 'node:child_process';

/** One cold run as its line for machines told it. */
export interface Run {
  readonly total: number;
  readonly cpu: number;
  readonly card: number;
  readonly score: number;
  readonly peakMB: number;
  readonly proved: boolean;
  readonly kernels: string;
}

/** Runs a command that prints `key=value …`; null when it fails or takes longer than `seconds`. */
export function runOnce(command: string, args: readonly string[], seconds: number): Run | null {
  const child = spawnSync(command, args, { encoding: 'utf8', timeout: Math.ceil(seconds * 1000) });
  if (child.status !== 0) return null;
  const values = new Map(
    child.stdout
      .trim()
      .split(/\s+/)
      .map((part) => part.split('=') as [string, string]),
  );
  const number = (key: string) => Number(values.get(key) ?? Number.NaN);
  return {
    total: number('total'),
    cpu: number('cpu'),
    card: number('card'),
    score: number('score'),
    peakMB: number('peakMB'),
    proved: values.get('proved') === 'true',
    kernels: values.get('kernels') ?? '',
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Seconds that a synchronous piece of work takes. */
export function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** Processor seconds of this process that a piece of work takes: steadier than the clock on a busy machine. */
export function processorSecondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
}
