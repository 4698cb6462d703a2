import { Text, Title } from '@mantine/core';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { LEAST_TO_COMPARE } from '@trellis/domain/outcomes/compare';
import type { CriterionOutcome } from '@trellis/domain/outcomes/views';
import { useTranslations } from 'use-intl';
import { DotStrip } from './dot-strip.tsx';
import { dotsFor } from './dots-for.ts';
import styles from './outcomes.module.css';
import { RangeLine } from './range-line.tsx';

/** Screens show a value of a criterion, and how often of a hundred times, as a number from 0 to 100. */
const ofHundred = (value: number): number => Math.round((100 * value) / FIT_SCALE);

/** One criterion: what it weighs, what can be said in words, and the picture the words are read from. */
export function CriterionRow(props: { row: CriterionOutcome }) {
  const t = useTranslations('outcomes.row');
  const name = useTranslations('programs.criterion');
  const { criterion, weight, verdict, comparison } = props.row;
  const label = name(`${criterion}.label`);
  return (
    <li className={styles.row}>
      <div>
        <Title order={3} size="h4">
          {label}
        </Title>
        <Text size="sm" c="dimmed">
          {weight === 0 ? t('noWeight') : t('weight', { weight })}
        </Text>
        <span className={styles.weight} aria-hidden="true">
          <span style={{ width: `${10 * weight}%` }} />
        </span>
      </div>
      {comparison === null ? (
        <Text>
          {t('tooFew', { wentOn: props.row.wentOn, didNot: props.row.didNot, least: LEAST_TO_COMPARE })}
        </Text>
      ) : (
        <>
          <div className={styles.words}>
            <Text fw={600}>
              {verdict === 'higher' || verdict === 'lower' ? t(`${verdict}.${criterion}`) : t('noDifference')}
            </Text>
            <Text size="sm">
              {t('often', {
                of100: ofHundred(comparison.superiority),
                low: ofHundred(comparison.low),
                high: ofHundred(comparison.high),
              })}
            </Text>
            <RangeLine {...comparison} />
          </div>
          <DotStrip
            name={label}
            strip={comparison.strip}
            middle={{
              wentOn: ofHundred(comparison.middle.wentOn),
              didNot: ofHundred(comparison.middle.didNot),
            }}
            {...dotsFor(comparison.strip)}
          />
        </>
      )}
    </li>
  );
}
