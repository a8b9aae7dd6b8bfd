import { z } from 'zod';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import type { FileDriver } from '../../../platform/files/driver.ts';
import type { ReceivedFile } from '../../../platform/files/store.ts';
import { receiveUploads } from '../../../platform/files/uploads.ts';
import { once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { formText } from '../../../platform/http/shapes.ts';
import type { Upload } from '../../../platform/http/uploads.ts';
import type { FieldFault } from '../../site/service.ts';
import type { Desk } from '../types.ts';
import { FILES, LONGEST_MESSAGE } from './schema.ts';

/** The form of a page where a customer writes: behind a link, or signed in. */
export const Written = z.strictObject({ message: formText(LONGEST_MESSAGE * 3) });

export type TakenWords = { body: string; received: ReceivedFile[] };
type Sent = { body: { message: string }; uploads: Upload[]; idempotency: IdempotencyKey | undefined };

/** @returns what was wrong; nothing when the message is in the matter, now or since an earlier try */
export async function takeWritten(
  { desk, files }: { desk: Desk; files: FileDriver },
  { body, uploads, idempotency }: Sent,
  write: (trx: Trx, written: TakenWords) => Promise<string>,
): Promise<FieldFault[]> {
  const message = body.message.trim();
  if (message === '' && uploads.length === 0) return [{ field: 'message', code: 'message-empty' }];
  if (message.length > LONGEST_MESSAGE) return [{ field: 'message', code: 'message-long' }];
  const { received, refused } = await receiveUploads(files, uploads, FILES);
  if (refused.length > 0) return refused.map(({ name, why }) => ({ field: 'files', code: `file-${why}`, about: name }));
  const written = { body: message, received };
  try {
    await once(
      desk.db,
      idempotency,
      async (trx) => ({ resourceId: await write(trx, written), status: 303, value: true }),
      async () => true,
    );
    return [];
  } catch (error) {
    if (error instanceof Conflict && error.code === 'matter-closed') return [{ field: 'message', code: 'matter-closed' }];
    if (error instanceof Invalid && error.code === 'idempotency-key-reused') return [{ field: 'message', code: 'sent-before' }];
    throw error;
  }
}
