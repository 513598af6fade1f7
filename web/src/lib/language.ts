/* eslint lingui/no-unlocalized-strings: 'off' -- languages are called by their own names */
/** In which language the pages speak: what was chosen here, else what the browser prefers. */
import { i18n, type Messages } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import { untilThere } from './again';

export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;
export type LanguageChoice = Language | 'system';

type Bundle = 'public' | 'inside';

const KEY = 'coditect-language';

// Written out, because every one is a file of its own, loaded when it is needed.
const loaders: Record<Bundle, Record<Language, () => Promise<{ messages: Messages }>>> = {
  public: { en: () => import('texts:public/en'), de: () => import('texts:public/de') },
  inside: { en: () => import('texts:inside/en'), de: () => import('texts:inside/de') },
};

const wanted = new Set<Bundle>();
const loaded = new Set<string>();

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && value in languages;
}

export function languageChoice(): LanguageChoice {
  const stored = localStorage.getItem(KEY);
  return isLanguage(stored) ? stored : 'system';
}

function language(): Language {
  const choice = languageChoice();
  if (choice !== 'system') return choice;
  return navigator.languages.map((one) => one.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** The locale for dates and numbers: the browser's own flavour of the language, where it has one. */
function locale(of: Language): string {
  return navigator.languages.find((one) => one.slice(0, 2) === of) ?? of;
}

/** Loads the texts that a part of the application needs; resolves when they can be shown. */
export async function loadTexts(bundle: Bundle): Promise<void> {
  wanted.add(bundle);
  await speak(language());
}

export async function chooseLanguage(choice: LanguageChoice): Promise<void> {
  if (choice === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
  await speak(language());
}

async function speak(next: Language): Promise<void> {
  await Promise.all([...wanted].map((bundle) => load(bundle, next)));
  if (i18n.locale === next) return;
  i18n.activate(next, [locale(next), next]);
  document.documentElement.lang = next;
}

async function load(bundle: Bundle, of: Language): Promise<void> {
  if (loaded.has(`${bundle}/${of}`)) return;
  const { messages } = await untilThere(loaders[bundle][of])();
  i18n.load(of, messages);
  loaded.add(`${bundle}/${of}`);
}

function subscribe(listener: () => void): () => void {
  return i18n.on('change', listener);
}

export function useLanguage(): string {
  return useSyncExternalStore(subscribe, () => i18n.locale);
}

export function useLanguageChoice(): LanguageChoice {
  return useSyncExternalStore(subscribe, languageChoice);
}
