import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { readMail } from '../../server/modules/channels/email/parse/read.ts';
import type { ReadMail } from '../../server/modules/channels/email/parse/types.ts';
import { mailOptions } from '../../server/modules/channels/email/sending/composing.ts';
import type { Deliver } from '../../server/modules/channels/email/types.ts';
import type { FileDriver } from '../../server/platform/files/driver.ts';

export type KeptMail = { name: string; mail: ReadMail };

export type DemoOutbox = {
  deliver: Deliver;
  /** The newest first. */
  newest(count: number): Promise<KeptMail[]>;
  /** Undefined when there is none by that name. */
  find(name: string): Promise<KeptMail | undefined>;
};

const NAME = /^\d{15}-[0-9a-f]{16}$/;

/** Keeps what would leave as raw mails in a folder, exactly as a server would have got them. */
export async function openOutbox(folder: string, files: FileDriver): Promise<DemoOutbox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const find = async (name: string) => {
    if (!NAME.test(name)) return undefined;
    const raw = await readFile(join(folder, `${name}.eml`)).catch(() => undefined);
    return raw && { name, mail: await readMail(raw) };
  };
  return {
    find,
    deliver: async (letter) => {
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
      const { message } = await transport.sendMail(await mailOptions(letter, files));
      const name = await keep(folder, message as Buffer);
      return { response: '250 kept in the demo', externalId: name };
    },
    newest: async (count) => {
      const names = (await readdir(folder))
        .filter((file) => file.endsWith('.eml'))
        .sort()
        .reverse();
      const found = await Promise.all(names.slice(0, count).map((file) => find(file.slice(0, -4))));
      return found.filter((kept) => kept !== undefined);
    },
  };
}

/** Names sort by time. */
async function keep(folder: string, raw: Buffer): Promise<string> {
  const name = `${String(Temporal.Now.instant().epochMilliseconds).padStart(15, '0')}-${randomBytes(8).toString('hex')}`;
  const unfinished = join(folder, name);
  await writeFile(unfinished, raw, { mode: 0o600 });
  await rename(unfinished, `${unfinished}.eml`);
  return name;
}
