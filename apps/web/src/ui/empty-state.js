import { Text, Title } from '@mantine/core';
import { IconPlant2 } from '@tabler/icons-react';
import styles from './note.module.css';
/**
 * What stands where nothing is yet.
 * @param props.title what is missing, in friendly words
 * @param props.children what to do next and what will then appear here
 * @param props.action the button or link that does it
 * @param props.icon a picture instead of the plant (decoration, 40 px)
 */
export function EmptyState(props) {
  return (
    <section className={styles.empty}>
      <div className={styles.picture} aria-hidden="true">
        {props.icon ?? <IconPlant2 size={40} stroke={1.3} />}
      </div>
      <div className={styles.say}>
        <Title order={2} size="h3">
          {props.title}
        </Title>
        <Text c="dimmed" mt={6}>
          {props.children}
        </Text>
      </div>
      {props.action}
    </section>
  );
}
