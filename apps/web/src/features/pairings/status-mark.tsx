import { Badge } from '@mantine/core';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import { useTranslations } from 'use-intl';

const COLORS: Partial<Record<PairingStatus, string>> = {
  approved: 'trellis',
  invited: 'slate',
  meeting: 'slate',
  active: 'trellis',
  dismissed: 'gray',
  ruled_out: 'gray',
};

/** Where a pairing stands, in a word. */
export function StatusMark(props: { status: PairingStatus }) {
  const t = useTranslations('pairings.status');
  return (
    <Badge variant="light" color={COLORS[props.status] ?? 'amber'} tt="none" fw={550} flex="none">
      {t(props.status)}
    </Badge>
  );
}
