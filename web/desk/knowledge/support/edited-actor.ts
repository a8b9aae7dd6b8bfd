import type { ActorChange, SupportActor } from '../../../shared/api/support.ts';

export const wordFields = ['name', 'helpsWith', 'where', 'how', 'price', 'accessibility'] as const;
const needed = ['name', 'helpsWith', 'where', 'how'] as const;
const noText = { name: '', helpsWith: '', where: '', how: '', price: '', accessibility: '' };
export const noPlain = { helpsWith: '', how: '' };
const noHours = { weekly: [], exceptions: [], holidaysClosed: true };

export type ActorWords = SupportActor['texts'];

/** An actor as its panel's fields hold it. */
export function editedActor(actor: SupportActor | null) {
  const { zone: _zone, ...hours } = actor?.opening ?? { zone: '', ...noHours };
  return {
    kind: actor?.kind ?? ('association' as const),
    texts: actor?.texts ?? { fi: noText, sv: noText, en: noText, plain: null },
    supportKinds: actor?.supportKinds ?? [],
    answersTo: actor?.answersTo ?? [],
    ways: actor?.ways ?? (['at-place'] as SupportActor['ways']),
    languages: actor?.languages ?? ['fi'],
    isFree: actor?.isFree ?? true,
    phone: actor?.phone ?? '',
    email: actor?.email ?? '',
    website: actor?.website ?? '',
    brochure: actor?.brochure ?? '',
    hours,
  };
}

type Edited = ReturnType<typeof editedActor>;

export function isWhole({ texts, ways }: Edited): boolean {
  const said = (['fi', 'sv', 'en'] as const).every((language) => needed.every((field) => texts[language][field].trim() !== ''));
  const plain = [texts.plain?.helpsWith, texts.plain?.how].map((text) => text?.trim() ?? '');
  return said && ways.length > 0 && (plain.every(Boolean) || !plain.some(Boolean));
}

/** Without any hours it is by agreement. */
export function inputOf({ hours, texts, ...rest }: Edited): Omit<ActorChange, 'version'> & Required<Pick<ActorChange, 'kind' | 'texts'>> {
  const hasHours = hours.weekly.length > 0 || hours.exceptions.length > 0;
  const plain = texts.plain?.helpsWith.trim() ? texts.plain : null;
  return { ...rest, texts: { ...texts, plain }, opening: hasHours ? { ...hours, zone: 'Europe/Helsinki' } : null };
}
