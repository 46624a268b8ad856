/**
 * How the pages are built: used by electron-vite for the app, and directly by the tests and the
 * bench that need the renderer alone.
 */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'
import { prerender } from './scripts/prerender.ts'

const root = resolve(import.meta.dirname, 'src/renderer')

/** `SERVICES_ONLINE_PLAIN=1` adds `plain.html`, the same screens without prerendering, for the bench. */
const plain = process.env['SERVICES_ONLINE_PLAIN'] === '1'

export function rendererConfig(): UserConfig {
  return {
    root,
    plugins: [react(), prerender({ root })],
    build: {
      outDir: resolve(import.meta.dirname, 'out/renderer'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      // Every file counts for itself: the first screen must not wait for what others need.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: resolve(root, 'index.html'),
          ...(plain ? { plain: resolve(root, 'plain.html') } : {}),
        },
        output: { codeSplitting: { groups: textGroups } },
      },
    },
  }
}

/** One file a language with the first screens' texts, and one with all the others. */
const textGroups = [
  {
    name: (id: string) => textChunkName(id, true),
    test: /\/i18n\/\w+\/(common|services|sign-in)\.ts$/,
  },
  {
    name: (id: string) => textChunkName(id, false),
    test: /\/i18n\/\w+\/(?!common|services|sign-in)[\w-]+\.ts$/,
  },
]

function textChunkName(id: string, first: boolean): string | null {
  const language = /\/i18n\/(\w+)\//.exec(id)?.[1]
  return language === undefined ? null : `texts-${first ? 'first' : 'more'}-${language}`
}
