/**
 * The same sign-in screen four ways: as the app has it, as an inert document, built plainly on
 * `createRoot`, and as nothing but its fields. All are served alike.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { rendererConfig } from '../../vite.renderer.config.ts'
import { root } from '../lib/paths.mjs'
import { servePage, type PageServer } from './page-server.ts'

export const variants = ['app', 'still', 'plain', 'bare'] as const
export type Variant = (typeof variants)[number]

const built = join(root, 'out', 'renderer')
const plainSource = join(root, 'scripts', 'bench', 'plain')
/** The fields and their labels without script, style sheet, font or drawing. */
export const bareForm = join(plainSource, 'bare-form.html')
const plainBuilt = join(root, 'node_modules', '.cache', 'bench', 'plain')

/** The document without its scripts: what a browser needs to show it, and nothing else. */
export function withoutScripts(html: string): string {
  return html
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replaceAll(/<link\b[^>]*(?:\brel="modulepreload"|\bas="script")[^>]*>/gi, '')
}

/** Builds the plain variant with the app's own build settings, prerendering excepted. */
async function buildPlain(): Promise<string> {
  const { build: settings } = rendererConfig()
  await build({
    configFile: false,
    logLevel: 'error',
    root: plainSource,
    plugins: [react()],
    build: {
      ...settings,
      outDir: plainBuilt,
      rolldownOptions: { input: join(plainSource, 'index.html') },
    },
  })
  return readFileSync(join(plainBuilt, 'index.html'), 'utf8')
}

/** Serves the four variants, each from an address of its own; they end with `stack`. */
export async function serveVariants(
  stack: AsyncDisposableStack,
): Promise<Readonly<Record<Variant, PageServer>>> {
  const document = readFileSync(join(built, 'prerendered', 'fr', 'sign-in.html'), 'utf8')
  return {
    app: await servePage({ document, folder: built }, stack),
    still: await servePage({ document: withoutScripts(document), folder: built }, stack),
    plain: await servePage({ document: await buildPlain(), folder: plainBuilt }, stack),
    bare: await servePage({ document: readFileSync(bareForm, 'utf8'), folder: built }, stack),
  }
}
