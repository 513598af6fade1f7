import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { Outlet } from '@tanstack/react-router';
import { useLanguage } from '@/lib/language';

/** Everything below is drawn anew when the language changes, so texts may be asked for anywhere. */
export function Root() {
  return (
    <I18nProvider i18n={i18n}>
      <Outlet key={useLanguage()} />
    </I18nProvider>
  );
}
