import type { ComputerAnswers, HelpCalls } from '../../../server/modules/queue/computers/schema.ts';
import type { AlarmList } from '../../../server/modules/queue/disturbances/alarms/schema.ts';
import type {
  Disturbance,
  DisturbanceChange,
  DisturbanceInput,
  DisturbanceLog,
  FeedbackList,
  Imported,
} from '../../../server/modules/queue/disturbances/schema.ts';
import { newKey, request } from './request.ts';

export type { AlarmList, ComputerAnswers, Disturbance, DisturbanceInput, DisturbanceLog, HelpCalls, Imported };

const at = (pointId: string, rest: string) => `/api/queue/points/${pointId}/${rest}`;
export const readDisturbances = (pointId: string, after: string | null) =>
  request<DisturbanceLog>('GET', at(pointId, after ? `disturbances?after=${encodeURIComponent(after)}` : 'disturbances'));
export const writeDisturbance = (pointId: string, input: DisturbanceInput, key: string) =>
  request<{ id: string }>('POST', at(pointId, 'disturbances'), input, { idempotencyKey: key });
export const changeDisturbance = (id: string, change: DisturbanceChange) => request<void>('PUT', `/api/queue/disturbances/${id}`, change);
export const readFeedback = (pointId: string) => request<FeedbackList>('GET', at(pointId, 'spoken-feedback'));
export const noteFeedback = (pointId: string, words: string, key: string) =>
  request<{ id: string }>('POST', at(pointId, 'spoken-feedback'), { words }, { idempotencyKey: key });
export const keepDisturbances = (pointId: string, months: number) => request<void>('PUT', at(pointId, 'disturbance-keeping'), { months });

export function importReports(pointId: string, file: File): Promise<Imported> {
  const form = new FormData();
  form.append('file', file);
  return request<Imported>('POST', at(pointId, 'disturbance-imports'), undefined, { form });
}

export const readAlarms = (pointId: string) => request<AlarmList>('GET', at(pointId, 'alarms'));
export const raiseAlarm = (pointId: string) =>
  request<{ id: string }>('POST', at(pointId, 'alarms'), undefined, { idempotencyKey: newKey() });
export const comeToAlarm = (id: string) => request<void>('PUT', `/api/queue/alarms/${id}/coming`);
/** `mistaken`: one's own, and nobody needs to come. */
export const endAlarm = (id: string, mistaken = false) =>
  request<{ disturbanceId: string | null }>('PUT', `/api/queue/alarms/${id}/end`, { mistaken });
export const readHelpCalls = (pointId: string) => request<HelpCalls>('GET', at(pointId, 'help-calls'));
export const finishHelpCall = (id: string) => request<void>('PUT', `/api/queue/help-calls/${id}/end`);
export const readComputerAnswers = (pointId: string, { from, until }: { from: string; until: string }) =>
  request<ComputerAnswers>('GET', at(pointId, `computer-answers?from=${from}&until=${until}`));
export const takeHelpCall = (id: string) => request<void>('PUT', `/api/queue/help-calls/${id}/taker`);
