import { readdirSync, readFileSync } from 'node:fs';
import type { OfferId } from '@trellis/domain/ids';
import { valuesOf } from '@trellis/domain/outcomes/values';
import { expect, it } from 'vitest';
import { planRound } from './plan-round.ts';
import { decodeSnapshot } from './snapshot.ts';
import { weighPairs } from './weigh-pairs.ts';

const FOLDER = new URL('../golden/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.startsWith('round-'));

it.each(files)('%s: the values are those the round itself saw', (name) => {
  const golden = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
  const decoded = decodeSnapshot(JSON.stringify(golden.snapshot));
  if (!decoded.ok) throw new Error(decoded.fault);
  const { input, settings } = decoded.snapshot;
  const plan = planRound(input, settings);
  if (plan.status !== 'planned') throw new Error(plan.status);
  const values = weighPairs(input, settings, plan.pairings);
  expect(values.length).toBeGreaterThan(0);
  expect(values).toEqual(plan.pairings.map(({ fit }) => valuesOf(fit)));
  const [pair] = plan.pairings;
  expect(weighPairs(input, settings, [{ ...pair!, offerId: 'unheard of' as OfferId }])).toEqual([null]);
});
