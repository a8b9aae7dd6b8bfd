import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';

export const Language = z.enum(['fi', 'sv', 'en']);
export const LANGUAGES = Language.options;
/** What a spoken call is put together of: its letter, its figures one by one, and the words of the counter. */
export const Piece = z.string().regex(/^(letter-[A-Z]|digit-\d|counter-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/);

export const PieceOf = z.object({ id, language: Language, piece: Piece });

export const RecordingList = z
  .object({
    /** The pieces that calls of this point are made of. `size` in bytes; null: said by the machine's voice. */
    pieces: z.array(z.object({ language: Language, piece: Piece, words: z.string(), size: z.int().nullable() })),
    /** False: espeak-ng is not on the server, and displays sound the tones and what is recorded. */
    machineSpeaks: z.boolean(),
  })
  .meta({ id: 'CallRecordingList' });

export type Language = z.infer<typeof Language>;
export type PieceOf = z.infer<typeof PieceOf>;
export type RecordingList = z.infer<typeof RecordingList>;
