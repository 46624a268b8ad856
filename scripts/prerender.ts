/**
 * A Vite plugin: after the renderer is built, renders the first screens of each language into
 * documents of their own, so that the window shows them before any script has run.
 */
import { mkdtemp, readFile, rm, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'
import { z } from 'zod'

/** What `src/renderer/app/prerender.tsx` answers, once built and loaded. */
const moduleSchema = z.object({
  renderScreens: z.custom<() => Promise<unknown>>((value) => typeof value === 'function'),
})
const screensSchema = z.array(
  z.object({
    language: z.string().regex(/^[a-z]{2}$/),
    /** The document's name: `prerendered/<language>/<name>.html`. */
    name: z.string().regex(/^[a-z-]+$/),
    title: z.string().min(1),
    html: z.string().min(1),
  }),
)
type Screen = z.infer<typeof screensSchema>[number]

type PrerenderOptions = { readonly root: string }

/** What the documents refer to, besides what the shell already does. */
type Assets = {
  readonly styles: readonly string[]
  readonly fonts: readonly string[]
}

export function prerender({ root }: PrerenderOptions): Plugin {
  let config: ResolvedConfig
  let assets: Assets
  return {
    name: 'prerender',
    apply: ({ build: { ssr } = {} }, { command }) => command === 'build' && !ssr,
    configResolved: (resolved) => {
      config = resolved
    },
    transformIndexHtml: { order: 'post', handler: prepareShell },
    generateBundle: (_options, bundle) => {
      assets = collectAssets(bundle)
    },
    closeBundle: async () => {
      const { outDir } = config.build
      const screens = await renderScreens(root, config)
      const index = join(outDir, 'index.html')
      const shell = (await readFile(index, 'utf8')).replace('</head>', () => links(assets))
      await writeFile(index, shell)
      await Promise.all(screens.map((screen) => writeScreen(outDir, shell, screen)))
    },
  }
}

/**
 * Addresses from the origin's root, as every route serves the same documents. The boot script holds
 * the first paint back (it is tiny), so that no moment exists in which a form could submit natively.
 */
function prepareShell(html: string): string {
  return html
    .replaceAll('="./assets/', '="/assets/')
    .replace('<script type="module" crossorigin', '<script type="module" blocking="render"')
    .replaceAll(' crossorigin', '')
}

function collectAssets(bundle: Rolldown.OutputBundle): Assets {
  const files = Object.values(bundle)
  const start = files.find((file) => file.type === 'chunk' && file.name === 'start')
  if (start === undefined) throw new Error('The build has no chunk named "start"')
  return {
    styles: [...(start.viteMetadata?.importedCss ?? [])],
    fonts: files.map(({ fileName }) => fileName).filter((name) => name.endsWith('.woff2')),
  }
}

function links({ styles, fonts }: Assets): string {
  return [
    ...fonts.map(
      (file) => `  <link rel="preload" href="/${file}" as="font" type="font/woff2" crossorigin>`,
    ),
    ...styles.map((file) => `  <link rel="stylesheet" href="/${file}">`),
    '</head>',
  ].join('\n  ')
}

async function renderScreens(root: string, config: ResolvedConfig): Promise<readonly Screen[]> {
  const cache = join(config.cacheDir, '..', '.cache')
  await mkdir(cache, { recursive: true })
  // Inside node_modules, so that the rendering code finds React.
  const outDir = await mkdtemp(join(cache, 'prerender-'))
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      plugins: config.inlineConfig.plugins ?? [],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        ssr: join(root, 'app/prerender.tsx'),
        outDir,
        emptyOutDir: true,
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'prerender.mjs' } },
      },
    })
    const module = moduleSchema.parse(
      await import(pathToFileURL(join(outDir, 'prerender.mjs')).href),
    )
    return screensSchema.parse(await module.renderScreens())
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}

/**
 * Neither the script that starts the app nor the font is preloaded: while the page paints, fetching
 * and parsing them would take a core from those who draw, and a font that arrives then has all of
 * the text laid out again before it is first seen.
 */
async function writeScreen(
  outDir: string,
  shell: string,
  { language, name, title, html }: Screen,
): Promise<void> {
  const document = shell
    .replace(/\s*<link rel="preload"[^>]*as="font"[^>]*>/, '')
    .replace(/<html lang="\w+">/, `<html lang="${language}">`)
    .replace(/<title>(.*)<\/title>/, (_, product) => `<title>${title} – ${product}</title>`)
    .replace('<div id="root"></div>', () => `<div id="root">${html}</div>`)
  const folder = join(outDir, 'prerendered', language)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.html`), document)
}
