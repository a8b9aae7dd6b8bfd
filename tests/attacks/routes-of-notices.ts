import { about, type Line, none } from './route-line.ts';
import type { World } from './world.ts';

const ofNotice = ({ notice }: World) => ({ id: notice });

/** What customers are told without asking. */
export const noticeLines: Record<string, Line> = {
  'GET /api/notices': none(),
  'PATCH /api/notices/:id': about(ofNotice, () => ({ state: 'collected' })),
  'GET /print/notices/:id': about(ofNotice),
};
