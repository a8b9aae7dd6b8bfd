import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from '../../../platform/log/log.ts';
import type { Language } from './schema.ts';

/** `folder`: where the sound files lie, named by what they say. */
export type Voice = { folder: string; log: Log };

const run = promisify(execFile);
/** A sentence takes a twentieth of a second; a voice that hangs must not hold the display (milliseconds). */
const LONGEST_MS = 5_000;
const VOICES: Record<Language, string> = { fi: 'fi', sv: 'sv', en: 'en-gb' };
/** Words a minute: slower than talk, for a hall. */
const SPEED = '135';

/**
 * The sum that names the sound of these words, made by espeak-ng (Debian) the first time they are asked for and kept. Other words have
 * another sum, so a display may keep a sound for good.
 * @returns undefined where the machine has no voice: displays then sound their tones alone
 */
export async function spoken(voice: Voice, language: Language, words: string): Promise<string | undefined> {
  const sum = sumOf(language, words);
  const file = soundFile(voice, sum);
  if (await stat(file).catch(() => undefined)) return sum;
  return (await make(voice, language, words, file)) ? sum : undefined;
}

export const sumOf = (language: Language, words: string): string =>
  createHash('sha256').update(`${VOICES[language]}\0${SPEED}\0${words}`).digest('hex');

/** Whether the machine has a voice at all. */
export const hasVoice = (): Promise<boolean> =>
  run('espeak-ng', ['--version'], { timeout: LONGEST_MS }).then(
    () => true,
    () => false,
  );

/** @param sum 64 hexadecimal digits: nothing else of a name reaches the file system */
export const soundFile = ({ folder }: Voice, sum: string): string => join(folder, `${sum}.wav`);

async function make({ folder, log }: Voice, language: Language, words: string, file: string): Promise<boolean> {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    // What goes on is not followed by the silence of a sentence's end.
    const pause = words.endsWith(',') ? ['-z'] : [];
    await run('espeak-ng', ['-v', VOICES[language], '-s', SPEED, ...pause, '-w', unfinished, '--', words], { timeout: LONGEST_MS });
    await rename(unfinished, file);
    return true;
  } catch (error) {
    await rm(unfinished, { force: true });
    log.warn('a call could not be spoken', { error });
    return false;
  }
}
