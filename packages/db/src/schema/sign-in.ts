import { boolean, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Ways to sign in, kept for better-auth 1.7. Not tenant data: one account may be a member of several
 * agencies, so these four tables carry no agency. Property names are better-auth's field names.
 */
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const signInUser = pgTable('sign_in_user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique('sign_in_user_email_key'),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const signInSession = pgTable(
  'sign_in_session',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => signInUser.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique('sign_in_session_token_key'),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sign_in_session_user_idx').on(t.userId)],
);

export const signInAccount = pgTable(
  'sign_in_account',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => signInUser.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sign_in_account_user_idx').on(t.userId)],
);

export const signInVerification = pgTable(
  'sign_in_verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sign_in_verification_identifier_idx').on(t.identifier)],
);
