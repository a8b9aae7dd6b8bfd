/** A letter to an address itself: in no matter, and so without a number. */
export type AddressLetter = {
  id: string;
  email: string;
  language: string;
  subject: string;
  text: string;
  /** An entry for the reader's calendar (RFC 5545). */
  calendar?: { method: 'PUBLISH' | 'CANCEL'; content: string };
  picture?: LetterPicture;
};

/** Shown under the text by programmes that show pictures. `words`: what it is, for those who do not see it. */
export type LetterPicture = { name: string; png: Buffer; words: string };

/** Hands it over, outside any transaction; maybe again with the same id. Throws `Undeliverable` when trying again is of no use. */
export type AddressSender = (letter: AddressLetter, signal: AbortSignal) => Promise<void>;
