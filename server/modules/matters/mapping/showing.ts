import { NotFound } from '../../../platform/errors.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { variantOf } from '../messages/wording.ts';
import type { Call, Desk } from '../types.ts';
import { type Findings, findingsOf, pictureFacts } from './facts.ts';
import { type MappingRows, readRows } from './queries.ts';
import type { PictureVariant, ShownToCustomer } from './schema.ts';
import {
  arrangementLines,
  type Block,
  blocksOf,
  channelLines,
  type Names,
  namesIn,
  needLines,
  skillLines,
  stepLines,
  supportLines,
  variantsFor,
} from './wording.ts';

/**
 * What the customer is shown of the question at hand, in their own language and nothing else of the desk's: no name, no number, no
 * authority they have not agreed to (others may see the screen).
 */
export async function showToCustomer(desk: Desk, call: Call, mappingId: string, wish?: PictureVariant): Promise<ShownToCustomer> {
  const rows = await readRows(desk.db, call, mappingId, 'mapping.shown');
  if (!rows) throw new NotFound();
  const variant = wish ?? variantOf(rows.matter.language);
  const t = translator(variant, 'picture');
  const names = await namesIn(desk, variant, rows.matter.namesAgreed);
  const found = await findingsOf(desk.db, rows, variant);
  const group = rows.state === 'decided' || rows.state === 'confirmed' ? 'confirmation' : rows.at;
  return {
    variant,
    languages: variantsFor(rows.matter.language).map((one) => ({ variant: one, name: translator(one, 'picture')('shown.language') })),
    group,
    heading: t(`shown.${group}.heading`),
    hint: rows.state === 'confirmed' ? '' : t(`shown.${group}.hint`),
    blocks: blocksFor(variant, group, rows, found, names),
    confirm: rows.state === 'decided' ? t('shown.confirm') : null,
    thanks: rows.state === 'confirmed' ? t('shown.thanks') : null,
  };
}

function blocksFor(variant: PictureVariant, group: ShownToCustomer['group'], rows: MappingRows, found: Findings, names: Names): Block[] {
  const t = translator(variant, 'picture');
  const facts = pictureFacts(found);
  const list = (lines: string[], heading = ''): Block[] => (lines.length > 0 ? [{ heading, lines, listed: true }] : []);
  const words = (lines: string[], heading = ''): Block[] => (lines.length > 0 ? [{ heading, lines, listed: false }] : []);
  const orElse = (blocks: Block[], key: string): Block[] => (blocks.length > 0 ? blocks : words([t(key)]));
  switch (group) {
    case 'situation':
      return [
        ...words(found.answers.situation.trim() ? [t('text.quote', { words: found.answers.situation.trim() })] : []),
        ...list(found.answers.lifeSituations.map((key) => names.item('lifeSituations', key))),
      ];
    case 'needs':
      return orElse(list(needLines(variant, facts.needs, names)), 'shown.needs.none');
    case 'arrangements':
      return orElse(list(arrangementLines(facts.arrangements, names)), 'shown.arrangements.none');
    case 'skills':
      return orElse(
        [...words(skillLines(variant, facts.skill)), ...list(supportLines(facts, names), t('text.support'))],
        'shown.skills.open',
      );
    case 'path':
      return orElse(
        facts.channel
          ? [
              ...words(channelLines(variant, facts.channel, facts.reasons), t('text.channel')),
              ...list(stepLines(variant, facts.steps, names), t('text.steps')),
            ]
          : [],
        'shown.path.none',
      );
    default:
      return orElse(blocksOf(rows.pictures[variant] ?? ''), group === 'picture' ? 'shown.picture.none' : 'shown.notYet');
  }
}
