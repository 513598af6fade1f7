import '@/components/theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from '@/api/problem';
import { wearRemembered } from '@/api/instance';
import { onSessionEnd } from '@/api/session';
import { watchScheme } from '@/lib/color-scheme';
import { router } from './router';

onSessionEnd(() => {
  const { pathname, searchStr } = router.state.location;
  if (pathname !== '/login')
    void router.navigate({ to: '/login', search: { next: pathname + searchStr }, replace: true });
});

watchScheme();
wearRemembered();

const root = document.getElementById('root');
if (root) {
  createRoot(root, {
    // A refusal that a page shows is no fault of the page.
    onCaughtError: (error) => {
      if (!(error instanceof Problem)) console.error(error);
    },
  }).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
