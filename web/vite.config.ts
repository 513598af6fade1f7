import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { texts } from './texts/plugin.mjs';

const api = process.env['CODITECT_API'] ?? 'http://127.0.0.1:8000';

export default defineConfig({
  plugins: [texts(), react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
  build: {
    target: 'es2022',
    // The content policy allows no data: fonts, and every asset is cached by its hashed name anyway.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // One file for what every page needs: it packs better than several.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules.(react|react-dom|scheduler|use-sync-external-store|@tanstack.(react-router|router-core|history|store|react-store)|@lingui)[/\\]/,
            },
            {
              name: 'form',
              test: /src[/\\](api[/\\](client|problem|requests|session|instance)|lib[/\\](form|use-action|next-path|use-title|language|color-scheme|product|again|invitation)|components[/\\](Button|Field|Notice|Brand|Logo|IconButton)|features[/\\]identity[/\\](PublicPage|later|credentials))\./,
            },
            {
              // Small parts that several pages inside share: the entry names each file, and a stranger loads the entry.
              name: 'parts',
              test: /lucide-react.*icons[/\\](trash|trash-2|bot|users|square-kanban|pencil|arrow-up|undo-2|redo-2|plus)\.|src[/\\](api[/\\](people|usage)|lib[/\\]use-settled|components[/\\](Tabs|EmptyState)|features[/\\]workflows[/\\](domains|Quota|queries|status))\./,
            },
          ],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node', setupFiles: ['src/lib/test-texts.ts'] },
});
