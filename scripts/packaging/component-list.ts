/** The components of a package as CycloneDX has them, for those who watch for weaknesses. */
import { Contrib, Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { PackageURL } from 'packageurl-js'
import parseLicence from 'spdx-expression-parse'
import { Failure } from '../lib/failure.mjs'
import type { Manifest, ThirdParty } from './third-party.ts'
import { describeTarget, electronVersion, type Target } from './target.ts'

/** The form that other tools read today. */
const specification = Spec.Spec1dot6
const licences = new Contrib.License.Factories.LicenseFactory(parseLicence)

function component(
  type: Enums.ComponentType,
  { name, version, license }: Manifest,
): Models.Component {
  const [, group, plain = name] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name) ?? []
  const purl = new PackageURL('npm', group ?? null, plain, version, null, null).toString()
  const made = new Models.Component(type, plain, { version, purl, bomRef: purl })
  if (group !== undefined) made.group = group
  made.licenses.add(licences.makeFromString(license))
  return made
}

/**
 * The list of what a package holds, as JSON that keeps to CycloneDX's schema.
 * @throws {Failure} where the schema refuses it
 */
export async function componentList(
  app: { readonly name: string; readonly version: string },
  target: Target,
  parties: readonly ThirdParty[],
): Promise<string> {
  const product = new Models.Component(Enums.ComponentType.Application, app.name, {
    version: app.version,
    bomRef: app.name,
  })
  const electron = component(Enums.ComponentType.Framework, {
    name: 'electron',
    version: electronVersion(),
    license: 'MIT',
  })
  const parts = [
    electron,
    ...parties.map(({ manifest }) => component(Enums.ComponentType.Library, manifest)),
  ]
  const bom = new Models.Bom({
    metadata: new Models.Metadata({
      component: product,
      properties: new Models.PropertyRepository([
        new Models.Property('services-online:target', describeTarget(target)),
      ]),
    }),
    components: new Models.ComponentRepository(parts),
  })
  for (const part of parts) product.dependencies.add(part.bomRef)
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(specification),
  )
  const text = serializer.serialize(bom, { sortLists: true, space: 2 })
  const complaint = await componentListComplaint(text)
  if (complaint !== null) {
    throw new Failure(`The list of components is not CycloneDX: ${complaint}`, 'Mend its making.')
  }
  return `${text}\n`
}

/** What CycloneDX's strict schema says against a list; null where nothing. */
export async function componentListComplaint(text: string): Promise<string | null> {
  const error: unknown = await new Validation.JsonStrictValidator(specification.version).validate(
    text,
  )
  return error === null ? null : JSON.stringify(error)
}
