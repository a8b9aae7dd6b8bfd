import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Invalid, NotFound } from '../../../platform/errors.ts';
import type { FileLimits } from '../../../platform/files/kinds.ts';
import { receiveFile, recordFile, releaseFiles } from '../../../platform/files/store.ts';
import type { Upload } from '../../../platform/http/uploads.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { keptPoint } from '../points/kept.ts';
import * as rows from './queries.ts';
import { LANGUAGES, type Language, type PieceOf, type RecordingList } from './schema.ts';
import { openSound, placeWords, type Speaking } from './speech.ts';
import { hasVoice, spoken } from './voice.ts';

/** Bytes: a WAV of ten seconds in studio quality. */
export const RECORDING_BYTES = 2 * 1024 * 1024;
/** What every browser plays. */
const SOUNDS: FileLimits = { maxBytes: RECORDING_BYTES, types: new Set(['audio/wav', 'audio/mpeg', 'audio/ogg']), others: 'refuse' };
const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit));

/** What calls of the point are put together of, and which of it is in its own voice. @throws NotFound; Forbidden */
export async function recordingsFor({ db }: Speaking, actor: Actor, pointId: string): Promise<RecordingList> {
  await keptPoint(db, actor, pointId);
  const [recorded, words] = [await rows.recordingsOf(db, pointId), await wordsByPiece(db, pointId)];
  const pieces = LANGUAGES.flatMap((language) =>
    [...words].map(([piece, said]) => {
      const size = recorded.find((one) => one.language === language && one.piece === piece)?.size ?? null;
      return { language, piece, words: said(language), size };
    }),
  );
  return { pieces, machineSpeaks: await hasVoice() };
}

/** @throws NotFound; Forbidden; Invalid `file-missing`; FileTooLarge; FileTypeRefused for what is no WAV, MP3 or Ogg by its bytes */
export async function putRecording({ db, files }: Speaking, by: By, { id, language, piece }: PieceOf, upload: Upload): Promise<void> {
  await requirePiece(db, by.actor, id, piece);
  if (upload.size === 0) throw new Invalid('file-missing', { fields: ['file'] });
  const received = await receiveFile(files, createReadStream(upload.path), { name: '', declaredType: upload.statedType }, SOUNDS);
  await inTransaction(db, async (trx) => {
    const { organisationId } = await requirePiece(trx, by.actor, id, piece);
    await rows.lockVoice(trx, id);
    const file = await recordFile(trx, received, 'claimed');
    const was = await rows.putRecording(trx, id, language, piece, file.id);
    await releaseFiles(trx, was ? [was] : []);
    await recordChange(trx, by, 'recording.changed', id, organisationId);
  });
}

/** The machine's voice says it again. @throws NotFound; Forbidden */
export async function removeRecording({ db }: Speaking, by: By, { id, language, piece }: PieceOf): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { organisationId } = await keptPoint(trx, by.actor, id);
    await rows.lockVoice(trx, id);
    const was = await rows.takeRecording(trx, id, language, piece);
    if (!was) throw new NotFound();
    await releaseFiles(trx, [was]);
    await recordChange(trx, by, 'recording.removed', id, organisationId);
  });
}

/** A piece as displays say it now. @throws NotFound, `no-voice` where the machine has none; Forbidden */
export async function listenTo(
  speaking: Speaking,
  actor: Actor,
  { id, language, piece }: PieceOf,
): Promise<{ type: string; body: Readable }> {
  const said = await requirePiece(speaking.db, actor, id, piece);
  const own = (await rows.recordingsOf(speaking.db, id)).find((one) => one.language === language && one.piece === piece);
  const sum = own?.sha256 ?? (await spoken(speaking.voice, language, said.words(language)));
  if (!sum) throw new NotFound('no-voice');
  return openSound(speaking, id, sum);
}

async function requirePiece(db: Trx | Speaking['db'], actor: Actor, pointId: string, piece: string) {
  const point = await keptPoint(db, actor, pointId);
  const words = (await wordsByPiece(db, pointId)).get(piece);
  if (!words) throw new NotFound();
  return { ...point, words };
}

async function wordsByPiece(db: Trx | Speaking['db'], pointId: string): Promise<Map<string, (language: Language) => string>> {
  const [letters, counters] = [await rows.lettersAt(db, pointId), await rows.countersAt(db, pointId)];
  return new Map<string, (language: Language) => string>([
    ...counters.map(
      ({ id, name, direction }) =>
        [`counter-${id}`, (language: Language) => placeWords(language, name, { direction, words: null })] as const,
    ),
    ...letters.map((letter) => [`letter-${letter}`, () => letter] as const),
    ...DIGITS.map((digit) => [`digit-${digit}`, () => digit] as const),
  ]);
}
