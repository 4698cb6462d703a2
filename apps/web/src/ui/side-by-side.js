import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import styles from './side-by-side.module.css';
/**
 * Two things to compare: columns on a wide screen, tabs on a phone.
 * @param props.label names the pair for screen readers
 */
export function SideBySide(props) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  if (narrow) {
    return (
      <Tabs defaultValue="left">
        <Tabs.List grow aria-label={props.label}>
          <Tabs.Tab value="left">{props.left.title}</Tabs.Tab>
          <Tabs.Tab value="right">{props.right.title}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="left" pt="md">
          {props.left.children}
        </Tabs.Panel>
        <Tabs.Panel value="right" pt="md">
          {props.right.children}
        </Tabs.Panel>
      </Tabs>
    );
  }
  return (
    <section aria-label={props.label} className={styles.columns}>
      <section aria-label={props.left.title}>{props.left.children}</section>
      <section aria-label={props.right.title}>{props.right.children}</section>
    </section>
  );
}
