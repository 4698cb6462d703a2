import type { Role } from '@trellis/domain/members/roles';
import { initTRPC } from '@trpc/server';

/** What the browser knows of whoever is signed in. All null when nobody is. */
export interface CurrentSession {
  account: { email: string; name: string } | null;
  member: { id: string; displayName: string; roles: Role[]; locale: string | null; timeZone: string } | null;
  agency: { id: string; name: string; locale: string; timeZone: string } | null;
}

const t = initTRPC.create();
const router = t.router({
  session: t.router({
    current: t.procedure.query((): CurrentSession => ({ account: null, member: null, agency: null })),
    demoSignIns: t.procedure.query((): { email: string; password: string; label: string }[] => []),
  }),
});

/** The server's procedures, as types only: nothing of this file reaches the browser. */
export type AppRouter = typeof router;
