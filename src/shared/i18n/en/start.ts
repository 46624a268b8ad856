import type { start as source } from '../fr/start.ts'
import type { Texts } from '../texts.ts'

export const start: Texts<typeof source> = {
  title: 'Atradius Services Online could not open',
  switch:
    'The app was started with an option that it does not accept: {{name}}\n\nPlease open it from your computer’s menu. If this message comes back, a shortcut has been changed: please tell your IT department.',
  folder:
    'The app cannot write to its folder:\n{{path}}\n\nPlease ask your IT department to check that this folder exists and that you may write to it, then open the app again.',
  damaged:
    'A part of the app is missing or damaged.\n\nPlease install the app again, or ask your IT department to do so. What you had already saved is kept.',
  unexpected:
    'An unexpected error has occurred.\n\nPlease open the app again. If this message comes back, restart your computer, then contact the Helpdesk. What you had already saved is kept.',
  updateFails:
    'Version {{version}} did not open as it should, and the app could not go back to the one before by itself.\n\nIt will try to open once more. If nothing appears, install the version before again, or ask your IT department to. What you had already saved is kept.',
}
