import type { AddedMentors } from '@trellis/domain/rounds/mentor-kinds';
import type { WhatIfChoices } from '@trellis/domain/rounds/views';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useTerms } from '../../api/use-terms.ts';
import { placeOfZone } from './place-of-zone.ts';

/** Says in a few words who would join: "like Ana", or what they would name. */
export function useAddedName(choices: WhatIfChoices): (added: AddedMentors) => string {
  const t = useTranslations('rounds');
  const format = useFormatter();
  const terms = useTerms();
  const languages = new Intl.DisplayNames(useLocale(), { type: 'language' });
  const names = new Map(choices.offers.map(({ offerId, name }) => [offerId, name]));
  return (added) => {
    if (added.from === 'offer') {
      return t('whatIf.mentors.likeName', { name: names.get(added.offerId) ?? '' });
    }
    const { kind } = added;
    const words = [
      ...[...kind.skills, ...kind.industries].map(terms.name),
      ...kind.languages.map((language) => languages.of(language) ?? language),
      ...kind.dayParts.map((part) => t(`dayPart.${part}`)),
      ...(kind.timeZone === null ? [] : [placeOfZone(kind.timeZone)]),
    ];
    return words.length === 0 ? t('whatIf.mentors.anyName') : format.list(words);
  };
}
