import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './imports.module.css';

/** One step of the import, with a heading of its own. */
export function StepSection(props: { number: number; title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.step} aria-labelledby={id}>
      <div className={styles.stepHead}>
        <span className={styles.mark} aria-hidden="true">
          {props.number}
        </span>
        <div>
          <Title order={2} size="h3" id={id}>
            {props.title}
          </Title>
          {props.lead && <Text c="dimmed">{props.lead}</Text>}
        </div>
      </div>
      <div className={styles.stepBody}>{props.children}</div>
    </section>
  );
}
