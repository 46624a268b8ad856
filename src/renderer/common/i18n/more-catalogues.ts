/** Texts by their keys, at any depth. */
export type Catalogue = { readonly [key: string]: string | Catalogue }

/**
 * The texts of all pages but the first. Questions' texts come from the portal, so that its list and
 * its words agree; the menu, the file of events and the box of a failed start are main's, e-mails
 * are the portal's, and the errors of updates, tables, cases and the store stand among the others.
 */
export const moreCatalogues = import.meta.glob<Record<string, Catalogue>>([
  '../../../shared/i18n/*/*.ts',
  '!**/{common,services,sign-in}.ts',
  '!**/{questions,menu,mail,events-file,credit-file,notifications,start}.ts',
  '!**/{update-errors,table-errors,case-errors,store-errors}.ts',
])
