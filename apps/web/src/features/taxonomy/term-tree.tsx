import { Tree, useTree } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './taxonomy.module.css';
import type { TreeNode } from './tree-data.ts';

/** Terms with those below them. Arrow keys walk and unfold, Space unfolds, Enter chooses. */
export function TermTree(props: {
  nodes: TreeNode[];
  /** Unfolded throughout, e.g. while searching. */
  open: boolean;
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const t = useTranslations('taxonomy');
  const [unfolded, setUnfolded] = useState<Record<string, boolean>>({});
  const all = flat(props.nodes);
  const tree = useTree({
    expandedState: props.open ? Object.fromEntries(all.map(({ value }) => [value, true])) : unfolded,
    onExpandedStateChange: setUnfolded,
    selectedState: props.chosen === null ? [] : [props.chosen],
    onSelectedStateChange: ([id]) => {
      if (id !== undefined) props.onChoose(id);
    },
  });
  const foundBy = new Map(all.map((node) => [node.value, node.foundBy]));

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLElement)) return;
    const id = event.target.closest<HTMLElement>('[role=treeitem]')?.dataset.value;
    if (id === undefined) return;
    event.preventDefault();
    props.onChoose(id);
  }

  return (
    <Tree
      aria-label={t('tree')}
      data={props.nodes}
      tree={tree}
      levelOffset={22}
      selectOnClick
      expandOnClick={false}
      allowRangeSelection={false}
      onKeyDown={onKeyDown}
      classNames={{ node: styles.node ?? '', label: styles.label ?? '' }}
      renderNode={({ node, expanded, hasChildren, elementProps, tree: controller }) => (
        <div {...elementProps}>
          {hasChildren ? (
            // The tree item itself carries the keys and the state; this is for the mouse.
            <span
              aria-hidden="true"
              className={styles.chevron}
              data-open={expanded || undefined}
              onClick={(event) => {
                event.stopPropagation();
                controller.toggleExpanded(node.value);
              }}
            >
              <IconChevronRight size={18} />
            </span>
          ) : (
            <span className={styles.chevron} />
          )}
          <span>{node.label}</span>
          {foundBy.get(node.value) && <span className={styles.foundBy}>{foundBy.get(node.value)}</span>}
        </div>
      )}
    />
  );
}

function flat(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
