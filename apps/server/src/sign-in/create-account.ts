import type { AccountId } from '@trellis/domain/ids';
import type { EmailAddress } from '@trellis/domain/text';
import type { Auth } from './auth.ts';

/** Makes a way to sign in, or returns the one this address has already (its password stays as it is). */
export const createAccount = async (
  auth: Auth,
  person: { readonly email: EmailAddress; readonly name: string; readonly password: string },
): Promise<AccountId> => {
  const context = await auth.$context;
  const known = await context.internalAdapter.findUserByEmail(person.email);
  if (known) return known.user.id as AccountId;
  const user = await context.internalAdapter.createUser(
    {
      email: person.email,
      name: person.name,
      emailVerified: true,
    },
    { method: 'admin' },
  );
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await context.password.hash(person.password),
  });
  return user.id as AccountId;
};
