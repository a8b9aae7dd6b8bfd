import type { Translate } from '../../../platform/i18n/translator.ts';
import type { LetterKind } from './queries.ts';

/** How one comes to another time: chosen by oneself where anybody may book the service; else with us, since no page offers it. */
export function againWords(b: Translate, kind: LetterKind, isOpen: boolean, book: string): string {
  if (kind !== 'cancelled' && kind !== 'called-off') return '';
  return b(`mail.${kind}.${isOpen ? 'choose' : 'contact'}`, { book });
}

export const bookAddress = (publicUrl: string, isMeeting: boolean): string => `${publicUrl}/book${isMeeting ? '/courses' : ''}`;
