import { ActionIcon, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from './live-region.tsx';
import styles from './rank-list.module.css';
/**
 * A few things in an order of one's own. Arrow keys on the handle, the buttons, or dragging change the rank; each
 * move is read out.
 * @param props.onReorder gets all ids in their new order
 * @param props.onRemove shows a remove button when given
 */
export function RankList(props) {
  const t = useTranslations('shell.ui');
  const announce = useAnnounce();
  const [dragged, setDragged] = useState(null);
  const total = props.items.length;
  function move(id, to) {
    const from = props.items.findIndex((item) => item.id === id);
    const item = props.items[from];
    if (!item || to < 0 || to >= total || to === from) return;
    const rest = props.items.filter((other) => other.id !== id);
    props.onReorder([...rest.slice(0, to), item, ...rest.slice(to)].map((each) => each.id));
    announce(t('rankMoved', { label: item.label, position: to + 1, total }));
  }
  function onHandleKey(event, id, index) {
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: total - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(id, to);
  }
  return (
    <ol aria-label={props.label} className={styles.list}>
      {props.items.map(({ id, label, detail }, index) => (
        <li
          key={id}
          className={styles.item}
          data-dragged={dragged === id || undefined}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => dragged && move(dragged, index)}
        >
          <button
            type="button"
            className={styles.handle}
            draggable
            aria-label={t('rankHandle', { label, position: index + 1, total })}
            onKeyDown={(event) => onHandleKey(event, id, index)}
            onDragStart={() => setDragged(id)}
            onDragEnd={() => setDragged(null)}
          >
            <IconGripVertical size={18} aria-hidden="true" />
            <span className={styles.number}>{index + 1}</span>
          </button>
          <div className={styles.words}>
            <Text fw={600}>{label}</Text>
            {detail}
          </div>
          <div className={styles.actions}>
            <ActionIcon
              size={36}
              variant="subtle"
              color="gray"
              aria-label={t('rankUp', { label })}
              disabled={index === 0}
              onClick={() => move(id, index - 1)}
            >
              <IconArrowUp size={18} />
            </ActionIcon>
            <ActionIcon
              size={36}
              variant="subtle"
              color="gray"
              aria-label={t('rankDown', { label })}
              disabled={index === total - 1}
              onClick={() => move(id, index + 1)}
            >
              <IconArrowDown size={18} />
            </ActionIcon>
            {props.onRemove && (
              <ActionIcon
                size={36}
                variant="subtle"
                color="gray"
                aria-label={t('rankRemove', { label })}
                onClick={() => {
                  props.onRemove?.(id);
                  announce(t('rankRemoved', { label }));
                }}
              >
                <IconX size={18} />
              </ActionIcon>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
