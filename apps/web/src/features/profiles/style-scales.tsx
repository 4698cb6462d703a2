import { Button, Radio, Stack, Text } from '@mantine/core';
import { STYLE_ITEMS, type StyleItem } from '@trellis/domain/profiles/fields';
import { useTranslations } from 'use-intl';
import styles from './profiles.module.css';
import type { ProfileDraft } from './use-profile-draft.ts';

const ANSWERS = [1, 2, 3, 4, 5] as const;

/** Seven pairs of opposites; each is answered somewhere between its ends, or not at all. */
export function StyleScales(props: { draft: ProfileDraft }) {
  const t = useTranslations('profiles');
  const { draft } = props;
  const { style } = draft.profile;
  const without = (item: StyleItem) =>
    Object.fromEntries(Object.entries(style).filter(([key]) => key !== item));
  return (
    <Stack gap="lg">
      {STYLE_ITEMS.map((item) => {
        const [left, right] = [t(`style.${item}.left`), t(`style.${item}.right`)];
        return (
          <Radio.Group
            key={item}
            aria-label={t('between', { left, right })}
            value={style[item] === undefined ? null : String(style[item])}
            onChange={(value) => draft.set({ style: { ...style, [item]: Number(value) } })}
          >
            <div className={styles.scale}>
              <Text size="sm" aria-hidden="true">
                {left}
              </Text>
              <div className={styles.dots}>
                {ANSWERS.map((answer) => (
                  <Radio
                    key={answer}
                    size="md"
                    value={String(answer)}
                    aria-label={t(`answers.${answer}`, { left, right })}
                  />
                ))}
              </div>
              <Text size="sm" aria-hidden="true">
                {right}
              </Text>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('clearAnswer', { left, right })}
                disabled={style[item] === undefined}
                onClick={() => draft.set({ style: without(item) })}
              >
                {t('clear')}
              </Button>
            </div>
          </Radio.Group>
        );
      })}
    </Stack>
  );
}
