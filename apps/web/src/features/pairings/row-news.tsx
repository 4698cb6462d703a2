import { Text } from '@mantine/core';
import styles from './board.module.css';
import type { News } from './board-news.ts';
import { useNewsWords } from './use-news-words.ts';

/** What somebody else has just done to this pairing. Read out by the board, once, so it is quiet here. */
export function RowNews(props: { news: News | undefined }) {
  return props.news ? <Words news={props.news} /> : null;
}

function Words(props: { news: News }) {
  const say = useNewsWords();
  return (
    <Text span size="sm" className={styles.news}>
      {say(props.news)}
    </Text>
  );
}
