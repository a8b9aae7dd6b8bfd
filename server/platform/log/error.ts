/** Errors of the language itself name program text, not data; every other message may quote a person's (a key's value, an address). */
const messageIsSafe = new Set(['TypeError', 'ReferenceError']);

const MAX_FRAMES = 12;
const MAX_CAUSES = 3;

export type DescribedError = {
  name: string;
  code?: string;
  constraint?: string;
  table?: string;
  message?: string;
  stack?: string[];
  cause?: DescribedError;
};

/** What the log may keep of an error: its kind and place in the program, not its words. */
export function describeError(error: unknown, causes = MAX_CAUSES): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const described: DescribedError = { name: error.name };
  for (const field of ['code', 'constraint', 'table'] as const) {
    const value = (error as unknown as Record<string, unknown>)[field];
    if (typeof value === 'string' && /^[\w.-]{1,80}$/.test(value)) described[field] = value;
  }
  if (messageIsSafe.has(error.name)) described.message = error.message.slice(0, 300);
  described.stack = frames(error);
  if (error.cause !== undefined && causes > 0) described.cause = describeError(error.cause, causes - 1);
  return described;
}

/** The stack begins with the message, which may have lines of its own: only lines of the shape of a frame are kept. */
function frames(error: Error): string[] {
  const lines = (error.stack ?? '').replace(error.message, '').split('\n');
  return lines
    .filter((line) => /^\s+at .*(:\d+:\d+\)?|\(?<anonymous>\)?|native)$/.test(line))
    .map((line) => line.trim())
    .slice(0, MAX_FRAMES);
}
