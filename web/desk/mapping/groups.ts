import type { Group, MappingPage, PathChannel } from '../../../server/modules/matters/mapping/schema.ts';
import type { Answering } from './use-answers.ts';

export type GroupProps = { page: MappingPage; answering: Answering };

/** In the order they are asked. */
export const groups = [
  'situation',
  'needs',
  'arrangements',
  'skills',
  'path',
  'picture',
  'confirmation',
] as const satisfies readonly Group[];

export const pathChannels = ['self-service', 'video', 'phone', 'counter', 'letter'] as const satisfies readonly PathChannel[];

/** Whether a question has an answer: what the outline fills. */
export function isAnswered(group: Group, page: MappingPage, { answers }: Pick<Answering, 'answers'>): boolean {
  switch (group) {
    case 'situation':
      return answers.situation.trim() !== '' || answers.lifeSituations.length > 0;
    case 'needs':
      return page.needs.length > 0;
    case 'arrangements':
      return page.customer.arrangements.length > 0;
    case 'skills':
      return page.skill !== null;
    case 'path':
      return answers.channel !== null && answers.chosenBy !== null;
    case 'picture':
      return page.decision !== null;
    case 'confirmation':
      return page.state === 'confirmed';
  }
}
