import './mantine.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useScheme } from '@/lib/color-scheme';
import { mantineTheme } from './mantine';

/** Around what uses Mantine's behaviour; it comes with that part of a page, so pages without it stay light. */
export function Behaviour({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={useScheme()}>
      {children}
    </MantineProvider>
  );
}
