/** The words of the sign-in window. */
export const signInWords = {
  title: 'Signing in at Microsoft…',
  why: 'This window closes by itself. If it does not, close it and try again in the panel.',
  notSet: 'Your company has not set its app registration.',
} as const;
