import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditPlan } from './audit.ts';
import { planRound } from './plan-round.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';
import { tellPlan } from './testing/tell-plan.ts';

const FOLDER = new URL('../golden/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.startsWith('round-'));

describe('golden rounds', () => {
  it('are there', () => expect(files.length).toBeGreaterThanOrEqual(3));

  it.each(files)('%s gives the plan written down', (name) => {
    const golden = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
    const decoded = decodeSnapshot(JSON.stringify(golden.snapshot));
    if (!decoded.ok) throw new Error(decoded.fault);
    const { input, settings } = decoded.snapshot;
    const plan = planRound(input, settings);
    expect(tellPlan(input, plan)).toEqual(golden.expected);
    if (plan.status === 'planned') expect(auditPlan(input, settings, plan)).toEqual([]);
    expect(JSON.parse(encodeSnapshot(input, settings))).toEqual(golden.snapshot);
  });
});

describe('decodeSnapshot', () => {
  it('says why a text is no snapshot of ours', () => {
    expect(decodeSnapshot('{')).toEqual({ ok: false, fault: 'not_json' });
    expect(decodeSnapshot('[]')).toEqual({ ok: false, fault: 'not_a_snapshot' });
    expect(decodeSnapshot('{"version":0,"input":{},"settings":{}}')).toEqual({
      ok: false,
      fault: 'other_version',
    });
  });
});
