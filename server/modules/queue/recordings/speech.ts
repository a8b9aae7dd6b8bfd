import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { NotFound } from '../../../platform/errors.ts';
import type { FileDriver } from '../../../platform/files/driver.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import type { Names } from '../../directory/types.ts';
import type { Floor } from '../types.ts';
import { numberPieces } from './numbers.ts';
import { recordingOfSum, recordingsOf, type SpokenCounter, type Way } from './queries.ts';
import type { Language } from './schema.ts';
import { soundFile, spoken, type Voice } from './voice.ts';

export type Speaking = Pick<Floor, 'db'> & { files: FileDriver; voice: Voice };

/**
 * The sounds of a call one after another, by the sums that name them. Each half is of one voice: the number in the point's own when all
 * its signs are recorded, the counter in the point's own when that is; else the machine says it.
 */
export async function soundsOfCall(
  speaking: Speaking,
  language: Language,
  pointId: string,
  code: string,
  counter: SpokenCounter,
  way: Way,
): Promise<string[]> {
  const recorded = await recordingsOf(speaking.db, pointId);
  const own = (piece: string) => recorded.find((one) => one.language === language && one.piece === piece)?.sha256;
  const signs = piecesOf(code).map(own);
  const say = (words: string) => spoken(speaking.voice, language, words);
  const number = signs.every((sum) => sum !== undefined) ? signs : await Promise.all(numberWords(language, code).map(say));
  const place = own(`counter-${counter.id}`) ?? (await say(placeWords(language, counter.name, way)));
  return [...number, place].filter((sum) => sum !== undefined);
}

/** A sound for a device of this point, or for those who keep it. @throws NotFound */
export async function openSound({ db, files, voice }: Speaking, pointId: string, sum: string): Promise<{ type: string; body: Readable }> {
  const recording = await recordingOfSum(db, pointId, sum);
  if (recording) return { type: recording.type, body: await files.open(recording.storedAs) };
  const file = soundFile(voice, sum);
  if (!(await stat(file).catch(() => undefined))) throw new NotFound('no-voice');
  return { type: 'audio/wav', body: createReadStream(file) };
}

/** The letter, and the figures one by one; leading zeros are not said. */
export function piecesOf(code: string): string[] {
  return [`letter-${code[0]}`, ...[...String(Number(code.slice(1)))].map((digit) => `digit-${digit}`)];
}

/** "Numero A," "sata," "kaksitoista.": the machine's half of a call, in pieces that calls share, so that they can be made beforehand. */
export function numberWords(language: Language, code: string): string[] {
  return [letterWords(language, code[0] as string), ...numberPieces(language, Number(code.slice(1)))];
}

/** "Numero A,": the comma also keeps English from saying the letter as an article. */
export const letterWords = (language: Language, letter: string): string => translator(language, 'number')('spokenLetter', { letter });

/** "Tiski 3, vasemmalle.", "Tiski 3, vasemmalle, 2. ovi." */
export function placeWords(language: Language, name: Names, { direction, words }: Way): string {
  const t = translator(language, 'number');
  const place = [nameIn(name, language), direction && t(`directions.${direction}`), words && nameIn(words, language)];
  return `${place.filter(Boolean).join(', ')}.`;
}
