/** What a page of the app may do, told to the browser with every answer. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // The renderer has no network: everything goes through main.
  "connect-src 'none'",
  // Forms are handled by scripts; one that is submitted before its script runs goes nowhere.
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  // No text becomes a script, and no policy is made that would let one.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

export const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  // Names are not looked up ahead either: what a page puts into one would be sent with the question.
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
} as const
