import { Button, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import type { Profile } from '@trellis/domain/profiles/profile';
import { type ProfileView, profileView } from '@trellis/domain/profiles/views';
import { type Relation, visibleProfile } from '@trellis/domain/profiles/visible-profile';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Whose } from '../../api/whose.ts';
import { ProfileSheet } from './profile-sheet.tsx';

const LOOKS = ['proposed', 'paired', 'staff'] as const satisfies readonly Relation[];
type Look = (typeof LOOKS)[number];

/** A profile as others see it, by the very rule that decides it on the server. */
export function ProfilePreview(props: { profile: ProfileView; voice: Whose['voice'] }) {
  const t = useTranslations('profiles');
  const { voice } = props;
  const [opened, setOpened] = useState(false);
  const [look, setLook] = useState<Look>('proposed');
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('preview')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('preview')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack>
          <SegmentedControl
            aria-label={t('previewAs')}
            data={LOOKS.map((value) => ({ value, label: t(`${voice}.looks.${value}`) }))}
            value={look}
            onChange={(value) => setLook(LOOKS.find((known) => known === value) ?? 'proposed')}
          />
          <Text c="dimmed" size="sm">
            {t(`${voice}.looksDetail.${look}`)}
          </Text>
          <ProfileSheet profile={profileView(visibleProfile(props.profile as Profile, look))} />
        </Stack>
      </Modal>
    </>
  );
}
