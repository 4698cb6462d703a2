import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api/client.ts';

const readAgain = () => queryClient.invalidateQueries();

/** What an admin can change about a person. Everything on screen is read again afterwards: leaving ends more than one thing. */
export function usePersonChanges() {
  return {
    change: useMutation(trpc.members.change.mutationOptions({ onSuccess: readAgain })),
    roles: useMutation(trpc.members.changeRoles.mutationOptions({ onSuccess: readAgain })),
    move: useMutation(trpc.members.move.mutationOptions({ onSuccess: readAgain })),
    signIn: useMutation(trpc.members.giveSignIn.mutationOptions({ onSuccess: readAgain })),
    erase: useMutation(trpc.members.erase.mutationOptions({ onSuccess: readAgain })),
  };
}
