import { randomUUID } from 'node:crypto';
import { defaultSynonyms } from '../../server/modules/knowledge/search/synonyms/defaults.ts';
import { type Line, none } from './route-line.ts';

const common = 'What is known of services is the same for all; staff of every role read it.';
/** Letters only, as words are. */
const aWord = () => `sana${[...randomUUID()].map((letter) => String.fromCharCode(97 + (letter.charCodeAt(0) % 26))).join('')}`;
/** One of those that come with the product. */
const known = defaultSynonyms.at(-1)?.id ?? '';

export const knowledgeSearchLines: Record<string, Line> = {
  'POST /api/knowledge/search': { rightful: 'aino', body: () => ({ words: 'asumistuki' }) },
  'POST /api/knowledge/search/choices': { rightful: 'aino', body: () => ({ words: 'asumistuki', kind: 'service', id: '1' }) },
  'GET /api/knowledge/service-texts/:id': { rightful: 'aino', ids: () => ({ id: '1' }), open: common },
  'GET /api/admin/search/synonyms': none('admin'),
  'POST /api/admin/search/synonyms': { rightful: 'admin', body: () => ({ language: 'fi', word: aWord(), meanings: ['asumistuki'] }) },
  'PUT /api/admin/search/synonyms/:id': {
    rightful: 'admin',
    ids: () => ({ id: known }),
    body: () => ({ meanings: ['asumistuki'], both: false, active: true }),
    open: 'What words mean is common to all organisations; each changes its own, the region’s keepers all of them.',
  },
  'GET /api/admin/search/unanswered': none('admin'),
  'POST /api/admin/search/settled-searches': { rightful: 'admin', body: () => ({ language: 'fi', words: 'asumistuki' }) },
};
