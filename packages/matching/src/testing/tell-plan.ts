import { reasonInWords } from '@trellis/domain/fit/words/words';
import type { TermId } from '@trellis/domain/ids';
import type { RoundInput } from '../round-input.ts';
import type { RoundResult } from '../round-plan.ts';

/** A result as a person would read it, for golden files: names instead of ids, reasons in words. */
export const tellPlan = (input: RoundInput, plan: RoundResult) => {
  if (plan.status !== 'planned') return plan;
  const names = new Map(input.members.map(({ profile }) => [profile.memberId, profile.displayName]));
  const terms = new Map(input.terms.map((term) => [term.id, term.name]));
  const { report } = plan;
  return {
    pairings: plan.pairings.map((p) => {
      const mentee = names.get(p.menteeId) ?? '';
      const mentor = names.get(p.mentorId) ?? '';
      const term = (id: TermId): string => terms.get(id) ?? '';
      return {
        mentee,
        mentor,
        seats: [p.requestSeat, p.offerSeat],
        fixed: p.fixed,
        fit: p.fit.fit,
        trust: p.fit.trust,
        reach: p.fit.reach,
        evidence: p.fit.evidence,
        mentee_reads: p.reasons.mentee.map((r) =>
          reasonInWords(r, { audience: 'mentee', mentee, mentor, term }, 'en'),
        ),
        mentor_reads: p.reasons.mentor.map((r) =>
          reasonInWords(r, { audience: 'mentor', mentee, mentor, term }, 'de'),
        ),
      };
    }),
    waiting: plan.waiting.map((w) => ({ mentee: names.get(w.memberId), causes: w.causes })),
    notReady: {
      requests: plan.notReady.requests.map((r) => `${names.get(r.memberId)}: ${r.reason}`),
      offers: plan.notReady.offers.map((o) => `${names.get(o.memberId)}: ${o.reason}`),
    },
    report: {
      served: report.served,
      total: report.total,
      worst: report.worst,
      prices: report.prices,
      scarcity: report.scarcity.map(({ kind, termId, language, dayPart, timeZone, ...s }) => ({
        kind,
        names: [termId && terms.get(termId), language, dayPart, timeZone].filter((one) => one !== null),
        ...s,
      })),
      blocking: report.stability.blocking,
    },
  };
};
