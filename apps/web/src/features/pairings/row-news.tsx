import { Text } from '@mantine/core';
import { useNow } from 'use-intl';
import styles from './board.module.css';
import type { News } from './board-news.ts';
import { useNewsWords } from './use-news-words.ts';

/** What somebody else has just done to this pairing. It grows older by itself; the board has read it out once. */
export function RowNews(props: { news: News | undefined }) {
  return props.news ? <Words news={props.news} /> : null;
}

function Words(props: { news: News }) {
  const say = useNewsWords();
  const now = useNow({ updateInterval: 30_000 });
  return (
    <Text span size="sm" className={styles.news}>
      {say(props.news, now)}
    </Text>
  );
}
