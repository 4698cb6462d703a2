import { Button, Text } from '@mantine/core';
import type { RequestId, RoundId } from '@trellis/domain/ids';
import type { WaitingCause } from '@trellis/domain/rounds/report';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { SmallestChange } from './smallest-change.tsx';

/** Why a round left somebody waiting, and a way to ask what would help. */
export function WaitingReason(props: {
  roundId: RoundId;
  person: { readonly requestId: RequestId; readonly name: string; readonly causes: readonly WaitingCause[] };
}) {
  const t = useTranslations('rounds.waiting');
  const [asking, setAsking] = useState(false);
  const { requestId, name, causes } = props.person;
  const [binding] = causes;
  return (
    <>
      {binding && <CauseLine cause={binding} />}
      {asking ? (
        <SmallestChange roundId={props.roundId} requestId={requestId} />
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          ml={-8}
          aria-label={t('helpFor', { name })}
          onClick={() => setAsking(true)}
        >
          {t('help')}
        </Button>
      )}
    </>
  );
}

/** The binding cause as a sentence. */
function CauseLine(props: { cause: WaitingCause }) {
  const t = useTranslations('rounds');
  const format = useFormatter();
  const { cause } = props;
  if (cause.code !== 'rules') return <Text c="dimmed">{t(`waiting.${cause.code}`, { ...cause.facts })}</Text>;
  const { offers, ready, broken } = cause.facts;
  const list = [...broken]
    .sort((a, b) => b.all - a.all)
    .map(({ rule, alone }) =>
      alone > 0
        ? t('waiting.ruleAlone', { rule: t(`rule.${rule}`), alone })
        : t('waiting.ruleAmong', { rule: t(`rule.${rule}`) }),
    );
  return <Text c="dimmed">{t('waiting.rules', { offers, ready, broken: format.list(list) })}</Text>;
}
