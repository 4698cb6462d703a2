import { Select, Space, Stack, Textarea, TextInput } from '@mantine/core';
import { countryNames } from '@trellis/domain/imports/countries';
import type { ProfileView } from '@trellis/domain/profiles/views';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useTerms } from '../../api/use-terms.ts';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { TextLink } from '../../ui/links.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { Section } from '../../ui/section.tsx';
import { CareerSteps } from './career-steps.tsx';
import { IndustryYears } from './industry-years.tsx';
import { ProfilePreview } from './profile-preview.tsx';
import { SeenBy } from './seen-by.tsx';
import { SkillLevels } from './skill-levels.tsx';
import { StyleScales } from './style-scales.tsx';
import { useProfileDraft } from './use-profile-draft.ts';

/** Saves as one types, each part by itself; every part may stay blank and be finished later. */
export function ProfileForm(props: { profile: ProfileView }) {
  const t = useTranslations('profiles');
  const terms = useTerms();
  const draft = useProfileDraft(props.profile);
  const { profile, set } = draft;
  const countries = useCountries();
  return (
    <Stack gap="lg">
      <div>
        <SaveState saving={draft.saving} />
        <ProblemNote error={draft.error} />
      </div>
      <div>
        <ProfilePreview profile={profile} />
      </div>
      <Section title={t('aboutMe')} lead={t('aboutMeLead')}>
        <Stack>
          <div>
            <TextInput
              label={t('fields.headline')}
              description={t('headlineHint')}
              maxLength={200}
              value={profile.headline ?? ''}
              onChange={(event) => set({ headline: event.currentTarget.value })}
            />
            <SeenBy field="headline" draft={draft} />
          </div>
          <div>
            <Textarea
              label={t('fields.about')}
              autosize
              minRows={4}
              maxLength={4000}
              value={profile.about ?? ''}
              onChange={(event) => set({ about: event.currentTarget.value })}
            />
            <SeenBy field="about" draft={draft} />
          </div>
          <div>
            <Select
              label={t('fields.country')}
              data={countries}
              searchable
              clearable
              value={profile.country}
              onChange={(country) => set({ country })}
            />
            <SeenBy field="country" draft={draft} />
          </div>
          <div>
            <LanguagePicker
              label={t('fields.languages')}
              value={profile.languages}
              onChange={(languages) => set({ languages })}
            />
            <SeenBy field="languages" draft={draft} />
          </div>
        </Stack>
      </Section>
      <Section title={t('work')} lead={t('workLead')}>
        <Stack>
          <div>
            <TextInput
              label={t('employerNow')}
              description={t('employerHint')}
              maxLength={200}
              value={profile.employer ?? ''}
              onChange={(event) => set({ employer: event.currentTarget.value })}
            />
            <SeenBy field="employer" draft={draft} />
          </div>
          <div>
            <SkillLevels draft={draft} terms={terms} />
            <SeenBy field="skills" draft={draft} />
          </div>
          <div>
            <IndustryYears draft={draft} terms={terms} />
            <SeenBy field="industries" draft={draft} />
          </div>
        </Stack>
      </Section>
      <Section title={t('fields.career')} lead={t('careerLead')}>
        <CareerSteps draft={draft} terms={terms} />
        <Space h="sm" />
        <SeenBy field="career" draft={draft} />
      </Section>
      <Section title={t('fields.style')} lead={t('styleLead')}>
        <StyleScales draft={draft} />
        <Space h="sm" />
        <SeenBy field="style" draft={draft} />
      </Section>
      <Section title={t('fields.boundaries')} lead={t('boundariesLead')}>
        <Textarea
          aria-label={t('fields.boundaries')}
          autosize
          minRows={3}
          maxLength={2000}
          value={profile.boundaries ?? ''}
          onChange={(event) => set({ boundaries: event.currentTarget.value })}
        />
        <SeenBy field="boundaries" draft={draft} />
      </Section>
      <Section title={t('fields.hours')} lead={t('hoursLead')}>
        <TextLink to="/me/hours">{t('toHours')}</TextLink>
        <SeenBy field="hours" draft={draft} />
      </Section>
    </Stack>
  );
}

/** Every country by its name in the language in use. */
function useCountries(): { value: string; label: string }[] {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    return [...new Set([...countryNames()].map(([, code]) => code))]
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((a, b) => a.label.localeCompare(b.label, locale));
  }, [locale]);
}
