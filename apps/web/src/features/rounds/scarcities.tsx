import { Stack, Text } from '@mantine/core';
import type { RoundReport } from '@trellis/domain/rounds/report';
import type { RoundView } from '@trellis/domain/rounds/views';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Section } from '../../ui/section.tsx';
import { placeOfZone } from './place-of-zone.ts';

type Scarcity = RoundReport['scarcity'][number];

/** The kinds in the order in which they are told. */
const KINDS = ['skill', 'industry', 'language', 'hours', 'zone'] as const;

/** So many of the others are named. */
const MOST_NAMED = 6;

/** Which mentors are short: for each kind the one that helps most as a sentence, each true when tried; the others are only named. */
export function Scarcities(props: { report: RoundReport; terms: RoundView['terms'] }) {
  const t = useTranslations('rounds.facts');
  const format = useFormatter();
  const nameOf = useScarceName(props.terms);
  const { scarcity } = props.report;
  const any = scarcity.find(({ kind }) => kind === 'any');
  const first = KINDS.flatMap((kind) => scarcity.filter((one) => one.kind === kind).slice(0, 1));
  const others = scarcity.filter((one) => one.kind !== 'any' && !first.includes(one));
  const named = [...others]
    .sort((a, b) => b.asking - a.asking)
    .slice(0, MOST_NAMED)
    .map((one) => t('askedKind', { what: nameOf(one), asking: one.asking }));
  return (
    <Section title={t('scarceTitle')} lead={scarcity.length > 0 ? t('scarceLead') : null}>
      {scarcity.length === 0 && <Text c="dimmed">{t('nothingScarce')}</Text>}
      <Stack gap="xs">
        {any && <Text>{t('scarce.any', numbers(any))}</Text>}
        {first.map((one) => (
          <Text key={one.kind}>{t(`scarce.${one.kind}`, { ...numbers(one), what: nameOf(one) })}</Text>
        ))}
        {named.length > 0 && <Text c="dimmed">{t('askedFor', { kinds: format.list(named) })}</Text>}
      </Stack>
    </Section>
  );
}

/** What a statement is about, in words. */
function useScarceName(terms: RoundView['terms']): (scarcity: Scarcity) => string {
  const t = useTranslations('rounds');
  const languages = new Intl.DisplayNames(useLocale(), { type: 'language' });
  const names = new Map(terms.map(({ id, name }) => [id, name]));
  return ({ termId, language, dayPart, timeZone }) => {
    if (termId !== null) return names.get(termId) ?? '…';
    if (language !== null) return languages.of(language) ?? language;
    const place = timeZone === null ? '' : placeOfZone(timeZone);
    return dayPart === null ? place : t('dayPartIn', { part: t(`dayPart.${dayPart}`), place });
  };
}

const numbers = ({ mentors, seats, more, asking }: Scarcity) => ({ mentors, seats, more, asking });
