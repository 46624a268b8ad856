/** A refusal whose message is for whoever typed the command: printed as it is, without a stack. */
export class CommandError extends Error {}
