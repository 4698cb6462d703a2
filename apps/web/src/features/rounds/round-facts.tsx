import { Stack, Table, Text } from '@mantine/core';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { OBJECTIVES } from '@trellis/domain/programs/kinds';
import type { RoundReport } from '@trellis/domain/rounds/report';
import { useFormatter, useTranslations } from 'use-intl';
import { Section } from '../../ui/section.tsx';

/** What each aim would give with the same people: the price of the choice. Fits are shown 0…100. */
export function ObjectivePrices(props: { report: RoundReport }) {
  const t = useTranslations('rounds.facts');
  const format = useFormatter();
  const points = (value: number) => format.number(value / (FIT_SCALE / 100), { maximumFractionDigits: 0 });
  const own = { served: props.report.served, total: props.report.total };
  const costs = givenUp(props.report, own);
  const missing = OBJECTIVES.filter((one) => !props.report.prices.some(({ objective }) => objective === one));
  return (
    <Section title={t('pricesTitle')} lead={t('pricesLead')}>
      <Table.ScrollContainer
        minWidth={280}
        type="native"
        tabIndex={0}
        role="region"
        aria-label={t('pricesTitle')}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('aim')}</Table.Th>
              <Table.Th ta="end">{t('served')}</Table.Th>
              <Table.Th ta="end">{t('total')}</Table.Th>
              <Table.Th ta="end">{t('worst')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.report.prices.map(({ objective, served, total, worst }) => {
              const chosen = objective === props.report.objective;
              const aim = t(`objective.${objective}`);
              return (
                <Table.Tr key={objective} {...(chosen ? { fw: 600 } : {})}>
                  <Table.Th scope="row" fw={chosen ? 600 : 400}>
                    {chosen ? t('chosen', { aim }) : aim}
                  </Table.Th>
                  <Table.Td ta="end">{format.number(served)}</Table.Td>
                  <Table.Td ta="end">{points(total)}</Table.Td>
                  <Table.Td ta="end">{worst === null ? '–' : points(worst)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Stack gap={4} mt="sm">
        {costs === undefined ? (
          <Text size="sm">{t('price.same')}</Text>
        ) : (
          costs.map(({ objective, served, total }) => (
            <Text size="sm" key={objective}>
              {t('price.cost', {
                aim: t(`objective.${objective}`),
                served,
                total: Math.round(total / (FIT_SCALE / 100)),
                share: format.number(total / Math.max(1, total + own.total), {
                  style: 'percent',
                  maximumFractionDigits: 1,
                }),
              })}
            </Text>
          ))
        )}
        {missing.map((objective) => (
          <Text size="sm" c="dimmed" key={objective}>
            {t('fairLater', { aim: t(`objective.${objective}`) })}
          </Text>
        ))}
      </Stack>
    </Section>
  );
}

/** What the chosen aim gives up against each other aim that does better in something; undefined when none does. */
const givenUp = (report: RoundReport, own: { readonly served: number; readonly total: number }) => {
  const better = report.prices
    .filter(({ served, total }) => served > own.served || total > own.total)
    .map(({ objective, served, total }) => ({
      objective,
      served: Math.max(0, served - own.served),
      total: Math.max(0, total - own.total),
    }));
  return better.length === 0 ? undefined : better;
};

/** Whether two who are not paired would both fit better with each other. */
export function StabilityLine(props: { report: RoundReport }) {
  const t = useTranslations('rounds.facts');
  const { blocking } = props.report.stability;
  return (
    <Section title={t('stableTitle')}>
      <Text>{blocking === 0 ? t('stable') : t('unstable', { count: blocking })}</Text>
    </Section>
  );
}
