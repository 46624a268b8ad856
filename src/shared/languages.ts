/** Languages of the service, French first: it is the source of every text. */
export const languages = ['fr', 'nl', 'en', 'de', 'es', 'it'] as const
export type Language = (typeof languages)[number]
