import { Group, Stack, Title } from '@mantine/core';
import { useLanguage } from '../../i18n/language-provider.tsx';
import { localeOptions } from '../../i18n/locale-options.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Page } from '../../ui/page.tsx';
import { ThemeSwitch } from '../../ui/theme-switch.tsx';
import styles from '../layouts.module.css';
import { ControlsSection } from './controls-section.tsx';
import { FormSection } from './form-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { PairSection } from './pair-section.tsx';
import { TableSection } from './table-section.tsx';
/** All pieces of the look on one page, for whoever develops. Not part of a build. */
export function GalleryPage() {
  const { locale, setLocale } = useLanguage();
  return (
    <main className={styles.alone}>
      <Page
        title="Gallery"
        width="wide"
        lead="Every piece of the look. Look at it in light and dark, on a phone, in German, with the keyboard only."
        action={
          <Group>
            <LanguageSwitch value={locale} options={localeOptions} onChange={setLocale} />
            <ThemeSwitch />
          </Group>
        }
      >
        <Stack gap="xl">
          <Section name="Controls">
            <ControlsSection />
          </Section>
          <Section name="A pair">
            <PairSection />
          </Section>
          <Section name="A form">
            <FormSection />
          </Section>
          <Section name="A table">
            <TableSection />
          </Section>
          <Section name="Notes">
            <NotesSection />
          </Section>
        </Stack>
      </Page>
    </main>
  );
}
function Section(props) {
  return (
    <section>
      <Title order={2} mb="md">
        {props.name}
      </Title>
      {props.children}
    </section>
  );
}
