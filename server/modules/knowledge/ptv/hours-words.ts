import type { LocalText } from '../services/types.ts';

/** What hours say that no timetable can: kept as words beside it. */
type Language = 'fi' | 'sv' | 'en';

const DAYS: Record<Language, readonly string[]> = {
  fi: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
  sv: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

export const BY_APPOINTMENT: LocalText = { fi: 'Vain ajanvarauksella.', sv: 'Endast med tidsbokning.', en: 'By appointment only.' };

const WEEKS: Record<'OddWeeks' | 'EvenWeeks', Record<Language, string>> = {
  OddWeeks: { fi: 'Parittomilla viikoilla', sv: 'Udda veckor', en: 'Odd weeks' },
  EvenWeeks: { fi: 'Parillisilla viikoilla', sv: 'Jämna veckor', en: 'Even weeks' },
};

/** "la, su: Ympärivuorokautinen päivystys." A text that stands where a time should, with its days unless it is of the whole week. */
export function textOfDays(text: string, days: readonly number[], language: Language, wholeWeek: boolean): string {
  return wholeWeek ? text : `${days.map((day) => DAYS[language][day - 1]).join(', ')}: ${text}`;
}

/** "Parittomilla viikoilla ma 9.00–12.00." */
export function everyOtherWeek(repetition: 'OddWeeks' | 'EvenWeeks', weekday: number, opens: string, closes: string): LocalText {
  const of = (language: Language, mark: string) =>
    `${WEEKS[repetition][language]} ${DAYS[language][weekday - 1]} ${clock(opens, mark)}–${clock(closes, mark)}.`;
  return { fi: of('fi', '.'), sv: of('sv', '.'), en: of('en', ':') };
}

/** All notes as one text by language, each said once. */
export function joinedNotes(notes: readonly LocalText[]): LocalText {
  const entries = (['fi', 'sv', 'en'] as const).flatMap((language) => {
    const said = [...new Set(notes.flatMap((note) => note[language] ?? []))];
    return said.length > 0 ? [[language, said.join(' ')] as const] : [];
  });
  return Object.fromEntries(entries);
}

const clock = (time: string, mark: string) => time.replace(/^0/, '').replace(':', mark);
