import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { useMemberSession } from '../../api/session.ts';
import { EraseDialog } from './erase-dialog.tsx';

/** Leaving for good, by oneself: no form to fill in and nobody to ask. */
export function EraseMe() {
  const t = useTranslations('members.leaving');
  const { member } = useMemberSession();
  const [asking, setAsking] = useState(false);
  const erase = useMutation(
    trpc.members.erase.mutationOptions({
      // Nothing of this session is left: begin again from the door.
      onSuccess: () => window.location.assign('/'),
    }),
  );
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('eraseMe')}
      </Button>
      <EraseDialog
        opened={asking}
        name={member.displayName}
        what={t('eraseMeWhat')}
        error={erase.error}
        busy={erase.isPending}
        onClose={() => setAsking(false)}
        onErase={() => erase.mutate({ memberId: member.id })}
      />
    </>
  );
}
