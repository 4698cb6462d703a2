import { useNavigate } from '@tanstack/react-router';
import { authClient } from '../../api/auth-client.ts';
import { queryClient } from '../../api/client.ts';

/** Gives the function that signs out, forgets everything read from the server, and leads to the door. */
export function useSignOut(): () => void {
  const navigate = useNavigate();
  return () => {
    void authClient.signOut().then(async () => {
      queryClient.clear();
      await navigate({ to: '/sign-in' });
    });
  };
}
