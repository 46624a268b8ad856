/** The zip file from which apps on macOS are updated, opened. Disk images are made on macOS alone. */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDebianPackages } from '../lib/debian.ts'
import { Failure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'
import { runCaptured } from '../lib/processes.ts'
import { build } from './build.ts'
import { complaintsAbout } from './folder-checks.ts'
import { required } from './linux-tools.ts'
import { packagedApp } from './target.ts'
import { mendConfiguration, withoutSigning, type Check, type Workshop } from './workshop.ts'

const feed = 'https://updates.example/services-online/'

async function checkZip(workshop: Workshop): Promise<string> {
  await ensureDebianPackages(['p7zip-full'])
  const target = { platform: 'mac', arch: 'arm64' } as const
  const { project, electron } = await workshop.packaged(target)
  const { code, output } = await build(project, {
    targets: ['zip'],
    configuration: 'electron-builder.unsigned.yml',
    electron,
    args: [...withoutSigning(target), '-c.compression=store'],
    env: { ELECTRON_BUILDER_7ZIP_PATH: required('7z'), UPDATE_FEED: feed },
  })
  const dist = join(project.folder, 'dist')
  const name = readdirSync(dist).find((one) => one.endsWith('.zip'))
  if (code !== 0 || name === undefined)
    throw new Failure(`No zip file:\n${output}`, mendConfiguration)
  const folder = join(workshop.folder, 'mac-zip')
  const place = join(folder, 'mac-arm64')
  mkdirSync(place, { recursive: true })
  const unpacked = await runCaptured(required('7z'), ['x', '-bd', `-o${place}`, join(dist, name)])
  if (unpacked.code !== 0) throw new Failure(`${name} does not open.`, mendConfiguration)
  const app = packagedApp(folder, target)
  const complaints = await complaintsAbout({ project, electron, app }, root, [
    'Resources/app-update.yml',
  ])
  if (complaints.length > 0) throw new Failure(complaints.join('\n'), mendConfiguration)
  const update = readFileSync(join(app.resources, 'app-update.yml'), 'utf8')
  if (!update.includes(`url: ${feed}\n`)) {
    throw new Failure(`The app does not know its feed:\n${update}`, mendConfiguration)
  }
  return `${name}, with the feed of its updates inside`
}

export const macChecks: readonly Check[] = [{ name: 'mac-arm64, zip', run: checkZip }]
