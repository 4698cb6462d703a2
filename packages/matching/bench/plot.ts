/** Draws how solving time grows with size: `tsx packages/matching/bench/plot.ts [FILE]`. Both axes logarithmic. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assignMostServed } from '../src/solver/assign.ts';
import type { SparseMarket } from '../src/solver/sparse-market.ts';
import { geometricMarket, skillMarket, uniformMarket } from './markets.ts';
import { median, processorSecondsOf } from './runs.ts';

interface Line {
  readonly name: string;
  readonly color: string;
  readonly points: readonly (readonly [pairs: number, seconds: number])[];
}

const SIZES = [1000, 3000, 10_000, 30_000, 100_000];
const REPEATS = 3;
const WIDTH = 760;
const HEIGHT = 440;
const LEFT = 70;
const RIGHT = 190;
const TOP = 50;
const BOTTOM = 60;
const DECADES = { pairs: [4, 7], seconds: [-5, 1] } as const;

function readOnce(market: SparseMarket): number {
  let sum = 0;
  for (let e = 0; e < market.column.length; e++) sum = (sum + market.score[e]! + market.column[e]!) | 0;
  return sum;
}

function measure(name: string, color: string, make: (size: number) => SparseMarket): [Line, Line] {
  // Warm, so that the line shows the reading and not the compiler.
  const small = make(SIZES[0]!);
  for (let k = 0; k < 200; k++) readOnce(small);
  const solving: [number, number][] = [];
  const reading: [number, number][] = [];
  for (const size of SIZES) {
    const market = make(size);
    const repeat = (work: () => void) =>
      median(Array.from({ length: REPEATS }, () => processorSecondsOf(work)));
    solving.push([market.column.length, repeat(() => assignMostServed(market))]);
    reading.push([market.column.length, repeat(() => readOnce(market))]);
    console.log(
      `${name} ${size}: ${solving.at(-1)?.[1].toFixed(4)} s, read once ${reading.at(-1)?.[1].toFixed(5)} s`,
    );
  }
  return [
    { name, color, points: solving },
    { name: 'reading all pairs once', color: '#8a8f98', points: reading },
  ];
}

function across(pairs: number): number {
  const [from, to] = DECADES.pairs;
  return LEFT + ((Math.log10(pairs) - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
}

function down(seconds: number): number {
  const [from, to] = DECADES.seconds;
  return HEIGHT - BOTTOM - ((Math.log10(seconds) - from) / (to - from)) * (HEIGHT - TOP - BOTTOM);
}

function gridLines(): string[] {
  const marks: string[] = [];
  for (let d = DECADES.pairs[0]; d <= DECADES.pairs[1]; d++) {
    const x = across(10 ** d).toFixed(1);
    marks.push(`<line x1="${x}" y1="${TOP}" x2="${x}" y2="${HEIGHT - BOTTOM}" stroke="#dcdfe4"/>`);
    marks.push(
      `<text x="${x}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${(10 ** d).toLocaleString('en')}</text>`,
    );
  }
  for (let d = DECADES.seconds[0]; d <= DECADES.seconds[1]; d++) {
    const y = down(10 ** d).toFixed(1);
    const label = d >= 0 ? `${10 ** d} s` : d >= -3 ? `${10 ** (d + 3)} ms` : `${10 ** (d + 6)} µs`;
    marks.push(`<line x1="${LEFT}" y1="${y}" x2="${WIDTH - RIGHT}" y2="${y}" stroke="#dcdfe4"/>`);
    marks.push(`<text x="${LEFT - 8}" y="${Number(y) + 4}" text-anchor="end">${label}</text>`);
  }
  return marks;
}

function drawLine(line: Line): string[] {
  const path = line.points.map(
    ([pairs, seconds]) => `${across(pairs).toFixed(1)},${down(seconds).toFixed(1)}`,
  );
  const [lastPairs, lastSeconds] = line.points[line.points.length - 1]!;
  return [
    `<polyline fill="none" stroke="${line.color}" stroke-width="2" points="${path.join(' ')}"/>`,
    ...path.map((point) => {
      const [x, y] = point.split(',');
      return `<circle cx="${x}" cy="${y}" r="3" fill="${line.color}"/>`;
    }),
    `<text x="${(across(lastPairs) + 8).toFixed(1)}" y="${(down(lastSeconds) + 4).toFixed(1)}" fill="${line.color}">${line.name}</text>`,
  ];
}

function draw(lines: readonly Line[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="#2b2f36">
<title>Processor time by number of allowed pairs</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="24" font-size="15">Processor time for a best plan with its prices, by number of allowed pairs</text>`,
    ...gridLines(),
    ...lines.flatMap(drawLine),
    `<text x="${(WIDTH - RIGHT + LEFT) / 2}" y="${HEIGHT - 14}" text-anchor="middle">allowed pairs</text>`,
    '</svg>',
    '',
  ].join('\n');
}

const file = process.argv[2] ?? join(import.meta.dirname, '../../../docs/pictures/solver-growth.svg');
const offersOf = (size: number) => Math.round(0.3 * size);
const [contested, reading] = measure('contested (skills)', '#b4472e', (size) =>
  skillMarket(1, size, offersOf(size), 50, 5, false),
);
const [distance] = measure('contested (distance)', '#8a5a00', (size) =>
  geometricMarket(3, size, offersOf(size), 50, 5),
);
const [open] = measure('seats for all', '#1f6f6b', (size) => uniformMarket(4, size, offersOf(size), 50, 1.5));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, draw([contested, distance, open, reading]));
