import { NumberInput } from '@mantine/core';
import type { Capacity } from '@trellis/domain/offers/offer';
import { useTranslations } from 'use-intl';
import type { Whose } from '../../api/whose.ts';
import { ChoiceCards } from '../../ui/choice-cards.tsx';

type Way = 'unknown' | 'none' | 'some';

/** Not said, none, and a number: three different answers, told apart at a glance. */
export function CapacityField(props: {
  voice: Whose['voice'];
  value: Capacity;
  onChange: (value: Capacity) => void;
}) {
  const t = useTranslations('offers.capacity');
  const { voice, value } = props;
  const way: Way = value === null ? 'unknown' : value === 0 ? 'none' : 'some';
  const choose = (next: Way) => {
    if (next === way) return;
    props.onChange(next === 'unknown' ? null : next === 'none' ? 0 : 1);
  };
  return (
    <div>
      <ChoiceCards<Way>
        label={t('label')}
        value={way}
        onChange={choose}
        options={(['some', 'none', 'unknown'] as const).map((one) => ({
          value: one,
          label: t(`${voice}.${one}.label`),
          detail: t(`${voice}.${one}.detail`),
        }))}
      />
      {way === 'some' && (
        <NumberInput
          label={t('number')}
          min={1}
          max={50}
          clampBehavior="strict"
          allowDecimal={false}
          hideControls
          // A number typed over the one that is there, not behind it.
          onClick={(event) => event.currentTarget.select()}
          value={value ?? 1}
          onChange={(next) => {
            if (typeof next === 'number' && next >= 1) props.onChange(next);
          }}
          mt="sm"
          maw={160}
        />
      )}
    </div>
  );
}
