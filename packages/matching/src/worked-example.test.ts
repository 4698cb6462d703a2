import { readFileSync } from 'node:fs';
import { FIT_SCALE, FIT_UNKNOWN } from '@trellis/domain/fit/fit';
import type { Criterion } from '@trellis/domain/programs/settings';
import { describe, expect, it } from 'vitest';
import { alternativesForRequest } from './explain/alternatives.ts';
import { smallestChange } from './explain/smallest-change.ts';
import { planRound } from './plan-round.ts';
import { decodeSnapshot } from './snapshot.ts';
import { studyRound } from './study.ts';

// The page for an agency's owner tells one round with names and numbers. Here that round is matched, and every number of
// the example must come out as the page says it.

const text = readFileSync(new URL('../../../docs/how-matching-works.md', import.meta.url), 'utf8');
const example = text.slice(
  text.indexOf('## One worked example'),
  text.indexOf('## When people stay waiting'),
);
const running = example.replaceAll(/\s+/g, ' ');

const golden = JSON.parse(
  readFileSync(new URL('../golden/round-career-change.json', import.meta.url), 'utf8'),
);
const decoded = decodeSnapshot(JSON.stringify(golden.snapshot));
if (!decoded.ok) throw new Error(decoded.fault);
const { input, settings } = decoded.snapshot;
const study = studyRound(input, settings);
const plan = planRound(input, settings);
if (study.status !== 'studied' || plan.status !== 'planned') throw new Error('the example has no plan');

const nameOf = new Map(input.members.map(({ profile }) => [profile.memberId, profile.displayName]));
const mentee = new Map(input.requests.map(({ id, memberId }) => [id, nameOf.get(memberId)!]));
const mentor = new Map(input.offers.map(({ id, memberId }) => [id, nameOf.get(memberId)!]));
const requestOf = (name: string) => [...mentee].find(([, one]) => one === name)![0];
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const points = (value: number): number => Math.round((100 * value) / FIT_SCALE);
const percent = (share: number): string => ((100 * share) / FIT_SCALE).toFixed(1);

/** The pair of these two, with its trade, whether planned or not. */
const pair = (seeker: string, giver: string) => {
  const all = alternativesForRequest(study, requestOf(seeker), 100);
  return all.find(({ offerId }) => mentor.get(offerId) === giver)!;
};
const says = (sentence: string) => expect(running).toContain(sentence);
const numberOf = (word: string) => WORDS.indexOf(word.toLowerCase());

describe('the worked example', () => {
  it('tells how many take part', () => {
    const [, mentees, mentors, seats] = /(\w+) mentees ask; (\w+) mentors are ready, with (\w+) seats/.exec(
      running,
    )!;
    const { pool } = study;
    expect([mentees, mentors, seats].map((word) => numberOf(word!))).toEqual([
      pool.requests.length,
      pool.offers.length,
      pool.room.reduce((sum, room) => sum + room, 0),
    ]);
    expect(plan.notReady.offers.map(({ reason }) => reason).sort()).toEqual([
      'capacity_unknown',
      'capacity_zero',
    ]);
  });

  it('adds up one fit, row by row', () => {
    const { fit } = pair('Noor', 'Maria');
    const names: Partial<Record<Criterion, string>> = {
      skills: 'Skills',
      goals: 'Goals',
      industries: 'Industries',
      path: 'Path',
      style: 'Working style',
      time: 'Shared time',
      languages: 'Languages',
      reach: 'Reach',
    };
    const counted = fit.parts.filter(({ share }) => share > 0);
    const rows = counted.map(({ criterion, value, share }) => [
      names[criterion],
      String(points(value!)),
      `${percent(share)} %`,
      percent((share * value!) / FIT_SCALE),
    ]);
    const table = [...example.matchAll(/^\| ([\w ]+):[^|]* \| (\d+) \| ([\d.]+ %) \| ([\d.]+) \|$/gm)];
    expect(table.map(([, ...cells]) => cells)).toEqual(rows);
    expect(example).toContain(`| **${points(fit.fit)}** |`);
    const sum = table.reduce((all, [, , , , gives]) => all + Number(gives), 0);
    expect(Math.abs(sum - fit.fit / 100)).toBeLessThan(0.5);
    says(`the evidence is ${points(fit.evidence)} %`);
  });

  it('says whom the plan pairs, and what is known of them', () => {
    const { fit, isPlanned } = pair('Noor', 'Jonas');
    expect(isPlanned).toBe(true);
    says(`the plan pairs Noor with Jonas, at ${points(fit.fit)}`);
    says(`evidence there is ${points(fit.evidence)} %`);
    const unknown = pair('Tomás', 'Daniel');
    expect(unknown).toMatchObject({ isPlanned: true, fit: { fit: FIT_UNKNOWN, evidence: 0 } });
    says(`the fit of Tomás and Daniel is ${points(unknown.fit.fit)}`);
  });

  it('answers "why not Maria?" with the trade', () => {
    const { fit, trade } = pair('Noor', 'Maria');
    const moves = trade!.changes.map(({ requestId, from, to }) => [
      mentee.get(requestId),
      from && mentor.get(from),
      to && mentor.get(to),
    ]);
    expect(moves.sort()).toEqual([
      ['Grace', 'Maria', null],
      ['Noor', 'Jonas', 'Maria'],
      ['Priya', null, 'Daniel'],
      ['Tomás', 'Daniel', 'Jonas'],
    ]);
    says(`Noor would gain ${points(fit.fit - pair('Noor', 'Jonas').fit.fit)} points`);
    says(`Priya would get the seat with Daniel at ${points(pair('Priya', 'Daniel').fit.fit)}`);
    says('Tomás would move from Daniel to Jonas');
    expect(trade!.served).toBe(0);
    says(`the plan would lose ${points(-trade!.total)} points, with as many people served`);
  });

  it('says who waits, why, and what would help', () => {
    const waiting = plan.waiting.map(({ requestId }) => mentee.get(requestId));
    says(`${waiting.join(' and ')} stay waiting`);
    const [cause] = plan.waiting.find(({ requestId }) => mentee.get(requestId) === 'Priya')!.causes;
    expect(cause).toMatchObject({ code: 'contested' });
    const { allowed, seats, rivals } = cause!.facts as Record<string, number>;
    says(
      `the ${WORDS[allowed!]} mentors allowed for Priya have ${WORDS[seats!]} seats, which ${WORDS[rivals!]} people need`,
    );
    const { size, ways } = smallestChange(study, requestOf('Priya'), 3);
    expect(size).toBe(1);
    const [way] = ways;
    expect(mentor.get(way!.offerId)).toBe('Maria');
    expect(way).toMatchObject({ capacity: 2, trade: { changes: [{ requestId: requestOf('Priya') }] } });
    says(`Priya meets Maria at ${points(pair('Priya', 'Maria').fit.fit)}, and nobody else moves`);
  });
});
