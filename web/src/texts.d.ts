/** Compiled messages, made by `texts/plugin.mjs`. */
declare module 'texts:*' {
  import type { Messages } from '@lingui/core';

  export const messages: Messages;
}
