/** How usernames are compared. */
import { foldTyped } from '../../../shared/rules/typed-text.ts'

/** One key for every way of typing the same name: case, width, and what nobody sees do not matter. */
export function foldName(name: string): string {
  return foldTyped(name)
}
