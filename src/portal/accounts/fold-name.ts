/** How usernames are compared. */
import { foldCase } from '../../shared/fold-case.ts'

/** One key for every way of typing the same name: case and composition do not matter. */
export function foldName(name: string): string {
  return foldCase(name).trim()
}
