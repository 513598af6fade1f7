/** What few people meet when they sign in or up: it comes when it is needed, so that the page itself is light. */
import { lazy } from 'react';
import { untilThere } from '@/lib/again';

export const Providers = lazy(untilThere(async () => ({ default: (await import('./Providers')).Providers })));
export const ProviderProblem = lazy(
  untilThere(async () => ({
    default: (await import('./ProviderProblem')).ProviderProblem,
  })),
);
export const SecondFactor = lazy(
  untilThere(async () => ({ default: (await import('./SecondFactor')).SecondFactor })),
);
export const PasskeyButton = lazy(
  untilThere(async () => ({ default: (await import('./PasskeyButton')).PasskeyButton })),
);
