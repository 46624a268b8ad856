/** Whether a page holds something that closing the app would lose or interrupt. */
import { isLeavingBlocked } from '../navigation/navigation-blocker.ts'
import { isWithin, paths } from '../navigation/navigation.ts'

/** Chromium's own mark of fields that somebody has edited. */
const edited = ':is(:user-valid, :user-invalid)'
const secrets = `input[type=password]${edited}`
const fields = `:is(input, textarea)${edited}:not([type=search], [type=checkbox], [type=radio])`

/**
 * The profile knows of itself what of it is saved; every other form is in the way from the first word until
 * it has been sent. Passwords are kept nowhere, on any page.
 */
export function hasUnsavedInput(): boolean {
  const inTheWay = isWithin(paths.profile, window.location.pathname) ? secrets : fields
  const filled = [...document.querySelectorAll<HTMLInputElement>(inTheWay)].some(
    ({ value }) => value !== '',
  )
  return isLeavingBlocked() || filled
}
