import { Text, Title } from '@mantine/core';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { LEAST_TO_COMPARE } from '@trellis/domain/outcomes/compare';
import type { CriterionOutcome } from '@trellis/domain/outcomes/views';
import { useTranslations } from 'use-intl';
import { DotStrip } from './dot-strip.tsx';
import styles from './outcomes.module.css';
import { RangeLine } from './range-line.tsx';

/** Screens show a value of a criterion, and how often of a hundred times, as a number from 0 to 100. */
const ofHundred = (value: number): number => Math.round((100 * value) / FIT_SCALE);

/** One criterion: what it weighs, what can be said in words, and the picture the words are read from. */
export function CriterionRow(props: { row: CriterionOutcome; perDot: number }) {
  const t = useTranslations('outcomes');
  const name = useTranslations('programs.criterion');
  const { criterion, weight, verdict, comparison, wentOn, didNot } = props.row;
  const label = name(`${criterion}.label`);
  const weighs = (
    <div>
      <Title order={3} size="h4">
        {label}
      </Title>
      <Text size="sm" c="dimmed">
        {weight === 0 ? t('row.noWeight') : t('row.weight', { weight })}
      </Text>
      <span className={styles.weight} aria-hidden="true">
        <span style={{ width: `${10 * weight}%` }} />
      </span>
    </div>
  );
  if (comparison === null) {
    return (
      <li className={styles.row}>
        {weighs}
        <Text>{t('row.tooFew', { wentOn, didNot, least: LEAST_TO_COMPARE })}</Text>
      </li>
    );
  }
  const middle = { wentOn: ofHundred(comparison.middle.wentOn), didNot: ofHundred(comparison.middle.didNot) };
  return (
    <li className={styles.row}>
      {weighs}
      <div className={styles.words}>
        <Text fw={600}>
          {verdict === 'higher' || verdict === 'lower'
            ? t(`row.${verdict}.${criterion}`)
            : t('row.noDifference')}
        </Text>
        <Text size="sm">
          {t('row.often', {
            of100: ofHundred(comparison.superiority),
            low: ofHundred(comparison.low),
            high: ofHundred(comparison.high),
          })}
        </Text>
        <RangeLine {...comparison} />
        <Text size="sm" c="dimmed">
          {t('row.middle', middle)}
        </Text>
      </div>
      <DotStrip
        label={t('picture', { name: label, ...middle })}
        strip={comparison.strip}
        places={middle}
        perDot={props.perDot}
      />
    </li>
  );
}
