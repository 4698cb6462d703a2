import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { PROFILE_FIELDS, type ProfileField } from '@trellis/domain/profiles/fields';
import type { ProfileView } from '@trellis/domain/profiles/views';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useTerms } from '../../api/use-terms.ts';
import type { Whose } from '../../api/whose.ts';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { Section } from '../../ui/section.tsx';
import { TagSelect } from '../../ui/tag-select.tsx';
import { CareerSteps } from './career-steps.tsx';
import { IndustryYears } from './industry-years.tsx';
import { ProfilePreview } from './profile-preview.tsx';
import { SeenBy } from './seen-by.tsx';
import { SkillLevels } from './skill-levels.tsx';
import { StyleScales } from './style-scales.tsx';
import { useCountries } from './use-countries.ts';
import { type ProfileDraft, useProfileDraft } from './use-profile-draft.ts';

/** Saves as one types, each part by itself; every part may stay blank and be finished later. */
export function ProfileForm(props: { profile: ProfileView; whose: Whose }) {
  const t = useTranslations('profiles');
  const fieldNames = useTranslations('members.fields');
  const locale = useLocale();
  const terms = useTerms();
  const { whose } = props;
  const { voice, name } = whose;
  const draft = useProfileDraft(props.profile, whose);
  const { profile, set } = draft;
  const countries = useCountries();
  const keptBack = PROFILE_FIELDS.filter(draft.keptBack);
  const fields = new Intl.ListFormat(locale).format(keptBack.map((field) => fieldNames(field)));
  return (
    <Stack gap="lg">
      <div>
        <SaveState saving={draft.saving} />
        <ProblemNote error={draft.error} />
      </div>
      {keptBack.length > 0 && <Text>{t('theirs.keptBack', { name, fields })}</Text>}
      <div>
        <ProfilePreview profile={profile} voice={voice} />
      </div>
      <Section title={t(`${voice}.about`, { name })} lead={t(`${voice}.aboutLead`)}>
        <Stack>
          <Part field="headline" draft={draft}>
            <TextInput
              label={t(`${voice}.fields.headline`)}
              description={t('headlineHint')}
              maxLength={200}
              value={profile.headline ?? ''}
              onChange={(event) => set({ headline: event.currentTarget.value })}
            />
          </Part>
          <Part field="about" draft={draft}>
            <Textarea
              label={t(`${voice}.fields.about`)}
              autosize
              minRows={4}
              maxLength={4000}
              value={profile.about ?? ''}
              onChange={(event) => set({ about: event.currentTarget.value })}
            />
          </Part>
          <Part field="country" draft={draft}>
            <TagSelect
              label={t(`${voice}.fields.country`)}
              options={countries}
              value={profile.country}
              onChange={(country) => set({ country })}
            />
          </Part>
          <Part field="languages" draft={draft}>
            <LanguagePicker
              label={t(`${voice}.fields.languages`)}
              value={profile.languages}
              onChange={(languages) => set({ languages })}
            />
          </Part>
        </Stack>
      </Section>
      <Section title={t(`${voice}.work`)} lead={t('workLead')}>
        <Stack>
          <Part field="employer" draft={draft}>
            <TextInput
              label={t(`${voice}.employerNow`)}
              description={t('employerHint')}
              maxLength={200}
              value={profile.employer ?? ''}
              onChange={(event) => set({ employer: event.currentTarget.value })}
            />
          </Part>
          <Part field="skills" draft={draft}>
            <SkillLevels draft={draft} terms={terms} />
          </Part>
          <Part field="industries" draft={draft}>
            <IndustryYears draft={draft} terms={terms} />
          </Part>
        </Stack>
      </Section>
      {!draft.keptBack('career') && (
        <Section title={t(`${voice}.fields.career`)} lead={t(`${voice}.careerLead`)}>
          <Part field="career" draft={draft}>
            <CareerSteps draft={draft} terms={terms} />
          </Part>
        </Section>
      )}
      {!draft.keptBack('style') && (
        <Section title={t(`${voice}.fields.style`)} lead={t(`${voice}.styleLead`)}>
          <Part field="style" draft={draft}>
            <StyleScales draft={draft} />
          </Part>
        </Section>
      )}
      {!draft.keptBack('boundaries') && (
        <Section title={t(`${voice}.fields.boundaries`)} lead={t(`${voice}.boundariesLead`)}>
          <Part field="boundaries" draft={draft}>
            <Textarea
              aria-label={t(`${voice}.fields.boundaries`)}
              autosize
              minRows={3}
              maxLength={2000}
              value={profile.boundaries ?? ''}
              onChange={(event) => set({ boundaries: event.currentTarget.value })}
            />
          </Part>
        </Section>
      )}
      {!draft.keptBack('hours') && (
        <Section title={t(`${voice}.fields.hours`)} lead={t(`${voice}.hoursLead`)}>
          <Part field="hours" draft={draft}>
            <HoursLink whose={whose} />
          </Part>
        </Section>
      )}
    </Stack>
  );
}

/** One field and who sees it; left out where the member keeps it to themselves. */
function Part(props: { field: ProfileField; draft: ProfileDraft; children: ReactNode }) {
  if (props.draft.keptBack(props.field)) return null;
  return (
    <div>
      {props.children}
      <SeenBy field={props.field} draft={props.draft} />
    </div>
  );
}

function HoursLink({ whose }: { whose: Whose }) {
  const t = useTranslations('profiles');
  const words = t(`${whose.voice}.toHours`);
  return whose.house === 'own' ? (
    <ButtonLink to="/me/hours" variant="default">
      {words}
    </ButtonLink>
  ) : (
    <ButtonLink to="/people/$memberId/hours" params={{ memberId: whose.memberId }} variant="default">
      {words}
    </ButtonLink>
  );
}
