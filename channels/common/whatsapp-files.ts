/** What WhatsApp takes as a picture, a film, a sound and a paper, whichever way it comes. */
export const PICTURES = ['image/jpeg', 'image/png'];
export const VIDEOS = ['video/mp4', 'video/3gpp'];
export const SOUNDS = ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/opus'];
export const PAPERS = [
  'application/pdf',
  'text/plain',
  'text/csv',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];
