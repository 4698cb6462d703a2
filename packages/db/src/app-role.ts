import type postgres from 'postgres';

/** The role the server works as. It owns nothing, so row-level security binds it. */
export const APP_ROLE = 'trellis_app';

/** The URL the server connects with, on the database of `ownerUrl`. */
export const appUrlOf = (ownerUrl: string, appPassword: string): string => {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = encodeURIComponent(appPassword);
  return url.href;
};

const INSUFFICIENT_PRIVILEGE = '42501';
/** Two databases of one cluster migrating at once meet on the role, which belongs to the cluster. */
const COLLISIONS = new Set(['42710', '23505', 'XX000']);

/**
 * Creates the app role if it is missing and sets its password if one is given. Throws when the role is missing
 * and may not be created, or when it is one that row-level security would not bind.
 */
export const ensureAppRole = async (sql: postgres.Sql, password: string | null): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await createOrUpdate(sql, password);
      break;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (code === INSUFFICIENT_PRIVILEGE) {
        throw new Error(
          `This owner may not create or change the role ${APP_ROLE}. Give it CREATEROLE, or create the role ` +
            'beforehand (LOGIN NOSUPERUSER NOBYPASSRLS) and migrate without a password for it.',
          { cause: error },
        );
      }
      if (attempt >= 10 || !COLLISIONS.has(code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
  const [role] = await sql<{ unbound: boolean }[]>`
    select rolsuper or rolbypassrls as unbound from pg_roles where rolname = ${APP_ROLE}`;
  if (role?.unbound) throw new Error(`The role ${APP_ROLE} must be neither superuser nor BYPASSRLS.`);
};

const createOrUpdate = async (sql: postgres.Sql, password: string | null): Promise<void> => {
  const exists = (await sql`select 1 from pg_roles where rolname = ${APP_ROLE}`).length > 0;
  if (!exists) {
    await sql.unsafe(
      `create role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication`,
    );
  }
  if (password !== null) {
    // ALTER ROLE takes no parameters; format() quotes as a literal.
    const [statement] = await sql<{ text: string }[]>`
      select format('alter role %I login password %L', ${APP_ROLE}::text, ${password}::text) as text`;
    await sql.unsafe(statement!.text);
  }
};
