/** The lists beside each package: whose work is inside, by CycloneDX's schema, and nothing more. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'
import { componentList } from './component-list.ts'
import { nodePlatforms, platforms, versionOf, type Platform } from './target.ts'
import { thirdParties } from './third-party.ts'
import type { Check, Workshop } from './workshop.ts'

const listSchema = z.object({
  components: z.array(z.object({ name: z.string(), purl: z.string(), version: z.string() })),
})

/** Of each part of the app, and of what is installed, one that must be known. */
const inside = ['react', 'zod', 'kysely', 'pino', 'electron', 'better-sqlite3-multiple-ciphers']

/** What makes the app, or serves it, and must not be said to be inside. */
const outside = [
  'electron-builder',
  'typescript',
  'vitest',
  'playwright-core',
  'oxlint',
  'prettier',
  'knip',
  'fastify',
  'nodemailer',
  'pg',
  '@redocly/openapi-core',
  '@cyclonedx/cyclonedx-library',
]

/** Names of a package as a list of components has them in its address. */
const purlName = (name: string) => `pkg:npm/${name.replace('@', '%40')}@`

async function checkList(platform: Platform, { packaged }: Workshop): Promise<string> {
  const { project } = await packaged({ platform, arch: 'x64' })
  const text = await componentList(
    { name: 'services-online', version: versionOf(root) },
    project.target,
    thirdParties(project.folder),
  )
  const { components } = listSchema.parse(JSON.parse(text))
  const holds = (name: string) => components.some(({ purl }) => purl.startsWith(purlName(name)))
  const suffix = { linux: '-gnu', win: '-msvc', mac: '' }[platform]
  const library = `@napi-rs/keyring-${nodePlatforms[platform]}-x64${suffix}`
  const wrong = [
    ...[...inside, library].filter((name) => !holds(name)).map((name) => `without ${name}`),
    ...outside.filter((name) => holds(name)).map((name) => `with ${name}, which is not inside`),
  ]
  if (wrong.length > 0) {
    throw new Failure(`The list of components: ${wrong.join(', ')}`, 'Look at scripts/packaging.')
  }
  const notices = readFileSync(join(project.folder, 'THIRD-PARTY.txt'), 'utf8')
  const silent = components.filter(
    ({ name, version, purl }) =>
      name !== 'electron' &&
      !notices.includes(
        `${decodeURIComponent(purl.slice('pkg:npm/'.length, purl.lastIndexOf('@')))} ${version} (`,
      ),
  )
  if (silent.length > 0) {
    const names = silent.map(({ purl }) => purl).join(', ')
    throw new Failure(`Listed, and without a licence in THIRD-PARTY.txt: ${names}`, 'Add it.')
  }
  return `${components.length} components, CycloneDX 1.6, each with its licence`
}

export const listChecks: readonly Check[] = platforms.map((platform) => ({
  name: `${platform}, lists`,
  run: (workshop) => checkList(platform, workshop),
}))
