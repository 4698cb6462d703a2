import { z } from 'zod';

const Switch = z.enum(['0', '1']).transform((value) => value === '1');

const Env = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  /** The restricted app role's URL. */
  DATABASE_URL: z.string().min(1),
  /** The owner's URL, for migrations; without it the schema must be there already. */
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  TRELLIS_AUTH_SECRET: z.string().min(32),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** The address people type; decides cookies and trusted origins. */
  PUBLIC_URL: z.url().optional(),
  TRELLIS_WEB_DIR: z.string().optional(),
  TRELLIS_SEED_DEMO: Switch.default(false),
  /** `off` only for browser tests, where one browser signs in far more often than a person would. */
  TRELLIS_RATE_LIMIT: z.enum(['on', 'off']).default('on'),
  /** Addresses or networks (CIDR), comma-separated, whose forwarded headers are believed; none unless told. */
  TRELLIS_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => {
      const proxies = list
        .split(',')
        .map((proxy) => proxy.trim())
        .filter((proxy) => proxy !== '');
      return proxies.length > 0 ? proxies : false;
    }),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});
export type Env = z.infer<typeof Env>;

/**
 * Reads the environment once. Nothing else in the server looks at `process.env`.
 * @throws with every faulty variable named
 */
export const readEnv = (source: NodeJS.ProcessEnv): Env => {
  const parsed = Env.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n${faults.join('\n')}`);
};
