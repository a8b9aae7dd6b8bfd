/** A booking code in two halves, as it is written to the customer and read aloud. */
export const codeWords = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
