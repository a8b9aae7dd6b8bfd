import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import type { JobHandler } from '../../../platform/jobs/jobs.ts';
import { piecesOfAllNumbers } from './numbers.ts';
import * as rows from './queries.ts';
import { LANGUAGES, type Language } from './schema.ts';
import { letterWords, placeWords } from './speech.ts';
import { hasVoice, spoken, sumOf, type Voice } from './voice.ts';

const JOB = 'speak-calls';
const Payload = z.object({ pointId: z.string() });
/** Behind everything else: some hundreds of short sounds the first time, a hundredth of a second each. */
const LAST_OF_ALL = 10;

/** The machine says beforehand all that calls of the point are put together of: the first one is heard as soon as any other. */
export const speakCalls = (trx: Trx, pointId: string): Promise<void> =>
  addJob(trx, JOB, { pointId }, { key: `${JOB}:${pointId}`, priority: LAST_OF_ALL });

export const speechJobs = (db: Db, voice: Voice): Record<string, JobHandler> => ({
  [JOB]: async (payload, { signal }) => {
    const { pointId } = Payload.parse(payload);
    if ((await rows.speakingPoints(db)).includes(pointId)) await make(voice, await sayingsAt(db, pointId), signal);
  },
});

/**
 * The job of each night: what a point's calls need and is not there is made (the machine may have got its voice since), and what no call
 * is put together of any more is removed. Recordings somebody made lie among the files of the service, not here.
 */
export async function tendSpeech({ db, clock }: { db: Db; clock: Clock }, voice: Voice): Promise<void> {
  const points = await rows.speakingPoints(db);
  const needed: Saying[] = [];
  for (const pointId of points) needed.push(...(await sayingsAt(db, pointId)));
  await make(voice, needed);
  const files = new Set(needed.map(({ language, words }) => `${sumOf(language, words)}.wav`));
  await sweep(voice, files, clock.now().subtract({ hours: KEPT_HOURS }));
}

type Saying = { language: Language; words: string };

async function sayingsAt(db: Db, pointId: string): Promise<Saying[]> {
  const [letters, counters, ways] = [await rows.lettersAt(db, pointId), await rows.countersAt(db, pointId), await rows.waysAt(db, pointId)];
  return LANGUAGES.flatMap((language) => [
    ...letters.map((letter) => ({ language, words: letterWords(language, letter) })),
    ...counters.flatMap(({ id, name, direction }) =>
      [{ direction, words: null }, ...ways.filter(({ counterId }) => counterId === id)].map((way) => ({
        language,
        words: placeWords(language, name, way),
      })),
    ),
    ...piecesOfAllNumbers(language).map((words) => ({ language, words })),
  ]);
}

/** Some hundreds of sounds take seconds: a service that stops does not wait for the rest, which the job goes on with later. */
async function make(voice: Voice, sayings: readonly Saying[], stopping?: AbortSignal): Promise<void> {
  if (sayings.length === 0) return;
  if (!(await hasVoice())) return voice.log.warn('calls cannot be spoken: espeak-ng is not installed');
  for (const { language, words } of sayings) {
    stopping?.throwIfAborted();
    await spoken(voice, language, words);
  }
}

/** A display may just be fetching what was said a moment ago. */
const KEPT_HOURS = 24;

async function sweep({ folder }: Voice, needed: ReadonlySet<string>, before: Temporal.Instant): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (needed.has(name)) continue;
    const file = join(folder, name);
    const made = await stat(file).catch(() => undefined);
    if (made && made.mtimeMs < before.epochMilliseconds) await rm(file, { force: true });
  }
}
