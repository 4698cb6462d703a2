import { useMutation } from '@tanstack/react-query';
import type { ProfileChange } from '@trellis/domain/profiles/inputs';
import type { ProfileView } from '@trellis/domain/profiles/views';
import { useState } from 'react';
import { queryClient, trpc } from '../../api/client.ts';
import { usePartsAutosave } from '../../ui/use-parts-autosave.ts';

/** The profile as it is being written, and what of it is not saved yet. */
export function useProfileDraft(start: ProfileView) {
  const [profile, setProfile] = useState(start);
  const save = useMutation(
    trpc.profiles.save.mutationOptions({
      onSuccess: () =>
        queryClient.invalidateQueries({ queryKey: trpc.profiles.one.queryKey(), refetchType: 'none' }),
    }),
  );
  const { saving, set: keep } = usePartsAutosave<ProfileChange>((change) => save.mutateAsync({ change }));
  const set = (parts: ProfileChange) => {
    setProfile((last) => ({ ...last, ...parts }) as ProfileView);
    keep(parts);
  };
  /** Shows a part that cannot be saved as it is, e.g. years that run backwards. */
  const show = (parts: ProfileChange) => setProfile((last) => ({ ...last, ...parts }) as ProfileView);
  return { profile, saving, error: save.error, set, show };
}

export type ProfileDraft = ReturnType<typeof useProfileDraft>;
