import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { argv, cwd, env, exit, stderr, stdout } from 'node:process';
import { readMail } from './parse/read.ts';

// Whoever reads our lines may stop early, as head does.
stdout.on('error', () => exit(1));
exit(await explainFiles(argv.slice(2)));

/** Prints one JSON line a file with what the product makes of a raw mail. 0 when all could be read, else 1. */
async function explainFiles(files: string[]): Promise<number> {
  if (files.length === 0) {
    stderr.write('mail:explain -- FILE.eml ...\n');
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
    const mail = await readMail(await readFile(resolve(startFolder(), file)));
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

// npm runs scripts in the project's folder; names of files are meant from where the person stands.
function startFolder(): string {
  return env.npm_lifecycle_event === 'mail:explain' ? (env.INIT_CWD ?? cwd()) : cwd();
}

// Waits until the line is out: a pipe keeps only what was written before the process ends.
function print(line: Record<string, unknown>): Promise<void> {
  return new Promise((done) => {
    stdout.write(`${JSON.stringify(line)}\n`, () => done());
  });
}
