import { demoSignIns } from './demo/sign-ins.ts';
import type { Env } from './env.ts';

/** What the terminal shows once people can come in. */
export const welcome = (env: Pick<Env, 'PORT' | 'PUBLIC_URL' | 'TRELLIS_SEED_DEMO'>): string => {
  const address = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  const lines = ['', `Trellis is ready: ${address}`];
  if (env.TRELLIS_SEED_DEMO) {
    lines.push('', `Sign in to the demo agency, password ${demoSignIns[0]?.password}:`);
    lines.push(...demoSignIns.map(({ email, label }) => `  ${email.padEnd(32)}${label}`));
  }
  return `${lines.join('\n')}\n\nCtrl-C ends it; what you did is kept.\n`;
};
