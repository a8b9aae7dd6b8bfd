import { about, keyed, type Line, none, ofMatter } from './route-line.ts';
import type { World } from './world.ts';

const ofDocument = ({ document }: World) => ({ id: document });
const ofFile = ({ document, documentFile }: World) => ({ id: document, fileId: documentFile });

/** Papers at the desk. */
export const documentLines: Record<string, Line> = {
  'GET /api/documents': none(),
  'GET /api/matters/:id/documents': about(ofMatter),
  'POST /api/matters/:id/documents': keyed(about(ofMatter, () => ({ kind: 'copy', title: 'A copy', pages: 1 }))),
  'GET /api/documents/:id': about(ofDocument),
  'POST /api/documents/:id/events': about(ofDocument, () => ({ kind: 'moved', place: 'The safe', version: 1 })),
  'POST /api/documents/:id/files': { ...about(ofDocument), file: true },
  'GET /api/documents/:id/files/:fileId': about(ofFile),
  'DELETE /api/documents/:id/files/:fileId': about(ofFile),
  'GET /print/documents/:id': about(ofDocument),
};
