import type postgres from 'postgres';

/** Tables that belong to no agency, with the reason. Any other table must carry one. */
const GLOBAL_TABLES = [
  'sign_in_user', // one account may be a member of several agencies
  'sign_in_session',
  'sign_in_account',
  'sign_in_verification',
  'sign_in_membership', // the directory that leads from an account to its agencies
  'pairing_transition', // the same table of legal steps for all
];

/** As PostgreSQL prints the policy, after the column. */
const FAILS_CLOSED =
  " = ( SELECT (NULLIF(current_setting('app.agency'::text, true), ''::text))::uuid AS \"nullif\"))";

/**
 * What in this database could let one agency reach another, or let the app role do what it must not.
 * Reads pg_catalog only; sorted; empty when all is well.
 */
export const catalogFaults = async (
  sql: postgres.Sql | postgres.TransactionSql,
): Promise<readonly string[]> => {
  const rows = await sql<{ fault: string }[]>`
    with tables as (
      select c.oid, c.relname::text as name, c.relrowsecurity, c.relforcerowsecurity,
        (select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id') as agency
      from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    ), tenants as (
      select * from tables
      where name <> 'agency' and agency is not null and not name = any(string_to_array(${GLOBAL_TABLES.join(',')}, ','))
    ), guarded as (
      select * from tenants union all select * from tables where name = 'agency'
    )
    select name || ': carries no agency and is not a known global table' as fault from tables
      where agency is null and name <> 'agency' and not name = any(string_to_array(${GLOBAL_TABLES.join(',')}, ','))
    union all
    select name || ': row-level security is off' from guarded where not relrowsecurity
    union all
    select name || ': row-level security is not forced' from guarded where not relforcerowsecurity
    union all
    select name || ': no policy of_agency' from guarded g
      where not exists (select 1 from pg_policy p where p.polrelid = g.oid and p.polname = 'of_agency')
    union all
    select name || ': unexpected policy ' || p.polname from guarded g join pg_policy p on p.polrelid = g.oid
      where p.polname <> 'of_agency' and p.polpermissive
        and not (g.name = 'agency' and p.polname = 'directory' and p.polcmd = 'r')
    union all
    select name || ': policy of_agency is not the fail-closed one'
      from guarded t join pg_policy p on p.polrelid = t.oid
      cross join lateral (select case when name = 'agency' then '(id' else '(agency_id' end || ${FAILS_CLOSED}) right_one(expr)
      where p.polname = 'of_agency' and (p.polcmd <> '*'
        or pg_get_expr(p.polqual, p.polrelid) is distinct from right_one.expr
        or pg_get_expr(p.polwithcheck, p.polrelid) is distinct from right_one.expr)
    union all
    select name || ': the primary key leaves agency_id out' from tenants t where not exists (
      select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary and t.agency = any(i.indkey))
    union all
    select name || ': agency_id may be null' from tenants t join pg_attribute a on a.attrelid = t.oid
      where a.attname = 'agency_id' and not a.attnotnull
    union all
    select name || ': unique index ' || i.indexrelid::regclass || ' leaves agency_id out'
      from tenants t join pg_index i on i.indrelid = t.oid
      where i.indisunique and not t.agency = any(i.indkey)
    union all
    select t.name || ': foreign key ' || k.conname || ' leaves agency_id out'
      from tenants t
      join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join guarded target on target.oid = k.confrelid
      where not exists (
        select 1 from unnest(k.conkey, k.confkey) pair(here, there)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = pair.there
        where pair.here = t.agency and a.attname = case when target.name = 'agency' then 'id' else 'agency_id' end)
    union all
    select t.name || ': no foreign key leads to its agency' from tenants t where not exists (
      select 1 from pg_constraint k join guarded target on target.oid = k.confrelid
      where k.conrelid = t.oid and k.contype = 'f' and t.agency = any(k.conkey))
    union all
    select c.relname || ': view without security_invoker' from pg_class c
      where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
        and not coalesce(c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'], false)
    union all
    select t.name || '.' || a.attname || ': an enum is not leakproof'
      from tables t join pg_attribute a on a.attrelid = t.oid join pg_type y on y.oid = a.atttypid
      where a.attnum > 0 and y.typtype = 'e'
    union all
    select 'trellis_app is a superuser, or not bound by row-level security' from pg_roles
      where rolname = 'trellis_app' and (rolsuper or rolbypassrls)
    union all
    select 'trellis_app does not exist' where not exists (select 1 from pg_roles where rolname = 'trellis_app')
    union all
    select 'trellis_app owns ' || c.relname from pg_class c join pg_roles r on r.oid = c.relowner
      where r.rolname = 'trellis_app' and c.relkind in ('r', 'p', 'v', 'm')
    union all
    select 'trellis_app may create in schema public' where has_schema_privilege('trellis_app', 'public', 'create')
    union all
    select 'trellis_app may ' || act || ' ' || t.name
      from tables t cross join unnest(array['UPDATE', 'DELETE', 'TRUNCATE', 'INSERT']) as act
      where t.name in ('audit_entry', 'audit_head', 'pairing_transition', 'sign_in_membership')
        and not (t.name = 'audit_entry' and act = 'INSERT')
        and (has_table_privilege('trellis_app', t.oid, act)
          or (act in ('INSERT', 'UPDATE') and has_any_column_privilege('trellis_app', t.oid, act)))
    union all
    select 'trellis_app may TRUNCATE ' || name from tables
      where name not in ('audit_entry', 'audit_head', 'pairing_transition', 'sign_in_membership')
        and has_table_privilege('trellis_app', oid, 'TRUNCATE')`;
  return rows.map((row) => row.fault).sort();
};
