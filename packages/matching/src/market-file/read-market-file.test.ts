import { describe, expect, it } from 'vitest';
import { readMarketFile } from './read-market-file.ts';
import { solveMarketFile } from './solve-market-file.ts';

const base = {
  requests: [{ id: 'r1' }, { id: 'r2' }],
  offers: [
    { id: 'o1', capacity: 1 },
    { id: 'o2', capacity: 1 },
  ],
  pairs: [
    ['r1', 'o1', 1],
    ['r2', 'o2', 2],
  ],
};

const solve = (text: string) =>
  solveMarketFile(text, { objective: 'served', isOfferOptimal: false, seed: 1, withPrices: false });

describe('a market file names what is wrong and where', () => {
  it.each([
    ['fit is a text', { pairs: [['r1', 'o1', '0.7']] }, 'pairs[0][2]: not a number'],
    ['fit is missing', { pairs: [['r1', 'o1']] }, 'pairs[0]: not [request, offer, fit]'],
    ['unknown request', { pairs: [['r9', 'o1', 1]] }, 'pairs[0][0]: no request "r9"'],
    ['unknown offer', { pairs: [['r1', 'o9', 1]] }, 'pairs[0][1]: no offer "o9"'],
    [
      'pair twice',
      {
        pairs: [
          ['r1', 'o1', 1],
          ['r2', 'o1', 1],
          ['r1', 'o1', 2],
        ],
      },
      'pairs[2]: the same pair as pairs[0]',
    ],
    [
      'request twice',
      { requests: [{ id: 'r1' }, { id: 'r2' }, { id: 'r1' }] },
      'requests[2].id: "r1" occurs twice',
    ],
    [
      'empty id',
      { offers: [{ id: '' }, { id: 'o1' }, { id: 'o2' }] },
      'offers[0].id: not an id: a non-empty string or an integer',
    ],
    ['no id', { requests: [{ id: 'r1' }, { id: 'r2' }, {}] }, 'requests[2].id: missing'],
    [
      'seats negative',
      { requests: [{ id: 'r1', seats: -1 }, { id: 'r2' }] },
      'requests[0].seats: not a whole number of 0 or more',
    ],
    [
      'capacity in halves',
      { offers: [{ id: 'o1', capacity: 1.5 }, { id: 'o2' }] },
      'offers[0].capacity: not a whole number of 0 or more',
    ],
    [
      'required is a number',
      { offers: [{ id: 'o1', required: 1 }, { id: 'o2' }] },
      'offers[0].required: not true or false',
    ],
    [
      'unknown owner',
      { offers: [{ id: 'o1', owner: 's1' }, { id: 'o2' }] },
      'offers[0].owner: no owner "s1"',
    ],
    ['wish of nobody', { wishes: { r9: ['o1'] } }, 'wishes.r9: no request "r9"'],
    ['wish for nobody', { wishes: { r1: ['o1', 'o9'] } }, 'wishes.r1[1]: no offer "o9"'],
    ['offer wish for nobody', { offerWishes: { o1: ['o2'] } }, 'offerWishes.o1[0]: no request "o2"'],
    ['wish is no list', { wishes: { r1: 'o1' } }, 'wishes.r1: not a list'],
    ['fixed is too long', { fixed: [['r1', 'o1', 1]] }, 'fixed[0]: not [request, offer]'],
    ['load step negative', { loadStep: -0.5 }, 'loadStep: negative'],
    ['no pairs', { pairs: undefined }, 'pairs: missing'],
    ['requests are an object', { requests: {} }, 'requests: not a list [ … ]'],
  ])('%s', (_, change, problem) => {
    const read = readMarketFile(JSON.stringify({ ...base, ...change }));
    expect(read.ok ? [] : read.problems).toContain(problem);
  });

  it.each(['NaN', 'Infinity', '-Infinity', '1e999', '1e-5000'])(
    'a fit of %s is not a finite number',
    (fit) => {
      const text = JSON.stringify({
        ...base,
        pairs: [
          ['r1', 'o1', 1],
          ['r1', 'o2', 1],
          ['r2', 'o1', 1],
          ['r2', 'o2', 7777],
        ],
      });
      const result = solve(text.replace('7777', fit));
      expect(result.status).toBe('invalid');
      expect(result.causes).toEqual(['pairs[3][2]: not a finite number']);
    },
  );

  it.each([
    ['', 'line 1, column 1: the text ends too early'],
    ['{"requests": [}', 'line 1, column 15: unexpected "}"'],
    ['{\n "a": 1,\n "a": 2}', 'line 3, column 2: the key "a" occurs twice'],
    ['{} x', 'line 1, column 4: more text after the end'],
    ['{"a": 01}', 'line 1, column 8: a comma or } is missing'],
    ['[1]', 'the file: not an object { … }'],
    ['"abc', 'line 1, column 1: the string does not end'],
    ['['.repeat(100), 'line 1, column 66: nested deeper than 64'],
  ])('%j is not a market', (text, problem) => {
    expect(solve(text)).toMatchObject({ status: 'invalid', causes: [problem] });
  });

  it('reports many problems, and how many more', () => {
    const pairs = Array.from({ length: 30 }, () => ['r1', 'nobody', 1]);
    const read = readMarketFile(JSON.stringify({ ...base, pairs }));
    expect(read.ok ? [] : read.problems).toHaveLength(21);
    expect(read.ok ? [] : read.problems.at(-1)).toBe('and 10 more problems');
  });
});

