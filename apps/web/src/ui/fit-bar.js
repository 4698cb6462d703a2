import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import styles from './fit-bar.module.css';
import { fitLevel, leavesOf } from './fit-levels.ts';
/**
 * A quiet picture of a fit: five leaves for trust, five for reach. In words for those who do not see it; never a
 * percentage, because a fit is a reason to meet and not a probability.
 * @param props.trust 0…1, null when there is nothing to go by
 * @param props.reach 0…1, null when there is nothing to go by
 * @param props.compact leaves out the explanations, for lists
 */
export function FitBar(props) {
  const t = useTranslations('shell.ui');
  const trust = t('fitLevel', { level: fitLevel(props.trust) });
  const reach = t('fitLevel', { level: fitLevel(props.reach) });
  return (
    <div role="img" aria-label={t('fitText', { trust, reach })} className={styles.fit}>
      <Stem
        name={t('fitTrust')}
        hint={props.compact ? null : t('fitTrustHint')}
        value={props.trust}
        kind="trust"
      />
      <Stem
        name={t('fitReach')}
        hint={props.compact ? null : t('fitReachHint')}
        value={props.reach}
        kind="reach"
      />
    </div>
  );
}
function Stem(props) {
  const full = leavesOf(props.value);
  return (
    <>
      <Text size="sm" fw={550}>
        {props.name}
      </Text>
      <svg
        viewBox="0 0 110 22"
        width="110"
        height="22"
        className={styles.stem}
        data-kind={props.kind}
        aria-hidden="true"
      >
        <path d="M2 17H108" className={styles.line} data-unknown={props.value === null || undefined} />
        {[0, 1, 2, 3, 4].map((leaf) => (
          <path
            key={leaf}
            d="M0 0C-1-8 5-13 13-13 13-5 8 0 0 0Z"
            transform={`translate(${6 + leaf * 21} 17)`}
            className={leaf < full ? styles.full : styles.empty}
          />
        ))}
      </svg>
      <Text size="sm" c="dimmed" className={styles.hint}>
        {props.hint}
      </Text>
    </>
  );
}
