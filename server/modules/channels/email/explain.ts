import { readFile } from 'node:fs/promises';
import { argv, exit, stderr, stdout } from 'node:process';
import { readMail } from './parse/read.ts';

exit(await explainFiles(argv.slice(2)));

/** Prints one JSON line a file with what the product makes of a raw mail. 0 when all could be read, else 1. */
async function explainFiles(files: string[]): Promise<number> {
  if (files.length === 0) {
    stderr.write('mail:explain FILE.eml ...\n');
    return 1;
  }
  let unread = 0;
  for (const file of files) {
    const line = await explain(file);
    if ('error' in line) unread++;
    await print(line);
  }
  return unread === 0 ? 0 : 1;
}

async function explain(file: string): Promise<Record<string, unknown>> {
  try {
    const mail = await readMail(await readFile(file));
    return {
      file,
      from: mail.from.address,
      to: mail.to.map(({ address }) => address),
      subject: mail.subject,
      text: mail.text,
      newText: mail.newText,
      attachments: mail.attachments.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 })),
      kind: mail.kind,
      ...(mail.bounce ? { failedAddress: mail.bounce.failedAddress } : {}),
    };
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
}

// Waits until the line is out: a pipe keeps only what was written before the process ends.
function print(line: Record<string, unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write(`${JSON.stringify(line)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
