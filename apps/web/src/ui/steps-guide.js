import { Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './steps-guide.module.css';
/** A way in a few steps, along a stem: what is done, what is now, what comes later. */
export function StepsGuide(props) {
  const t = useTranslations('shell.ui');
  const words = { done: t('stepDone'), now: t('stepNow'), later: t('stepLater') };
  return (
    <ol aria-label={props.label} className={styles.steps}>
      {props.steps.map((step, index) => (
        <li
          key={step.id}
          className={styles.step}
          data-state={step.state}
          {...(step.state === 'now' ? { 'aria-current': 'step' } : {})}
        >
          <span className={styles.mark} aria-hidden="true">
            {step.state === 'done' ? <IconCheck size={18} /> : index + 1}
          </span>
          <div className={styles.words}>
            <Text fw={600} size="lg" className={styles.title}>
              {step.title}
              {step.state && <span className={styles.state}>{words[step.state]}</span>}
            </Text>
            {step.detail && <Text c="dimmed">{step.detail}</Text>}
            {step.action && <div className={styles.action}>{step.action}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
