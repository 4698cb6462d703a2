import { prepareCriterion } from '@trellis/matching/criterion-table';
import { alternativesForOffer, alternativesForRequest, whyNot } from '@trellis/matching/explain/alternatives';
import { smallestChange } from '@trellis/matching/explain/smallest-change';
import { joiningMentors } from '@trellis/matching/joining-mentors';
import { isCancellation } from '@trellis/matching/round-cancelled';
import type { RoundWatch } from '@trellis/matching/round-watch';
import { decodeSnapshot, type Snapshot } from '@trellis/matching/snapshot';
import { type RoundStudy, studyRound } from '@trellis/matching/study';
import { weighPairs } from '@trellis/matching/weigh-pairs';
import { whatIf } from '@trellis/matching/what-if';
import type { Answer, Question, RoundChoices } from './match-job.ts';

interface OpenRound {
  readonly key: string;
  /** Null when it cannot be read: a later version, or none was kept. */
  readonly snapshot: Snapshot | null;
  /** Made when first needed, for it takes as long as the round did; null when the snapshot leaves no plan. */
  study?: RoundStudy | null;
}
let open: OpenRound | null = null;

/** The saved round that is asked about, kept for the next question about the same one. */
export const openRound = (key: string, text: string | null): OpenRound => {
  if (open?.key === key) return open;
  if (text === null) throw new Error('a question about a round this thread does not have');
  const decoded = decodeSnapshot(text);
  open = { key, snapshot: decoded.ok ? decoded.snapshot : null };
  return open;
};

const studyOf = (round: OpenRound, { input, settings }: Snapshot, watch: RoundWatch): RoundStudy | null => {
  if (round.study === undefined) {
    const study = studyRound(input, settings, watch);
    round.study = study.status === 'studied' ? study : null;
  }
  return round.study;
};

/** Prepares a further part of what answers to other weights need; returns whether there is more. */
export const prepareNext = (): boolean => (open?.study ? prepareCriterion(open.study) : false);

/** The answer to one question about a saved round, or that nobody waits for it any more. */
export const answerAbout = (round: OpenRound, question: Question, watch: RoundWatch): Answer => {
  try {
    return answer(round, question, watch);
  } catch (error) {
    if (isCancellation(error)) return { kind: 'stopped' };
    throw error;
  }
};

const answer = (round: OpenRound, question: Question, watch: RoundWatch): Answer => {
  const { snapshot } = round;
  if (snapshot === null) return { kind: 'no_plan' };
  if (question.kind === 'values') {
    return { kind: 'values', values: weighPairs(snapshot.input, snapshot.settings, question.pairs) };
  }
  if (question.kind === 'choices') return { kind: 'choices', choices: choicesOf(snapshot) };
  const study = studyOf(round, snapshot, watch);
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
  if (question.kind === 'why_not') {
    return { kind: 'why_not', why: whyNot(study, question.requestId, question.offerId) };
  }
  const mentors = joiningMentors(snapshot.input, question.mentors);
  const difference = whatIf(study, { ...question.change, mentors }, watch);
  return difference.status === 'compared' ? { kind: 'what_if', difference } : { kind: 'no_plan' };
};

const choicesOf = ({ input }: Snapshot): RoundChoices => {
  const held = new Map<string, number>();
  for (const { offerId } of input.held) held.set(offerId, (held.get(offerId) ?? 0) + 1);
  const zones = input.members.flatMap(({ profile }) => (profile.timeZone === null ? [] : [profile.timeZone]));
  return {
    offers: input.offers
      .filter(({ status }) => status === 'open')
      .map(({ id, capacity }) => ({ offerId: id, capacity, held: held.get(id) ?? 0 })),
    timeZones: [...new Set(zones)].sort(),
  };
};
