/** Logs are JSON lines. Bodies are never logged; should a secret get in, it is cut out. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'newPassword',
  'currentPassword',
  'answer',
  'answers',
  'accessToken',
  'refreshToken',
  'token',
]

/** Pino's options for a log of `level`. */
export function loggerOptions(level: 'debug' | 'info' | 'silent') {
  return {
    level,
    redact: {
      paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.headers["${name}"]`]),
      censor: '[redacted]',
    },
    serializers: {
      // Name, message and place of a fault; never the values it may carry along.
      err: (error: Error) => ({
        type: error.name,
        message: error.message,
        stack: error.stack ?? '',
      }),
    },
  }
}
