import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solveFile } from './solve-file.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'solving-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; said: string[]; warned: string[] }> {
  const said: string[] = [];
  const warned: string[] = [];
  const code = await solveFile(args, { say: (line) => said.push(line), warn: (line) => warned.push(line) });
  return { code, said, warned };
}

async function saved(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

const MACHINE_LINE = /^total=\d+\.\d{3} cpu=\d+\.\d{3} card=(-?\d+) score=(-?[\d.]+) peakMB=\d+$/;

const market = {
  requests: [{ id: 'r1' }, { id: 'r2' }],
  offers: [
    { id: 'o1', capacity: 1 },
    { id: 'o2', capacity: 1 },
  ],
  pairs: [
    ['r1', 'o1', 0.5],
    ['r2', 'o1', 12.35],
    ['r2', 'o2', 0.1],
  ],
};

/** Three requests and two offers of one seat: r0 may have both (scores 7, 9), r1 and r2 only the second (5, 6). */
function binaryMarket(): Uint8Array {
  const words = [3, 2, 4, 10, 0, 1, 1, 0, 2, 3, 4, 0, 1, 1, 1, 7, 9, 5, 6];
  const bytes = new Uint8Array(4 + 4 * words.length);
  bytes.set(new TextEncoder().encode('MMI1'));
  words.forEach((word, k) => {
    new DataView(bytes.buffer).setUint32(4 + 4 * k, word, true);
  });
  return bytes;
}

describe('solve with market JSON', () => {
  it('says so where the file names no capacity, and nobody can be served', async () => {
    const { code, warned } = await run(
      await saved(
        'bare.json',
        JSON.stringify({ ...market, offers: [{ id: 'o1' }, { id: 'o2', capacity: 1 }] }),
      ),
    );
    expect(code).toBe(0);
    expect(warned).toEqual(['Note: one offer takes nobody, since the file names no capacity for o1.']);
  });

  it('writes the result and two lines', async () => {
    const out = join(folder, 'out.json');
    const { code, said } = await run(await saved('m.json', JSON.stringify(market)), '--out', out);
    expect(code).toBe(0);
    expect(said).toHaveLength(2);
    expect(said[0]).toBe('Filled 2 seats with a total of 0.6, nobody waits; proved best under its rules.');
    expect(MACHINE_LINE.exec(said[1]!)?.slice(1)).toEqual(['2', '0.6']);
    const result = JSON.parse(await readFile(out, 'utf8'));
    expect(result).toMatchObject({
      status: 'optimal',
      served: 2,
      assignments: 2,
      total: 0.6,
      pairings: [
        ['r1', 'o1', 0.5],
        ['r2', 'o2', 0.1],
      ],
      waiting: [],
      certificate: { kind: 'dual-prices', ok: true, bound: 0.6 },
      causes: [],
    });
    expect(result.certificate.levels).toBeUndefined();
  });

  it('prints the result where no file is named, with prices on request', async () => {
    const { code, said } = await run(
      await saved('m.json', JSON.stringify(market)),
      '--objective=total',
      '--certificate',
    );
    expect(code).toBe(0);
    const result = JSON.parse(said[0]!);
    expect(result.total).toBe(12.35);
    expect(result.waiting).toEqual([
      { request: 'r1', seats: 1, filled: 0, causes: ['o1 is full, with r2.'] },
    ]);
    expect(result.certificate.levels).toEqual([
      { level: 'total', requests: expect.anything(), offers: expect.anything(), owners: {} },
    ]);
  });

  it('ends with 3 and the causes where there is no plan', async () => {
    const file = await saved('n.json', JSON.stringify({ ...market, fixed: [['r1', 'o2']] }));
    const { code, said, warned } = await run(file);
    expect(code).toBe(3);
    expect(JSON.parse(said[0]!).status).toBe('infeasible');
    expect(warned).toEqual(['No plan: r1 must stay with o2, but that pair is not allowed.']);
  });

  it.each([
    [
      'a bad fit',
      '{"requests":[],"offers":[],"pairs":[[1,2]]}',
      'Invalid file: pairs[0]: not [request, offer, fit]',
    ],
    ['no JSON', 'hello', 'Invalid file: line 1, column 1: unexpected "h"'],
    ['nothing', '', 'Invalid file: line 1, column 1: the text ends too early'],
  ])('ends with 2 and the path for %s', async (_, text, warning) => {
    const { code, warned } = await run(await saved('bad.json', text));
    expect(code).toBe(2);
    expect(warned).toContain(warning);
  });

  it('ends with 2 for bytes that are no text', async () => {
    expect(await run(await saved('bytes', Uint8Array.of(0xff, 0xfe, 0x00)))).toMatchObject({
      code: 2,
      said: [],
    });
  });
});

describe('solve with MMI1', () => {
  it('writes an answer with prices on request', async () => {
    const out = join(folder, 'out.mms');
    const { code, said } = await run(await saved('m.mmi', binaryMarket()), '--out', out, '--certificate');
    expect(code).toBe(0);
    expect(said[0]).toBe('Served 2 of 3 requests with a score of 13; proved best.');
    expect(MACHINE_LINE.exec(said[1]!)?.slice(1)).toEqual(['2', '13']);
    const answer = await readFile(out);
    expect(answer.toString('latin1', 0, 4)).toBe('MMS1');
    expect([4, 8, 12].map((at) => answer.readUInt32LE(at))).toEqual([3, 2, 1]);
    expect([16, 20, 24].map((at) => answer.readInt32LE(at))).toEqual([0, -1, 1]);
    expect(answer).toHaveLength(16 + 12 + 4 + 8);
  });

  it('leaves the prices out otherwise', async () => {
    const out = join(folder, 'out.mms');
    await run(await saved('m.mmi', binaryMarket()), '--out', out);
    const answer = await readFile(out);
    expect(answer.readUInt32LE(12)).toBe(0);
    expect(answer).toHaveLength(16 + 12);
  });

  it('refuses a file cut short and objectives it cannot hold', async () => {
    const short = await run(await saved('short.mmi', binaryMarket().slice(0, 40)));
    expect(short.code).toBe(2);
    expect(short.warned[0]).toMatch(/^Invalid file: byte 40: /);
    expect((await run(await saved('m.mmi', binaryMarket()), '--objective', 'stable')).code).toBe(2);
  });
});

describe('arguments', () => {
  it.each([
    [['x', '--fast'], 'Unknown option --fast.'],
    [['x', '--objective', 'best'], 'Unknown objective best.'],
    [['x', '--seed', 'a'], 'The seed a is not a whole number of at most 15 digits.'],
    [['x', '--out'], '--out needs a value.'],
    [['x', '--offer-optimal'], '--offer-optimal goes with --objective stable.'],
    [['x', 'y'], 'One file at a time, not 2.'],
    [[], 'No file named; - reads standard input.'],
  ])('%j ends with 2 and the usage', async (args, warning) => {
    const { code, warned } = await run(...args);
    expect(code).toBe(2);
    expect(warned[0]).toBe(warning);
    expect(warned[1]).toMatch(/^Usage: solve FILE /);
  });

  it('names a file that cannot be read or written', async () => {
    expect((await run(join(folder, 'none'))).warned[0]).toMatch(/^Cannot read .*none: /);
    const file = await saved('m.json', JSON.stringify(market));
    const { code, warned } = await run(file, '--out', join(folder, 'no', 'such', 'folder'));
    expect(code).toBe(2);
    expect(warned[0]).toMatch(/^Cannot write /);
  });
});
