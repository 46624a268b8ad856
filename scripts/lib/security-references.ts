/** The references of `docs/security.md`: to files, to lines of code in them, to tests by their titles. */

/**
 * A file of this project (with a folder, or one of those at its root that are referred to), then a line
 * of it between backticks, or a test's title as far as the next reference or the end of the cell.
 */
const reference =
  /`((?:src|tests|scripts|docs|resources)\/[\w./-]+|package\.json|electron-builder\.yml)`(?:: `([^`]+)`| › ([^;|\n]+))?/gu

/**
 * What `text` refers to and is not there, a line each.
 * @param contentOf the text of a file of the project by its path; null where there is none
 */
export function untrueReferences(
  text: string,
  contentOf: (path: string) => string | null,
): string[] {
  return [...text.matchAll(reference)].flatMap(([, path = '', line, title]) => {
    const content = contentOf(path)
    if (content === null) return [`${path} is not there`]
    const said = line ?? title?.trim()
    return said === undefined || content.includes(said) ? [] : [`${path} has no “${said}”`]
  })
}
