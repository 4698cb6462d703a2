import { Progress, Skeleton, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
/**
 * Keeps the place of what is being loaded. Shows gray shapes at once, and after one second words and a moving bar.
 * @param props.loading true while there is nothing to show
 * @param props.label what is being loaded, e.g. "Loading people…"; a general word otherwise
 * @param props.shape what will appear: a text (default), cards, or rows of a table
 * @param props.progress 0…1 when known; the bar then shows it
 */
export function LoadingRegion(props) {
  if (!props.loading) return props.children;
  return (
    <Waiting label={props.label ?? null} shape={props.shape ?? 'text'} progress={props.progress ?? null} />
  );
}
function Waiting(props) {
  const t = useTranslations('shell.ui');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  const label = props.label ?? t('loading');
  return (
    <div role="status" aria-busy="true">
      <Text size="sm" c="dimmed" mih="1.6em">
        {long ? (props.label ?? t('stillLoading')) : label}
      </Text>
      {(long || props.progress !== null) && (
        <Progress
          mt="xs"
          size="sm"
          value={props.progress === null ? 100 : Math.round(props.progress * 100)}
          animated={props.progress === null}
          aria-label={label}
        />
      )}
      <Stack mt="md" gap="sm" aria-hidden="true">
        {SHAPES[props.shape].map((shape) => (
          <Skeleton key={shape.key} height={shape.height} width={shape.width} />
        ))}
      </Stack>
    </div>
  );
}
const SHAPES = {
  text: [
    { key: 'a', height: 22, width: '55%' },
    { key: 'b', height: 14, width: '92%' },
    { key: 'c', height: 14, width: '84%' },
    { key: 'd', height: 14, width: '66%' },
  ],
  cards: [
    { key: 'a', height: 108, width: '100%' },
    { key: 'b', height: 108, width: '100%' },
    { key: 'c', height: 108, width: '100%' },
  ],
  rows: ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key, height: 40, width: '100%' })),
};
