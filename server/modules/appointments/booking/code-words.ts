/** A booking code in two halves, on paper as on pages and read aloud; typed with or without the space it is the same code. */
export const codeWords = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
