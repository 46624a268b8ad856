/** Under which licences the work of others may be passed on, or made use of here. */
import parseLicence from 'spdx-expression-parse'

/** What may be passed on with a closed product. */
export const shippedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Unlicense',
])

/**
 * What tools may have besides, which stay here: to use them asks for nothing, and what they make is
 * not under their licence.
 */
export const toolLicences: ReadonlySet<string> = new Set([
  ...shippedLicences,
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'MPL-2.0',
  'PSF-2.0',
  'Python-2.0',
  'WTFPL',
  'Zlib',
])

/** Whether an SPDX expression leaves a way that is among `accepted`; never where it cannot be read. */
export function isLicenceAccepted(expression: string, accepted: ReadonlySet<string>): boolean {
  try {
    return isAccepted(parseLicence(expression), accepted)
  } catch {
    return false
  }
}

function isAccepted(
  licence: ReturnType<typeof parseLicence>,
  accepted: ReadonlySet<string>,
): boolean {
  if ('license' in licence) return accepted.has(licence.license)
  const { left, right, conjunction } = licence
  return conjunction === 'or'
    ? isAccepted(left, accepted) || isAccepted(right, accepted)
    : isAccepted(left, accepted) && isAccepted(right, accepted)
}
