/** Why Polku cannot start and what to do about it: for the person at the terminal, without secrets or personal data. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
