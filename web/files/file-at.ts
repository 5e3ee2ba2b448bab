/** Where the desk has a file. */
export const fileAt = (mediaId: string): string => `/api/v1/media/${mediaId}`;

/** The small picture of it. */
export const previewAt = (mediaId: string): string => `${fileAt(mediaId)}/preview`;
