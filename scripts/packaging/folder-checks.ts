/** What is looked at in the app as a folder, for each platform and architecture. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'
import { archiveComplaints } from './inspect-archive.ts'
import {
  languageComplaints,
  licenceComplaints,
  ownBytes,
  sizeComplaints,
  strangerComplaints,
} from './inspect-folder.ts'
import {
  fuseComplaints,
  identityComplaints,
  machineComplaints,
  type Identity,
} from './inspect-program.ts'
import { architectures, describeTarget, platforms, type Target } from './target.ts'
import { thirdParties } from './third-party.ts'
import { mendConfiguration, type Check, type Packaged, type Workshop } from './workshop.ts'

/** What every package says of itself, whatever it is for. */
const identity: Identity = {
  productName: 'Atradius Services Online',
  version: z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
  appId: 'com.atradius.services-online',
  company: 'Atradius',
  copyright: '© Atradius',
  scheme: 'atradius-services-online',
  category: 'public.app-category.finance',
  minimumSystemVersion: '13.0',
}

/**
 * All that is wrong with a package.
 * @param built the project's folder with what was built, without what else lies about
 * @param added files that a kind of package adds to the app's folder
 */
export async function complaintsAbout(
  packaged: Packaged,
  built: string,
  added: readonly string[] = [],
): Promise<readonly string[]> {
  const { app, electron, project } = packaged
  return [
    ...archiveComplaints(app, built),
    ...(await fuseComplaints(app)),
    ...machineComplaints(app),
    ...identityComplaints(app, identity),
    ...languageComplaints(app),
    ...strangerComplaints(app, electron, added),
    ...licenceComplaints(app, thirdParties(project.folder)),
    ...sizeComplaints(app),
  ]
}

const inMegabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`

async function inspect(target: Target, { packaged }: Workshop): Promise<string> {
  const made = await packaged(target)
  const complaints = await complaintsAbout(made, root)
  if (complaints.length > 0) {
    const list = complaints.map((line) => `  - ${line}`).join('\n')
    throw new Failure(`The package for ${describeTarget(target)}:\n${list}`, mendConfiguration)
  }
  const { archive, libraries } = ownBytes(made.app)
  const note = made.project.libraries === 'real' ? '' : ' that stand for the registry’s'
  return `archive ${inMegabytes(archive)}, native libraries${note} ${inMegabytes(libraries)}`
}

export const folderChecks: readonly Check[] = platforms.flatMap((platform) =>
  architectures.map((arch) => ({
    name: `${platform}-${arch}`,
    run: (workshop) => inspect({ platform, arch }, workshop),
  })),
)
