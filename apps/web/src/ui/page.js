import { Breadcrumbs, Text, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import styles from './page.module.css';
/** The frame of every page: where I am, what it is called, what it is for, the one thing to do. */
export function Page(props) {
  const t = useTranslations('shell.ui');
  return (
    <article className={styles.page} data-width={props.width ?? 'reading'}>
      <title>{`${props.title} · Trellis`}</title>
      <header className={styles.header}>
        <div className={styles.words}>
          {props.breadcrumbs && (
            <nav aria-label={t('breadcrumbs')} className={styles.breadcrumbs}>
              <Breadcrumbs separator="›">{props.breadcrumbs}</Breadcrumbs>
            </nav>
          )}
          <Title order={1} tabIndex={-1}>
            {props.title}
          </Title>
          {props.lead && (
            <Text c="dimmed" size="lg" className={styles.lead}>
              {props.lead}
            </Text>
          )}
        </div>
        {props.action && <div className={styles.action}>{props.action}</div>}
      </header>
      {props.children}
    </article>
  );
}
