import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RoundId } from '@trellis/domain/ids';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import type { SettingsFields } from './settings-fields.ts';
import { WhatIfDrawer } from './what-if-drawer.tsx';

/** Opens the what-if of a round. */
export function WhatIfButton(props: { roundId: RoundId; settings: SettingsFields }) {
  const t = useTranslations('rounds.whatIf');
  const round = useQuery(trpc.rounds.one.queryOptions({ roundId: props.roundId }));
  const [trying, setTrying] = useState(false);
  return (
    <>
      <Button variant="default" disabled={!round.data?.report} onClick={() => setTrying(true)}>
        {t('open')}
      </Button>
      {round.data && (
        <WhatIfDrawer
          round={round.data}
          settings={props.settings}
          opened={trying}
          onClose={() => setTrying(false)}
        />
      )}
    </>
  );
}
