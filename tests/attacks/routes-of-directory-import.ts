import { randomUUID } from 'node:crypto';
import type { Line } from './route-line.ts';

const open =
  'The national directory is the whole region’s, not an organisation’s; only those who keep what the region shares may see its imports.';
const line = (rest: Partial<Line> = {}): Line => ({ rightful: 'admin', also: ['development-team'], ...rest });

/** Nothing is set to import from here, and no run is there to be found. */
export const directoryImportLines: Record<string, Line> = {
  'GET /api/admin/directory-imports': line(),
  'POST /api/admin/directory-imports': line({ body: () => ({ mode: 'everything' }), allowed: 409 }),
  'GET /api/admin/directory-imports/:id': line({ ids: () => ({ id: randomUUID() }), allowed: 404, open }),
  'PATCH /api/admin/directory-imports/:id': line({
    ids: () => ({ id: randomUUID() }),
    body: () => ({ withdraw: true }),
    allowed: 404,
    open,
  }),
  'PUT /api/admin/directory-key': { rightful: 'admin', body: () => ({ key: 'a-key' }), allowed: 409 },
};
