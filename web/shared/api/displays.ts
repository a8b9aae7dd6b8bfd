import type { z } from 'zod';
import type * as presence from '../../../server/modules/queue/presence/schema.ts';
import type * as recording from '../../../server/modules/queue/recordings/schema.ts';
import type * as slide from '../../../server/modules/queue/slides/schema.ts';
import { newKey, request } from './request.ts';

/** As they go over the wire. */
export type Slide = z.input<typeof slide.Slide>;
export type SlideInput = Required<z.input<typeof slide.SlideInput>>;
export type Presence = z.input<typeof presence.Presence>;
export type PresenceInput = Required<z.input<typeof presence.PresenceInput>>;
export type CallPieces = z.input<typeof recording.RecordingList>;
export type CallPiece = CallPieces['pieces'][number];
type Said = { fi: string; sv: string; en: string };

const at = (pointId: string) => `/api/queue/points/${pointId}`;
const add = <Input>(path: string, input: Input) => request<{ id: string }>('POST', path, input, { idempotencyKey: newKey() });

export const listSlides = async (pointId: string) => (await request<{ slides: Slide[] }>('GET', `${at(pointId)}/slides`)).slides;
export const addSlide = (pointId: string, input: SlideInput) => add(`${at(pointId)}/slides`, input);
export const changeSlide = (id: string, change: z.input<typeof slide.SlideChange>) =>
  request<void>('PATCH', `/api/queue/slides/${id}`, change);
export const removeSlide = (id: string) => request<void>('DELETE', `/api/queue/slides/${id}`);
export const removePicture = (id: string) => request<void>('DELETE', `/api/queue/slides/${id}/picture`);
/** `version` makes the address new when the picture is. */
export const pictureAddress = ({ id, version }: Pick<Slide, 'id' | 'version'>) => `/api/queue/slides/${id}/picture?v=${version}`;
export function putPicture(id: string, file: File, alt: Said): Promise<void> {
  const form = fileForm(file);
  for (const [language, words] of Object.entries(alt)) form.append(language, words);
  return request('PUT', `/api/queue/slides/${id}/picture`, undefined, { form });
}

export const listPresences = async (pointId: string) =>
  (await request<{ presences: Presence[] }>('GET', `${at(pointId)}/presences`)).presences;
export const addPresence = (pointId: string, input: PresenceInput) => add(`${at(pointId)}/presences`, input);
export const changePresence = (id: string, change: z.input<typeof presence.PresenceChange>) =>
  request<void>('PATCH', `/api/queue/presences/${id}`, change);
export const removePresence = (id: string) => request<void>('DELETE', `/api/queue/presences/${id}`);

export const listPieces = (pointId: string) => request<CallPieces>('GET', `${at(pointId)}/recordings`);
export const pieceAddress = (pointId: string, { language, piece }: CallPiece) => `${at(pointId)}/recordings/${language}/${piece}`;
export const putRecording = (address: string, file: File) => request<void>('PUT', address, undefined, { form: fileForm(file) });
export const removeRecording = (address: string) => request<void>('DELETE', address);

function fileForm(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}
