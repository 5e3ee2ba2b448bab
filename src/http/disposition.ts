/** Characters that no file system or header takes as part of a name. */
const UNUSABLE = /[\p{Cc}"\\/:*?<>|%]/gu;

/** Content-Disposition of a download: the name in plain letters, and as it is (RFC 6266). */
export function attachmentNamed(name: string): string {
  const usable = name.toWellFormed().replace(UNUSABLE, '_');
  const plain = usable
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(usable).replace(/['()*]/g, percent)}`;
}

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
