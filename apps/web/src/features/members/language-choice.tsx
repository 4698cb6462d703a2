import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useLanguage } from '../../i18n/language-provider.tsx';
import { localeOptions } from '../../i18n/locale-options.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';

/** The language I read: at once on this device, and remembered for every other. */
export function LanguageChoice() {
  const { locale, setLocale } = useLanguage();
  const choose = useMutation(
    trpc.members.chooseLocale.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.session.current.queryKey() }),
    }),
  );
  return (
    <>
      <LanguageSwitch
        value={locale}
        options={localeOptions}
        onChange={(next) => {
          setLocale(next);
          choose.mutate({ locale: next });
        }}
      />
      <ProblemNote error={choose.error} />
    </>
  );
}
