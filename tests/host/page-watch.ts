/**
 * When a page first shows something: Chromium paints a document that is still empty, Electron's
 * window then is not ready yet. Its source text runs in the page: it may use nothing from outside
 * itself.
 */
export function watchLayout(post: (text: string) => void): void {
  const look = (): void => {
    const shown = [...(document.body?.children ?? [])].some((element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 0 && height > 0
    })
    if (shown) post(JSON.stringify({ laidOut: true }))
    else requestAnimationFrame(look)
  }
  look()
}
