import type { errors as source } from '../fr/errors.ts'
import type { Texts } from '../texts.ts'
import { tableErrors } from './table-errors.ts'
import { caseErrors, caseFields } from './case-errors.ts'
import { updateErrors } from './update-errors.ts'
import { lockErrors } from './lock-errors.ts'
import { storeErrors } from './store-errors.ts'

export const errors: Texts<typeof source> = {
  invalid_request: {
    message: 'Some of the details were not accepted.',
    next: 'Check the fields marked below, then try again.',
  },
  invalid_credentials: {
    message: 'This username and password do not go together.',
    next: 'Check both, capital letters included. If that does not help, choose “Forgotten your password?”.',
  },
  unauthenticated: {
    message: 'You are not signed in.',
    next: 'Sign in, then try again.',
  },
  token_expired: {
    message: 'Your sign-in has expired.',
    next: 'Sign in again to continue.',
  },
  session_ended: {
    message: 'Your session has ended.',
    next: 'Sign in again: you will continue where you left off.',
  },
  enrolment_required: {
    message: 'The registration of your account is not finished.',
    next: 'Complete both steps to use this service.',
  },
  password_change_required: {
    message: 'Your password has to be replaced.',
    next: 'Choose a new one to go on.',
  },
  initial_password_expired: {
    message: 'Your initial password is no longer valid: it could be used for 14 days.',
    next: 'Ask your contact person for a new one.',
  },
  reauthentication_required: {
    message: 'This action asks you to confirm your identity.',
    next: 'Enter your password again.',
  },
  forbidden: {
    message: 'Your account does not include this service.',
    next: 'If you need it, ask your contact person for access.',
  },
  not_found: {
    message: 'This item does not exist, or no longer exists.',
    next: 'Return to the previous page: it shows what still exists.',
  },
  method_not_allowed: {
    message: 'The service does not offer this action.',
    next: 'Install the latest version of the app. If this continues, contact the Helpdesk.',
  },
  email_taken: {
    message: 'This e-\u2060mail address is already used by another account.',
    next: 'Enter another address: accounts cannot share one.',
  },
  application_pending: {
    message: 'An application for this buyer is already being decided.',
    next: 'Open it to follow it. For another amount, wait for the decision or contact us.',
  },
  idempotency_conflict: {
    message: 'A different request was already sent under the same reference.',
    next: 'Check what has been saved before sending a new request.',
  },
  in_progress: {
    message: 'This request is already being processed.',
    next: 'Wait a few seconds, then try again.',
  },
  invalid_state: {
    message: 'This is no longer the current step.',
    next: 'Leave this page, then open it again to see the current step.',
  },
  flow_expired: {
    message: 'The time for completing this has passed.',
    next: 'Start again from the beginning. If this is your first sign-in, ask your contact person for a new initial password first.',
  },
  cursor_expired: {
    message: 'This computer has not been updated for too long.',
    next: 'Open the page again: all your data will then be read anew.',
  },
  precondition_failed: {
    message: 'These details were changed elsewhere in the meantime.',
    next: 'Open the page again, see what has changed, then save again.',
  },
  precondition_required: {
    message: 'These details must be read again before they can be changed.',
    next: 'Leave this page, open it again, then start again.',
  },
  payload_too_large: {
    message: 'What you entered is too long to be sent.',
    next: 'Shorten it, then try again.',
  },
  unsupported_media_type: {
    message: 'The service did not recognise the format of the request.',
    next: 'Install the latest version of the app. If this continues, contact the Helpdesk.',
  },
  expectation_failed: {
    message: 'Something on your network changed this request.',
    next: 'Try again on another network. If this continues, contact your IT department.',
  },
  password_policy: {
    message: 'This password does not yet meet every rule.',
    next: 'Correct the points marked.',
  },
  answers_policy: {
    message: 'Some questions or answers cannot be used.',
    next: 'Correct the points marked.',
  },
  verification_failed: {
    message: 'What you entered could not be confirmed.',
    next: 'Check everything you entered, then try again.',
  },
  code_expired: {
    message: 'The time for this code is over.',
    next: 'Ask for a new code, then enter it. No attempt was counted.',
  },
  too_many_attempts: {
    message: 'There were too many attempts in a short time.',
    next: 'Wait until the delay is over, then try again. Your account is not locked.',
  },
  internal: {
    message: 'The service had an error on its side.',
    next: 'Try again in a few minutes. If this continues, contact the Helpdesk.',
  },
  unavailable: {
    message: 'The service is unavailable for the moment.',
    next: 'Try again in a few minutes.',
  },
  network_offline: {
    message: 'This computer is not connected to the internet.',
    next: 'Check the network or Wi-Fi, then try again.',
  },
  portal_unreachable: {
    message: 'The Atradius service cannot be reached.',
    next: 'Try again in a few minutes. If other websites open, tell your IT department.',
  },
  portal_timeout: {
    message: 'The Atradius service is taking too long to answer.',
    next: 'Try again in a moment.',
  },
  portal_answer_invalid: {
    message: 'An unexpected answer arrived instead of the one from the Atradius service.',
    next: 'If your network asks you to sign in through a browser, do so and try again. Otherwise tell your IT department.',
  },
  proxy_authentication_required: {
    message: 'Your network’s proxy asks for identification.',
    next: 'Your Atradius password is not the cause: contact your IT department.',
  },
  certificate_untrusted: {
    message: 'The connection to the service is not secure: its certificate is not trusted.',
    next: 'Nothing was sent. A company proxy is often the cause: contact your IT department.',
  },
  clock_wrong: {
    message: 'The clock of this computer does not agree with the service’s.',
    next: 'Set the computer’s date and time, then try again.',
  },
  keychain_absent: {
    message: 'This computer has no keychain that can be used.',
    next: 'You can work as usual; you will have to sign in each time you open the app.',
  },
  keychain_locked: {
    message: 'The keychain of this computer is locked.',
    next: 'Unlock it, then try again. Until then your sign-in will not be kept.',
  },
  keychain_refused: {
    message: 'The keychain of this computer refused access.',
    next: 'Allow Atradius Services Online to use it, then try again. Until then your sign-in will not be kept.',
  },
  page_not_printed: {
    message: 'The PDF could not be made.',
    next: 'Try again. If this continues, close the app, open it again and repeat.',
  },
  configuration_invalid: {
    message: 'The configuration of this computer cannot be read.',
    next: 'No connection is possible until it is corrected. Please pass this on to your IT department: {{path}}',
  },
  already_running: {
    message: 'The app is already open.',
    next: 'Its window has been brought to the front.',
  },
  deep_link_invalid: {
    message: 'This link leads nowhere in the app.',
    next: 'Ask the person who sent it to you for a new link.',
  },
  link_not_opened: {
    message: 'This computer did not open a program for this contact.',
    next: 'Please copy it yourself: {{target}}',
  },
  sender_forbidden: {
    message: 'This request did not come from a page of the app and was refused.',
    next: 'Close the app and open it again. If this happens again, contact the Helpdesk.',
  },
  unexpected: {
    message: 'An unforeseen error occurred.',
    next: 'Try again. If this continues, close and reopen the app, or contact the Helpdesk.',
  },
  ...storeErrors,
  ...lockErrors,
  ...updateErrors,
  ...tableErrors,
  ...caseErrors,
  retried: {
    still: 'Nothing has changed yet.',
    keychain: 'The keychain works again.',
    session: 'The keychain works again. Your sign-in is kept in it.',
    storage: 'Data is kept on this computer again.',
  },
  wait: {
    countdown: 'You can try again in {{wait}}.',
    over: 'You can try again now.',
  },
  fields: {
    ...caseFields,
    required: 'Please fill in this field.',
    invalid: 'This value is not accepted.',
    email_invalid: 'The address should look like name@company.com.',
    email_accents: 'Before the @, only letters without accents are accepted.',
    emails_differ: 'The two e-\u2060mail addresses are not the same.',
    email_taken: 'This address is already used by another account.',
    code_numeric: 'The code has six digits.',
    code_alphanumeric: 'The code has eight letters and digits, without O, I, L, 0 or 1.',
    invalid_credentials: 'This password is not right.',
    passwords_differ: 'The two passwords are not the same.',
    email_unchanged: 'This is already your address.',
    name_link:
      'This name looks like a link or an address. Enter the name alone, with a space after each dot.',
    too_short: 'At least {{min}} characters are needed.',
    too_long: 'At most {{max}} characters are allowed.',
    missing_lower: 'A lower-case letter is missing.',
    missing_upper: 'A capital letter is missing.',
    missing_digit: 'A digit is missing.',
    missing_symbol: 'A symbol is missing, such as - or !',
    contains_username: 'It must not contain your username.',
    contains_name: 'It must not contain your first or last name.',
    contains_email: 'It must not contain your e-\u2060mail address.',
    too_common:
      'This password is easy to guess: it is common, or made of a service’s or company’s name, a season or a month.',
    used_before: 'This password was used recently.',
    only_digits: 'Digits alone are not enough: add letters.',
    repeated: 'At least four different characters are needed.',
    question_required: 'Choose a question.',
    question_unknown: 'This question is no longer offered: choose another.',
    question_repeated: 'This question is already chosen: take another.',
    answer_too_short: 'The answer needs at least 2 letters or digits.',
    answers_alike: 'This answer is the same as another.',
    answer_is_username: 'The answer cannot be your username.',
    answer_is_email: 'The answer cannot be your e-\u2060mail address.',
    answer_is_password: 'The answer cannot be your password.',
    amount_invalid: 'This is not an amount: write figures.',
    amount_ambiguous: 'This amount can be read in two ways: choose the right one.',
    amount_currency: 'This amount names another currency than {{currency}}.',
    amount_negative: 'The amount cannot be negative.',
    amount_too_large: 'This amount is too high.',
    terms_invalid: 'Enter a whole number of days, from 0 to 720.',
    too_many_decimals: 'This currency has at most {{max}} decimals.',
    no_decimals: 'This currency is written without decimals.',
    terms_too_long: 'This policy covers payment terms of at most {{max}} days.',
    ends_before_starts: 'The end must follow the start, or be the same day.',
    ends_in_past: 'This date has passed: enter today or a later day.',
    country_unknown: 'This country is not known: choose it from the list.',
    currency_unknown: 'This currency is not known: choose it from the list.',
    currency_of_policy: 'Turnover is declared in the currency of the policy: {{currency}}.',
    one_buyer: 'Choose a known buyer or describe one, not both.',
    no_limit: 'There is no limit to cancel: enter an amount above zero.',
    period_not_over: 'This period is not over: declare it afterwards.',
    period_reversed: 'This period ends before it begins: choose an end after its beginning.',
    period_in_future: 'This period ends in the future: choose today or an earlier day.',
    period_too_early: 'Figures do not go back before 1900: choose a later beginning.',
  },
}
