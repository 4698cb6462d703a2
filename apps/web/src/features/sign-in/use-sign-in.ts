import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { authClient } from '../../api/auth-client.ts';
import { queryClient } from '../../api/client.ts';
import { asMemberSession, sessionQuery } from '../../api/session.ts';
import { problemOf, type SignInProblem } from './sign-in-problem.ts';

export interface Credentials {
  email: string;
  password: string;
}

/**
 * Signs in, then leads back to where the person wanted to go. The data of the mutation is null when it went well,
 * and otherwise the key of the sentence to show. An account without a membership stays on the page, which says so.
 */
export function useSignIn() {
  const navigate = useNavigate();
  const { back } = useSearch({ from: '/welcome/sign-in' });
  return useMutation({
    mutationFn: async ({ email, password }: Credentials): Promise<SignInProblem | null> => {
      const answer = await askToSignIn({ email: email.trim(), password });
      if (answer !== null) return answer;
      const session = await queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 });
      if (asMemberSession(session)) await navigate({ href: back ?? '/' });
      return null;
    },
  });
}

async function askToSignIn(credentials: Credentials): Promise<SignInProblem | null> {
  try {
    const { error } = await authClient.signIn.email(credentials);
    return error ? problemOf(error.status) : null;
  } catch {
    return problemOf(null);
  }
}
