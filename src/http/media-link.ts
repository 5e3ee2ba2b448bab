import type { RequestHandler } from 'express';
import type { Desk } from '../actions/desk';
import { MEDIA_LINKS, mediaOfLink } from '../actions/media/media-links';
import { Refusal } from '../domain/errors';
import { giveFile } from './give-file';

export const MEDIA_LINK = `${MEDIA_LINKS}/:token`;

/** One file for a network that was given the link to it: no other file, and only for some hours. */
export const mediaLink = (desk: Desk): RequestHandler => {
  return async (request, response) => {
    const mediaId = mediaOfLink(desk, String(request.params.token));
    const media = mediaId && (await desk.store.reads.media(mediaId));
    if (!media) throw new Refusal('not_found', 'There is nothing under this address, or there is no more.');
    await giveFile({ files: desk.files, request, response }, media);
  };
};
