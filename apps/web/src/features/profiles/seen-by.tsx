import { Select } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { type ProfileField, VISIBILITIES, Visibility } from '@trellis/domain/profiles/fields';
import { visibilityOf } from '@trellis/domain/profiles/visible-profile';
import { useTranslations } from 'use-intl';
import type { ProfileDraft } from './use-profile-draft.ts';

/** Who sees one field. */
export function SeenBy(props: { field: ProfileField; draft: ProfileDraft }) {
  const t = useTranslations('profiles');
  const { field, draft } = props;
  const { visibility } = draft.profile;
  return (
    <Select
      size="xs"
      mt={6}
      maw={320}
      aria-label={t('seenByOf', { field: t(`fields.${field}`) })}
      leftSection={<IconEye size={16} aria-hidden="true" />}
      data={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
      value={visibilityOf({ visibility: visibility as Partial<Record<ProfileField, Visibility>> }, field)}
      allowDeselect={false}
      onChange={(value) => draft.set({ visibility: { ...visibility, [field]: Visibility.parse(value) } })}
    />
  );
}
