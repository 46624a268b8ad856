/** A person's name as it is shown: first and last, or null before enrolment, when nobody knows them. */
export function displayNameOf(names: {
  readonly firstName: string | null
  readonly lastName: string | null
}): string | null {
  if (names.lastName === null) return null
  return [names.firstName, names.lastName].filter(Boolean).join(' ')
}
