/** What the account says about look, language and time zone goes before what this browser remembers. */
import { useEffect } from 'react';
import type { Me } from '@/api/types';
import { toastError } from '@/components/toast-store';
import { chooseScheme, schemeChoice } from '@/lib/color-scheme';
import { chooseLanguage, languageChoice } from '@/lib/language';
import { setTimeZone } from '@/lib/locale';

export function usePreferences(account: Me['account'] | undefined): void {
  const { language, theme, time_zone: zone } = account ?? {};
  useEffect(() => {
    setTimeZone(zone ?? undefined);
  }, [zone]);
  useEffect(() => {
    if (theme && theme !== schemeChoice()) chooseScheme(theme);
  }, [theme]);
  useEffect(() => {
    if (language && language !== languageChoice()) chooseLanguage(language).catch(toastError);
  }, [language]);
}
