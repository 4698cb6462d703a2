import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { sessionQuery } from '../../api/session.ts';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { NoMembership } from './no-membership.tsx';
import { SignInError } from './sign-in-error.tsx';
import { emailProblem } from './sign-in-problem.ts';
import { useSignIn } from './use-sign-in.ts';

/** The way in by e-mail and password. What was typed stays, whatever happens. */
export function SignInPage() {
  const t = useTranslations('sign-in');
  const session = useQuery(sessionQuery()).data;
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  if (session?.account && !session.member) return <NoMembership email={session.account.email} />;

  const wrongEmail = emailProblem(email);
  const problem = signIn.isError ? 'unexpected' : (signIn.data ?? null);

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (wrongEmail) emailField.current?.focus();
    else if (password === '') passwordField.current?.focus();
    else signIn.mutate({ email, password });
  }

  return (
    <>
      <title>{`${t('submit')} · Trellis`}</title>
      <Title order={1} tabIndex={-1}>
        {t('title')}
      </Title>
      <Text c="dimmed" size="lg" mt={4} mb="lg">
        {t('lead')}
      </Text>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <SignInError problem={signIn.isPending ? null : problem} />
          <TextInput
            ref={emailField}
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={asked && wrongEmail ? t(wrongEmail) : null}
          />
          <PasswordInput
            ref={passwordField}
            label={t('password')}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={asked && password === '' ? t('passwordMissing') : null}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          />
          <Button type="submit" fullWidth mt="xs" loading={signIn.isPending}>
            {t('submit')}
          </Button>
        </Stack>
      </form>
      <DemoSignIns busy={signIn.isPending} onChoose={signIn.mutate} />
    </>
  );
}
