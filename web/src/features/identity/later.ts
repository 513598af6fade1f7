/** What few people meet when they sign in or up: it comes when it is needed, so that the page itself is light. */
import { lazy } from 'react';

export const Providers = lazy(async () => ({ default: (await import('./Providers')).Providers }));
export const ProviderProblem = lazy(async () => ({
  default: (await import('./ProviderProblem')).ProviderProblem,
}));
export const SecondFactor = lazy(async () => ({ default: (await import('./SecondFactor')).SecondFactor }));
export const PasskeyButton = lazy(async () => ({ default: (await import('./PasskeyButton')).PasskeyButton }));
