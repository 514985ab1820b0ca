/** The command line itself is wrong: exit 2, and the message is all there is to say. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Ends the run with a message that says what is wrong and how to mend it. */
export const misused = (message: string): never => {
  throw new UsageError(message);
};
