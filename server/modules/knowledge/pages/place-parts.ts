import { type Html, html } from '../../../platform/http/html.ts';
import { icon, todayAt, weekOf } from '../../site/service.ts';
import { told } from '../services/languages.ts';
import type { Address, ChannelView, Told } from '../services/types.ts';
import { languageOf, type Reader } from './reader.ts';

type Opened = Pick<ChannelView, 'opening' | 'openingNotes'>;

/** Open now or when next, in a word and a shape; what hours say in words beside it. */
export function openingState({ view, wanted }: Reader, { opening, openingNotes }: Opened): Html {
  const today = opening && hasHours(opening) && todayAt(opening, view);
  const note = told(openingNotes, wanted);
  return html`${today && html`<p class="state ${today.state === 'open' ? 'good' : 'quiet'}">${icon('clock')} ${today.words}</p>`}${
    note && html`<p class="quiet small"${languageOf(note)}>${note.text}</p>`
  }`;
}

/** The usual week in one line, which also holds on paper. */
export function usualWeek({ view }: Reader, { opening }: Opened): Html | false {
  const week = opening ? weekOf(opening, view) : '';
  return week !== '' && html`<p class="quiet small">${week}</p>`;
}

export const hasHours = (opening: NonNullable<ChannelView['opening']>): boolean =>
  opening.weekly.length > 0 || opening.exceptions.length > 0;

/** "Torikuja 4, 99990 Mallila", in one language throughout. */
export function addressLine({ wanted }: Pick<Reader, 'wanted'>, address: Address | null): Told | null {
  if (!address) return null;
  const [street, city] = [told(address.street, wanted), told(address.city, wanted)];
  const said = street ?? city;
  if (!said) return null;
  const text = [[street?.text, address.number].filter(Boolean).join(' '), [address.postalCode, city?.text].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return { ...said, text };
}

/** The national journey planner with this place as the destination; from where, the traveller says there. */
export function journeyAddress(name: string, { latitude, longitude }: { latitude: number; longitude: number }, language: string): string {
  const destination = encodeURIComponent(`${name.replaceAll('::', ' ')}::${latitude},${longitude}`);
  return `https://opas.matka.fi/reitti/-/${destination}?locale=${language}`;
}
