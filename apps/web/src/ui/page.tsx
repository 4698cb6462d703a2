import { Breadcrumbs, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './page.module.css';

export interface PageProps {
  /** Names the page: its heading, and the title of the browser tab. */
  title: string;
  /** One sentence that says what this page is for. */
  lead?: ReactNode;
  /** The one main action, e.g. a Button. Further actions belong where they act. */
  action?: ReactNode;
  /** Links to the pages above, outermost first, e.g. `[<TextLink key="p" to="/programs">Programs</TextLink>]`. */
  breadcrumbs?: readonly ReactNode[];
  /** `reading` for texts and forms (default), `wide` for lists, `full` for boards. */
  width?: 'reading' | 'wide' | 'full';
  children: ReactNode;
}

/** The frame of every page: where I am, what it is called, what it is for, the one thing to do. */
export function Page(props: PageProps) {
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
