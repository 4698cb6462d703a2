import { parentPort, workerData } from 'node:worker_threads';
import { auditPlan } from '@trellis/matching/audit';
import { alternativesForOffer, alternativesForRequest } from '@trellis/matching/explain/alternatives';
import { smallestChange } from '@trellis/matching/explain/smallest-change';
import { planRound } from '@trellis/matching/plan-round';
import type { RoundWatch } from '@trellis/matching/round-watch';
import { decodeSnapshot, encodeSnapshot, type Snapshot } from '@trellis/matching/snapshot';
import { type RoundStudy, studyRound } from '@trellis/matching/study';
import { weighPairs } from '@trellis/matching/weigh-pairs';
import { whatIf } from '@trellis/matching/what-if';
import type { Answer, MatchJob, MatchReport, Planned, Question, StopFlag } from './match-job.ts';

// The thread that matches: it has no database, no clock and no chance; it computes what it is sent.

if (!parentPort) throw new Error('match-thread runs in a worker thread only');
const port = parentPort;
const stop: StopFlag = workerData;
const say = (report: MatchReport): void => port.postMessage(report);

const watch: RoundWatch = {
  onProgress: (progress) => say({ kind: 'progress', progress }),
  isCancelled: () => Atomics.load(stop, 0) === 1,
};

port.on('message', (job: MatchJob) => {
  switch (job.kind) {
    case 'plan':
      return say({ kind: 'planned', planned: plan(encodeSnapshot(job.input, job.settings)) });
    case 'replay':
      return say({ kind: 'planned', planned: plan(job.snapshot) });
    case 'ask':
      return say({ kind: 'answered', answer: answer(openRound(job.key, job.snapshot), job.question) });
  }
});

const read = (text: string): Snapshot => {
  const decoded = decodeSnapshot(text);
  if (!decoded.ok) throw new Error(`the snapshot cannot be read: ${decoded.fault}`);
  return decoded.snapshot;
};

/** The second look at a plan proved level by level solves each level anew: beyond so many pairs it would take minutes. */
const MOST_PAIRS_LEVELED = 500_000;

/** Plans from the text that is kept, so that a replay begins with the very same; then looks at the plan once more. */
const plan = (text: string): Planned => {
  const { input, settings } = read(text);
  const result = planRound(input, settings, watch);
  if (result.status !== 'planned') return { result, snapshot: text };
  const { kind, pairs } = result.certificate;
  // Its own proof was checked by `planRound` in any case.
  if (kind === 'levels' && pairs > MOST_PAIRS_LEVELED) return { result, snapshot: text };
  watch.onProgress?.({ stage: 'proving', done: 0, total: 1 });
  const faults = auditPlan(input, settings, result);
  if (faults.length === 0) return { result, snapshot: text };
  return { result: { status: 'not_proved', reason: faults.slice(0, 5).join('; ') }, snapshot: text };
};

interface OpenRound {
  readonly key: string;
  /** Null when it cannot be read: a later version, or none was kept. */
  readonly snapshot: Snapshot | null;
  /** Made when first needed, for it takes as long as the round did; null when the snapshot leaves no plan. */
  study?: RoundStudy | null;
}
let open: OpenRound | null = null;

/** The saved round that is asked about, kept for the next question about the same one. */
const openRound = (key: string, text: string | null): OpenRound => {
  if (open?.key === key) return open;
  if (text === null) throw new Error('a question about a round this thread does not have');
  const decoded = decodeSnapshot(text);
  open = { key, snapshot: decoded.ok ? decoded.snapshot : null };
  return open;
};

const studyOf = (round: OpenRound, { input, settings }: Snapshot): RoundStudy | null => {
  if (round.study === undefined) {
    const study = studyRound(input, settings);
    round.study = study.status === 'studied' ? study : null;
  }
  return round.study;
};

const answer = (round: OpenRound, question: Question): Answer => {
  const { snapshot } = round;
  if (snapshot === null) return { kind: 'no_plan' };
  if (question.kind === 'values') {
    return { kind: 'values', values: weighPairs(snapshot.input, snapshot.settings, question.pairs) };
  }
  const study = studyOf(round, snapshot);
  if (study === null) return { kind: 'no_plan' };
  if (question.kind === 'smallest_change') {
    return { kind: 'smallest_change', change: smallestChange(study, question.requestId, question.most) };
  }
  if (question.kind === 'alternatives') {
    const { requestId, offerId, most } = question;
    return {
      kind: 'alternatives',
      mentors: alternativesForRequest(study, requestId, most),
      mentees: alternativesForOffer(study, offerId, most),
    };
  }
  const difference = whatIf(study, question.change);
  return difference.status === 'compared' ? { kind: 'what_if', difference } : { kind: 'no_plan' };
};
