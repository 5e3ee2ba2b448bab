import { freshKey } from '../api/fresh-key';
import { attachmentStore } from './store';
import { upload } from './upload';

const SHOWN = /^(?:image|video|audio)\//;

/** What keeps and brings files, of this tab. */
export const openStore = () =>
  attachmentStore({
    storage: () => sessionStorage,
    upload,
    newId: freshKey,
    urlOf: (file) => (SHOWN.test(file.type) ? URL.createObjectURL(file) : null),
    forgetUrl: (url) => URL.revokeObjectURL(url),
  });
