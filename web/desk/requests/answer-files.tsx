import type { SupportRequest } from '../../../server/modules/matters/requests/schema.ts';
import { answerFileAddress } from '../../shared/api/requests.ts';

/** What was given with an answer. */
export function AnswerFiles({ request }: { request: Pick<SupportRequest, 'id' | 'files'> }) {
  if (request.files.length === 0) return null;
  return (
    <p>
      {request.files.map((file) => (
        <a key={file.id} className="file" href={answerFileAddress(request.id, file.id)} download={file.name}>
          {file.name}
        </a>
      ))}
    </p>
  );
}