describe('odd but valid input', () => {
  it.each([
    ['nothing at all', { requests: [], offers: [], pairs: [] }, 0],
    ['requests only', { requests: [{ id: 'r' }], offers: [], pairs: [] }, 0],
    ['offers only', { requests: [], offers: [{ id: 'o', capacity: 3 }], pairs: [] }, 0],
    [
      'capacity 0',
      {
        ...base,
        offers: [
          { id: 'o1', capacity: 0 },
          { id: 'o2', capacity: 1 },
        ],
      },
      1,
    ],
    ['seats 0', { ...base, requests: [{ id: 'r1', seats: 0 }, { id: 'r2' }] }, 1],
    ['more seats than offers', { ...base, requests: [{ id: 'r1', seats: 9 }, { id: 'r2' }] }, 2],
    [
      'a vast capacity',
      {
        ...base,
        offers: [
          { id: 'o1', capacity: 2147483647 },
          { id: 'o2', capacity: 1 },
        ],
      },
      2,
    ],
    ['wishes twice and for pairs not allowed', { ...base, wishes: { r1: ['o2', 'o1', 'o1', 'o2'] } }, 2],
    [
      'equal fits',
      {
        ...base,
        pairs: [
          ['r1', 'o1', 1],
          ['r1', 'o2', 1],
          ['r2', 'o1', 1],
          ['r2', 'o2', 1],
        ],
      },
      2,
    ],
    ['nulls for what is optional', { ...base, owners: null, wishes: null, fixed: null, loadStep: null }, 2],
    [
      'keys of one’s own',
      { ...base, name: 'spring', requests: [{ id: 'r1', name: 'Ann' }, { id: 'r2' }] },
      2,
    ],
    [
      'a minimum above the capacity',
      {
        ...base,
        offers: [
          { id: 'o1', capacity: 1, min: 2 },
          { id: 'o2', capacity: 1 },
        ],
      },
      1,
    ],
    [
      'a negative fit, served all the same',
      {
        ...base,
        pairs: [
          ['r1', 'o1', -5],
          ['r2', 'o2', -1e-9],
        ],
      },
      2,
    ],
    [
      'ids that are integers',
      { requests: [{ id: 1 }], offers: [{ id: 2, capacity: 1 }], pairs: [[1, 2, 3]], wishes: { 1: [2] } },
      1,
    ],
    [
      'ids like properties of objects',
      {
        requests: [{ id: '__proto__' }],
        offers: [{ id: 'constructor', capacity: 1 }],
        pairs: [['__proto__', 'constructor', 3]],
      },
      1,
    ],
  ])('%s', (_, market, seats) => {
    for (const objective of ['served', 'fair', 'stable', 'greedy', 'generous', 'rank-sum'] as const) {
      const result = solveMarketFile(JSON.stringify(market), {
        objective,
        isOfferOptimal: false,
        seed: 1,
        withPrices: true,
      });
      expect(result.status, objective).toBe('optimal');
      expect(result.certificate?.ok).toBe(true);
      expect(result.assignments).toBe(seats);
    }
  });

  it('skips a byte order mark', () => expect(solve(`\uFEFF${JSON.stringify(base)}`).status).toBe('optimal'));
});

