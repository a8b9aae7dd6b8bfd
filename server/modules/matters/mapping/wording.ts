import { type Locale, PLAIN_FINNISH } from '../../../platform/i18n/locale.ts';
import { hasText, translator } from '../../../platform/i18n/translator.ts';
import { listsOf, nameIn } from '../../directory/service.ts';
import { variantOf } from '../messages/wording.ts';
import { namesAuthority } from '../naming.ts';
import type { Desk } from '../types.ts';
import type { Decision, PictureVariant, PlannedStep } from './schema.ts';

/** Authorities by id in one language; nobody's name where the customer has not agreed to names. */
export type Names = {
  named: boolean;
  organisation(id: string | null): string | null;
  item(list: string, key: string): string;
  /** Every name an authority goes by, for finding them in words. */
  all: string[];
};

export const localeOf = (variant: PictureVariant): Locale => (variant === PLAIN_FINNISH ? 'fi' : variant);

/** The languages a customer's picture is written in: theirs, and plain Finnish. */
export function variantsFor(language: string): PictureVariant[] {
  return [variantOf(language), PLAIN_FINNISH];
}

/** @param named whether the customer has agreed that what they are given names authorities (M13) */
export async function namesIn(desk: Desk, variant: PictureVariant, named: boolean): Promise<Names> {
  const locale = localeOf(variant);
  const { organisations } = await desk.directory.read();
  const lists = await listsOf(desk.db, { onlyActive: false });
  return {
    named,
    organisation(id) {
      const found = named && organisations.find((one) => one.id === id);
      return found ? nameIn(found.name, locale) : null;
    },
    item: (list, key) => {
      const found = lists[list]?.find((one) => one.key === key);
      return found ? nameIn(found.label, locale) : key;
    },
    all: organisations
      .filter(({ kind }) => kind !== 'municipality')
      .flatMap(({ name, shortName }) => [...Object.values(name), ...Object.values(shortName)]),
  };
}

export type PictureFacts = Omit<Decision, 'channel' | 'chosenBy'> & {
  channel: Decision['channel'] | null;
  situation: string;
  lifeSituations: string[];
  skill: string | null;
  notAlone: string[];
  notAloneWords: string;
};

/** A heading with what stands under it. */
export type Block = { heading: string; lines: string[]; listed: boolean };

/** The situation picture from templates, as text that an advisor may edit: blocks apart by an empty line, the first line the heading. */
export function composePicture(variant: PictureVariant, facts: PictureFacts, names: Names): string {
  const t = translator(variant, 'picture');
  const blocks: Block[] = [
    { heading: t('text.situation'), lines: situationLines(variant, facts, names), listed: false },
    { heading: t('text.needs'), lines: needLines(variant, facts.needs, names), listed: true },
    { heading: t('text.arrangements'), lines: arrangementLines(facts.arrangements, names), listed: true },
    { heading: t('text.support'), lines: supportLines(facts, names), listed: true },
    { heading: t('text.skills'), lines: skillLines(variant, facts.skill), listed: false },
    { heading: t('text.channel'), lines: channelLines(variant, facts.channel, facts.reasons), listed: false },
    { heading: t('text.steps'), lines: stepLines(variant, facts.steps, names), listed: true },
  ];
  return blocks
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines, listed }) => [heading, ...lines.map((line) => (listed ? `- ${line}` : line))].join('\n'))
    .join('\n\n');
}

/** The text again as headings and lists, for the screen and paper. A block of one line is only words. */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) =>
      part
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0)
    .map(([first = '', ...lines]) => {
      if (lines.length === 0) return { heading: '', lines: [first], listed: false };
      const listed = lines.every((line) => line.startsWith('- '));
      return { heading: first, lines: listed ? lines.map((line) => line.slice(2)) : lines, listed };
    });
}

function situationLines(variant: PictureVariant, { situation, lifeSituations }: PictureFacts, names: Names): string[] {
  const t = translator(variant, 'picture');
  const list = lifeSituations.map((key) => lowerFirst(names.item('lifeSituations', key))).join(', ');
  return [...(situation.trim() ? [quoteOf(variant, situation, names)] : []), ...(list ? [t('text.life', { list })] : [])];
}

/** The customer's own words stay theirs, whole: where they name an authority the customer would not have named, none of them are given. */
function quoteOf(variant: PictureVariant, words: string, names: Names): string {
  const t = translator(variant, 'picture');
  const hides = !names.named && namesAuthority(words, names.all);
  return hides ? t('text.quoteLeftOut') : t('text.quote', { words: words.trim().replaceAll(/\s*\n\s*/g, ' ') });
}

export function needLines(variant: PictureVariant, needs: Decision['needs'], names: Names): string[] {
  const t = translator(variant, 'picture');
  return needs.map(({ organisationId, serviceName, ownWords }) => {
    const authority = names.organisation(organisationId);
    const said = firstOf(ownWords);
    if (authority) return t('text.atAuthority', { need: serviceName || said || t('text.unnamedNeed'), authority });
    // A service's name tells whose it is, so that it goes the authority's way.
    const shown = organisationId ? said : serviceName || said;
    return shown && !namesAuthority(shown, names.all) ? shown : t('text.unnamedNeed');
  });
}

export function arrangementLines(arrangements: Decision['arrangements'], names: Names): string[] {
  return arrangements.map(({ kind, detail }) => [names.item('specialNeeds', kind), detail].filter(Boolean).join(': '));
}

export function supportLines({ notAlone, notAloneWords }: Pick<PictureFacts, 'notAlone' | 'notAloneWords'>, names: Names): string[] {
  return [...notAlone.map((key) => names.item('notAloneReasons', key)), ...(notAloneWords.trim() ? [notAloneWords.trim()] : [])];
}

export function skillLines(variant: PictureVariant, skill: string | null): string[] {
  return skill && hasText(variant, 'picture', `skill.${skill}`) ? [translator(variant, 'picture')(`skill.${skill}`)] : [];
}

export function channelLines(variant: PictureVariant, channel: string | null, reasons: string[]): string[] {
  const t = translator(variant, 'picture');
  return channel ? [t(`channel.${channel}`), ...reasons.map((reason) => t(`reason.${reason}`))] : [];
}

export function stepLines(variant: PictureVariant, steps: PlannedStep[], names: Names): string[] {
  const t = translator(variant, 'picture');
  return steps.map(({ title, who, organisationId }) => {
    if (who !== 'authority') return t(`text.step.${who}`, { title });
    const authority = names.organisation(organisationId);
    if (!authority) return t('text.step.authority', { authority: t('text.unnamedAuthority'), title: t('text.unnamedStep') });
    return t('text.step.authority', { authority, title: lowerFirst(title) });
  });
}

const lowerFirst = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1);

function firstOf(words: string): string {
  const [first = ''] = words.trim().split(/\n|(?<=[.?!])\s/);
  return first.length > 120 ? `${first.slice(0, 119).trimEnd()}…` : first;
}
