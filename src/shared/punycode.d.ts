declare module 'punycode.js' {
  const punycode: {
    /** A domain with its labels in their own script. @throws RangeError for what is no Punycode */
    readonly toUnicode: (domain: string) => string
  }
  // oxlint-disable-next-line import/no-default-export -- it is what the library exports
  export default punycode
}
