import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { type IntlError, IntlProvider } from 'use-intl';
import { chooseLocale, rememberChosenLocale } from './choose-locale.ts';
import { type Locale, messages } from './messages.ts';

interface Language {
  locale: Locale;
  /** Switches every screen at once and remembers it on this device. */
  setLocale: (locale: Locale) => void;
}

const LanguageContext = createContext<Language | null>(null);

/**
 * Gives every screen its words, and dates and numbers their form.
 * `memberLocale` and `timeZone` come from the signed-in member; null before sign-in (the browser then decides).
 */
export function LanguageProvider(props: {
  memberLocale: string | null;
  timeZone: string | null;
  children: ReactNode;
}) {
  const [chosen, setChosen] = useState<Locale | null>(null);
  const locale = chosen ?? chooseLocale(props.memberLocale, navigator.languages);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  function setLocale(next: Locale) {
    rememberChosenLocale(next);
    setChosen(next);
  }

  return (
    <LanguageContext value={{ locale, setLocale }}>
      <IntlProvider
        locale={locale}
        messages={messages[locale]}
        timeZone={props.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
        onError={reportMissingWord}
        getMessageFallback={({ key }) => key}
      >
        {props.children}
      </IntlProvider>
    </LanguageContext>
  );
}

/** The language in use and the way to change it. */
export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (!language) throw new Error('useLanguage is used outside LanguageProvider');
  return language;
}

/** A missing word must be seen by whoever develops, and by the journeys; it does not disturb whoever works. */
function reportMissingWord(error: IntlError) {
  console.error(`${error.code}: ${error.message}`);
}
