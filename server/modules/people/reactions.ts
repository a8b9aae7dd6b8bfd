import { PERSON_DISABLED } from './events.ts';

/**
 * Runs on every node for every event: closes the open live streams of a person who has been disabled. The session itself has
 * ended in the same transaction; the feed brings the event within a second.
 */
export function closingStreams(closeFor: (personId: string) => void): (event: { type: string; subject: string | null }) => void {
  return ({ type, subject }) => {
    if (type === PERSON_DISABLED && subject) closeFor(subject);
  };
}
