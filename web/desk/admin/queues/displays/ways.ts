import type { DeviceSettings } from '../../../../shared/api/queues.ts';

export type Ways = NonNullable<DeviceSettings['ways']>;

/** Words are kept in every language, or not at all. */
export const waysToSend = (ways: Ways): Ways =>
  ways.map((way) => ({ ...way, words: way.words && Object.values(way.words).every((words) => words.trim() !== '') ? way.words : null }));

export const missingInWays = (ways: Ways): string[] =>
  ways.flatMap(({ counterId, words }) => {
    const said = Object.entries(words ?? {}).filter(([, text]) => text.trim() !== '');
    return said.length > 0 && said.length < 3
      ? Object.entries(words ?? {}).flatMap(([locale, text]) => (text.trim() === '' ? [`ways.${counterId}.${locale}`] : []))
      : [];
  });
