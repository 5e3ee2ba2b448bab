import { Problem } from '../api/ask';
import type { Uploaded } from './attachment';
import type { Way } from './store';

/** Brings a file to the desk, telling how much of it is there. Throws a `Problem`. */
export function upload(file: File, { told, signal }: Way): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    // Nothing else tells in every browser how much has gone up.
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name);
    request.open('POST', '/api/v1/media');
    request.responseType = 'json';
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => lengthComputable && told(Math.min(1, loaded / total));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Uploaded);
      else reject(refusal(request));
    };
    request.onerror = () => reject(new Problem(0, 'offline', 'The desk did not answer.'));
    request.onabort = () => reject(new DOMException('broken off', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function refusal({ status, statusText, response }: XMLHttpRequest): Problem {
  const { code = 'internal', detail = statusText, errors = [], requestId = null, ...facts } = (response ?? {}) as Record<string, unknown>;
  return new Problem(status, String(code), String(detail), errors as Problem['errors'], requestId as string | null, facts);
}
