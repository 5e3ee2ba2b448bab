import { fetchAgain } from '../../actions/media/fetch-again';
import { takeUpload } from '../../actions/media/take-upload';
import { Refusal } from '../../domain/errors';
import { giveFile, givePreview } from '../give-file';
import { mediaJson } from '../present/media';
import { type Route, route } from '../route';
import { MediaShape, UploadQuery } from '../schemas/media';
import { mediaInSight } from '../sight';
import { takeFile } from '../take-file';

const give = { method: 'get', for: 'agents', tag: 'messages', finds: mediaInSight, status: 200, answer: null } as const;

export const MEDIA: readonly Route[] = [
  route({
    ...give,
    path: '/media/{id}',
    file: { gives: '*/*', inParts: true },
    says: 'A file, or the part of it that `Range` asks for. What no browser should open by itself comes as a download.',
    refuses: ['media_not_ready', 'gone'],
    handle: async (call) => giveFile({ ...call, files: call.desk.files }, await mediaInSight(call)),
  }),
  route({
    ...give,
    path: '/media/{id}/preview',
    file: { gives: 'image/webp' },
    says: 'The small picture of a file.',
    refuses: ['media_not_ready', 'gone'],
    handle: async (call) => givePreview({ ...call, files: call.desk.files }, await mediaInSight(call)),
  }),
  route({
    method: 'post',
    path: '/media',
    for: 'agents',
    tag: 'messages',
    says: 'Takes a file, to be sent by `{type, mediaId}`. It belongs to who sent it until it is part of a message, for a day.',
    file: { takes: true },
    query: UploadQuery,
    act: null,
    status: 201,
    answer: MediaShape,
    refuses: ['too_large', 'bad_request'],
    again: async ({ desk }, id) => {
      const media = await desk.store.reads.media(id);
      if (!media) throw new Refusal('gone', 'The file has been forgotten since.');
      return mediaJson(media);
    },
    handle: async ({ desk, person, request, query: { fileName = null } }) =>
      mediaJson(await takeFile(request, { most: desk.files.most, fileName }, (file) => takeUpload(desk, { by: person, ...file }))),
  }),
  route({
    method: 'post',
    path: '/media/{id}/fetch',
    for: 'agents',
    tag: 'messages',
    says: 'Tries once more to get a file that did not come from its network.',
    finds: mediaInSight,
    act: null,
    status: 200,
    answer: MediaShape,
    refuses: ['gone'],
    handle: async (call) => mediaJson(await fetchAgain(call.desk, await mediaInSight(call))),
  }),
];
