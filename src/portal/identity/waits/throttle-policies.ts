/**
 * How long who waits after how many failures. Whose failures count together, and so who can make
 * whom wait, is in `docs/decisions/0012-who-waits-for-whom.md`.
 */
import type { ThrottlePolicy } from '../../platform/throttle/throttle.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Five wrong passwords, then 5, 10, 20 … seconds, at most 15 minutes. */
const password = {
  free: 5,
  firstDelay: 5 * second,
  longestDelay: 15 * minute,
  forgetAfter: day,
} as const satisfies ThrottlePolicy

/** An office shares an address. */
const office = { ...password, free: 50, forgetAfter: hour } as const satisfies ThrottlePolicy

const work = { ...password, free: 20, forgetAfter: hour } as const satisfies ThrottlePolicy
/** More than one session, at its fastest, comes to in any time. */
const workCeiling = { ...work, free: 100, forgetOneEvery: 3 * minute } as const

/** Those of sessions count by session; each has a ceiling for all sessions of an account. */
export const throttlePolicies = {
  /** Wrong passwords of one device, or from one network, at one account. */
  account: password,
  /** First tries at an account from addresses that it does not know, of one IPv4 /24 or IPv6 /48. */
  accountPrefix: {
    ...password,
    free: 25,
    firstDelay: minute,
    forgetOneEvery: hour,
  },
  /** The same from everywhere: twenty addresses' worth. */
  accountNewcomers: {
    ...password,
    free: 100,
    firstDelay: minute,
    forgetOneEvery: 15 * minute,
  },
  /** Further tries from addresses that an account does not know, all together. */
  accountStrangers: { ...password, free: 50 },
  /** Wrong passwords from one address, whatever the account. */
  address: office,
  refresh: office,
  passwordCheck: { free: 300, firstDelay: 2 * second, longestDelay: minute, forgetAfter: minute },

  enrolment: work,
  enrolmentCeiling: workCeiling,
  currentPassword: password,
  currentPasswordCeiling: { ...password, free: 60, forgetOneEvery: 12 * minute },
  // Five rehearsals with a wrong answer among them; it must not serve to guess the right ones.
  rehearsal: { free: 5, firstDelay: 30 * second, longestDelay: hour, forgetAfter: day },
  rehearsalCeiling: {
    free: 20,
    firstDelay: 30 * second,
    longestDelay: hour,
    forgetAfter: day,
    forgetOneEvery: 45 * minute,
  },
  questions: work,
  questionsCeiling: workCeiling,
  // Each sends a message to an address of the caller's choice, and tells whether it is taken.
  emailChange: { free: 10, firstDelay: minute, longestDelay: hour, forgetAfter: day },
  emailChangeCeiling: {
    free: 30,
    firstDelay: minute,
    longestDelay: hour,
    forgetAfter: day,
    forgetOneEvery: 45 * minute,
  },
  // Of a million; an address that is not one's own must not be had by trying.
  emailCode: { free: 20, firstDelay: hour, longestDelay: day, forgetAfter: day },
  emailCodeCeiling: {
    free: 60,
    firstDelay: hour,
    longestDelay: day,
    forgetAfter: day,
    forgetOneEvery: 2 * hour,
  },

  /** Codes that one device, or one network, asked for on one account: three, then one after 1, 2, 4 … minutes. */
  recoveryBegin: { free: 3, firstDelay: minute, longestDelay: hour, forgetAfter: day },
  // Nobody is flooded with mail: the first codes of addresses that an account does not know, those
  // of one /24 or /48 among them, and all their further codes, each have a ceiling.
  recoveryPrefix: {
    free: 16,
    firstDelay: 2 * hour,
    longestDelay: 2 * hour,
    forgetAfter: day,
    forgetOneEvery: 2 * hour,
  },
  recoveryNewcomers: {
    free: 36,
    firstDelay: 2 * hour,
    longestDelay: 2 * hour,
    forgetAfter: day,
    forgetOneEvery: 2 * hour,
  },
  recoveryCodes: {
    free: 10,
    firstDelay: 2 * hour,
    longestDelay: 2 * hour,
    forgetAfter: day,
    forgetOneEvery: 2 * hour,
  },
  /**
   * Wrong answers that came with the right code, or where none is asked for: as many as a flow has
   * tries, then one after 1, 2, 4 … minutes.
   */
  recoveryAnswers: { free: 5, firstDelay: minute, longestDelay: hour, forgetAfter: day },
  /** The same in all: fifteen, then a day off. */
  recoveryDay: { free: 15, firstDelay: day, longestDelay: day, forgetAfter: day },
  /** New passwords sent at the end of one flow. */
  recoveryPassword: work,
  /** Codes asked for, and wrong answers, from one address, whatever the account. */
  recoveryAddress: office,
} as const satisfies Record<string, ThrottlePolicy>

export type ThrottlePolicies = Readonly<Record<keyof typeof throttlePolicies, ThrottlePolicy>>
