import { Select } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { type ProfileField, Visibility } from '@trellis/domain/profiles/fields';
import { visibilityOf } from '@trellis/domain/profiles/visible-profile';
import { useTranslations } from 'use-intl';
import { FieldHint } from '../../ui/field-hint.tsx';
import type { ProfileDraft } from './use-profile-draft.ts';

const NARROW_TO_WIDE = [
  'self',
  'agency',
  'paired',
  'proposed',
  'group',
] as const satisfies readonly Visibility[];

/** Who sees one field: mine to choose; staff who write for somebody read it. */
export function SeenBy(props: { field: ProfileField; draft: ProfileDraft }) {
  const t = useTranslations('profiles');
  const { field, draft } = props;
  const { visibility } = draft.profile;
  const value = visibilityOf({ visibility: visibility as Partial<Record<ProfileField, Visibility>> }, field);
  if (draft.whose.voice === 'theirs') {
    return <FieldHint kind="seen">{t(`theirs.visibility.${value}`)}</FieldHint>;
  }
  return (
    <Select
      size="xs"
      mt={6}
      maw={320}
      aria-label={t('seenByOf', { field: t(`mine.fields.${field}`) })}
      leftSection={<IconEye size={16} aria-hidden="true" />}
      data={NARROW_TO_WIDE.map((one) => ({ value: one, label: t(`mine.visibility.${one}`) }))}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => draft.set({ visibility: { ...visibility, [field]: Visibility.parse(chosen) } })}
    />
  );
}
