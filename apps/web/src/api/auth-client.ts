import { createAuthClient } from 'better-auth/react';

/** Sign-in and sign-out, answered by better-auth at /api/auth of the same address. */
export const authClient = createAuthClient();
