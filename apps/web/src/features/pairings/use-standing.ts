import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { Day, Instant } from '@trellis/domain/time';
import { useFormatter, useTranslations } from 'use-intl';

/** What became of a published pairing, and what comes next, in sentences. Both empty before publishing. */
export interface Standing {
  readonly happened: readonly string[];
  readonly next: readonly string[];
}

/** Tells staff who was asked, when, until when they may answer, how it ended, and what was promised. */
export function useStanding(): (pairing: BoardPairing) => Standing {
  const t = useTranslations('pairings.standing');
  const tStep = useTranslations('next-steps.kinds');
  const format = useFormatter();
  const on = (at: Instant) => format.dateTime(new Date(at), { day: 'numeric', month: 'long' });
  // A calendar day, not a moment: shown as it is written, on whatever clock.
  const day = (value: Day) =>
    format.dateTime(new Date(`${value}T00:00:00Z`), { day: 'numeric', month: 'long', timeZone: 'UTC' });

  const asked = (pairing: BoardPairing): string[] =>
    pairing.asks.map(({ place, askedAt, until, answer, answeredAt }) => {
      const name = pairing[place];
      if (answer !== null) {
        return t(answer, { name, day: answeredAt ? on(answeredAt) : '', dated: String(answeredAt !== null) });
      }
      const times = { name, day: askedAt ? on(askedAt) : '', until: until ? on(until) : '' };
      if (until === null || askedAt === null) return t('asked', times);
      return t(pairing.status === 'expired' ? 'silent' : 'waiting', times);
    });

  const ended = ({ status, ended: end, decidedBy, resumeOn }: BoardPairing): string[] => {
    if (status === 'paused') return [resumeOn ? t('restsUntil', { day: day(resumeOn) }) : t('rests')];
    if (!end) return [];
    switch (status) {
      case 'withdrawn':
        return [t('withdrawn', { name: decidedBy ?? t('somebody'), day: on(end.at) })];
      case 'not_now':
      case 'closed':
      case 'kept':
        return [t(status, { day: on(end.at) })];
      default:
        return [];
    }
  };

  const next = (pairing: BoardPairing): string[] => {
    const { nextStep, reminderAt, asks } = pairing;
    if (nextStep) {
      const { kind, words, owner, dueOn } = nextStep;
      return [t('promised', { name: pairing.mentee, step: words ?? tStep(kind), owner, day: day(dueOn) })];
    }
    const until = asks.find((ask) => ask.until !== null && ask.answer === null)?.until;
    if (pairing.status !== 'invited' || !until) return [];
    return [
      ...(reminderAt ? [t('reminder', { day: on(reminderAt) })] : []),
      t('runsOut', { day: on(until) }),
    ];
  };

  return (pairing) => ({ happened: [...asked(pairing), ...ended(pairing)], next: next(pairing) });
}