describe('fits are exact', () => {
  const total = (fits: readonly string[]) => {
    const rows = fits.map((_, k) => ({ id: `x${k}` }));
    const offers = rows.map(({ id }) => ({ id, capacity: 1 }));
    const text = JSON.stringify({
      requests: rows,
      offers,
      pairs: rows.map(({ id }, k) => [id, id, 900000 + k]),
    });
    return solve(fits.reduce((all, fit, k) => all.replace(String(900000 + k), fit), text)).total.digits;
  };

  it.each([
    [['12.35'], '12.35'],
    [['0.1', '0.2'], '0.3'],
    [['0.1', '0.1', '0.1', '0.7'], '1'],
    [['1e-7', '1'], '1.0000001'],
    [['2.50', '-0.25'], '2.25'],
    [['9007199254740993', '1'], '9007199254740994'],
    [['0.12345678901234567890123', '1'], '1.12345678901234567890123'],
    [['1e21', '1E-3'], '1000000000000000000000.001'],
    [['-0', '0.0'], '0'],
    [['-12.5', '0'], '-12.5'],
  ])('%j add up to %s', (fits, sum) => expect(total(fits)).toBe(sum));
});

describe('no plan, because', () => {
  const cause = (change: object) => {
    const result = solve(JSON.stringify({ ...base, ...change }));
    expect(result.status).toBe('infeasible');
    return result.causes;
  };

  it('more pairings must stay than a request has seats', () =>
    expect(
      cause({
        pairs: [...base.pairs, ['r1', 'o2', 1]],
        fixed: [
          ['r1', 'o1'],
          ['r1', 'o2'],
        ],
      }),
    ).toEqual(['r1 asks for 1 seat, but 2 pairings must stay.']));

  it('more must stay with an offer than it has seats', () =>
    expect(
      cause({
        pairs: [...base.pairs, ['r2', 'o1', 1]],
        fixed: [
          ['r1', 'o1'],
          ['r2', 'o1'],
        ],
      }),
    ).toEqual(['o1 has 1 seat, but 2 pairings must stay there.']));

  it('a pairing must stay that is not allowed', () =>
    expect(cause({ fixed: [['r2', 'o1']] })).toEqual([
      'r2 must stay with o1, but that pair is not allowed.',
    ]));

  it('a required offer is too small for its minimum', () =>
    expect(
      cause({
        offers: [
          { id: 'o1', capacity: 1, min: 3, required: true },
          { id: 'o2', capacity: 1 },
        ],
      }),
    ).toEqual(['o1 must be used with at least 3 seats, but it has only 1 seat.']));

  it('a required offer has an unknown capacity', () =>
    expect(
      cause({
        offers: [
          { id: 'o1', required: true },
          { id: 'o2', capacity: 1 },
        ],
      }),
    ).toEqual(['o1 must be used with at least 1 seat, but its capacity is not known.']));

  it('nobody may go to a required offer', () =>
    expect(cause({ offers: [...base.offers, { id: 'o3', capacity: 2, required: true }] })).toEqual([
      'o3 needs at least 1 filled seat, but only 0 can be filled: no request may go there.',
    ]));

  it('one owner carries too little for two required offers', () =>
    expect(
      cause({
        owners: [{ id: 's', capacity: 1 }],
        offers: [
          { id: 'o1', capacity: 1, required: true, owner: 's' },
          { id: 'o2', capacity: 1, required: true, owner: 's' },
        ],
      }),
    ).toEqual([
      expect.stringContaining('o1 and o2 need at least 2 filled seats together, but only 1 can be filled'),
    ]));
});
