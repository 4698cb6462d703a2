import { useMutation } from '@tanstack/react-query';
import type { ProfileField } from '@trellis/domain/profiles/fields';
import type { ProfileChange } from '@trellis/domain/profiles/inputs';
import type { Profile } from '@trellis/domain/profiles/profile';
import type { ProfileView } from '@trellis/domain/profiles/views';
import { maySee } from '@trellis/domain/profiles/visible-profile';
import { useState } from 'react';
import { queryClient, trpc } from '../../api/client.ts';
import type { Whose } from '../../api/whose.ts';
import { usePartsAutosave } from '../../ui/use-parts-autosave.ts';

/** The profile as it is being written, whose it is, and what of it is not saved yet. */
export function useProfileDraft(start: ProfileView, whose: Whose) {
  const { memberId, voice } = whose;
  const [profile, setProfile] = useState(start);
  const save = useMutation(
    trpc.profiles.save.mutationOptions({
      onSuccess: () =>
        Promise.all(
          [trpc.profiles.one.queryKey({ memberId }), trpc.members.pathKey()].map((queryKey) =>
            queryClient.invalidateQueries({ queryKey, refetchType: 'none' }),
          ),
        ),
    }),
  );
  const { saving, set: keep } = usePartsAutosave<ProfileChange>((change) =>
    save.mutateAsync({ memberId, change }),
  );
  const set = (parts: ProfileChange) => {
    setProfile((last) => ({ ...last, ...parts }) as ProfileView);
    keep(parts);
  };
  /** Shows a part that cannot be saved as it is, e.g. years that run backwards. */
  const show = (parts: ProfileChange) => setProfile((last) => ({ ...last, ...parts }) as ProfileView);
  /** What a member keeps to themselves is blank to staff, and not theirs to write. */
  const keptBack = (field: ProfileField): boolean =>
    voice === 'theirs' && !maySee(profile as Pick<Profile, 'visibility'>, field, 'staff');
  return { profile, whose, saving, error: save.error, set, show, keptBack };
}

export type ProfileDraft = ReturnType<typeof useProfileDraft>;
