import { useMutation } from '@tanstack/react-query';
import type { ProfileChange } from '@trellis/domain/profiles/inputs';
import type { ProfileView } from '@trellis/domain/profiles/views';
import { useRef, useState } from 'react';
import { queryClient, trpc } from '../../api/client.ts';
import { useAutosave } from '../../ui/use-autosave.ts';

/** The profile as it is being written, and what of it is not saved yet. */
export function useProfileDraft(start: ProfileView) {
  const [profile, setProfile] = useState(start);
  const waiting = useRef<ProfileChange>({});
  const save = useMutation(
    trpc.profiles.save.mutationOptions({
      onSuccess: () =>
        queryClient.invalidateQueries({ queryKey: trpc.profiles.one.queryKey(), refetchType: 'none' }),
    }),
  );
  const { saving, change } = useAutosave<ProfileChange>(async (parts) => {
    await save.mutateAsync({ change: parts });
    // What was typed while this was on its way still waits.
    waiting.current = Object.fromEntries(
      Object.entries(waiting.current).filter(([part, value]) => parts[part as keyof ProfileChange] !== value),
    );
  });
  const set = (parts: ProfileChange) => {
    setProfile((last) => ({ ...last, ...parts }) as ProfileView);
    waiting.current = { ...waiting.current, ...parts };
    change(waiting.current);
  };
  /** Shows a part that cannot be saved as it is, e.g. years that run backwards. */
  const show = (parts: ProfileChange) => setProfile((last) => ({ ...last, ...parts }) as ProfileView);
  return { profile, saving, error: save.error, set, show };
}

export type ProfileDraft = ReturnType<typeof useProfileDraft>;
