import '../theme/tokens.css';
import './mantine.css';
import '../theme/base.css';
import '../theme/controls.css';
import '../theme/pages.css';
import '../theme/over.css';
import '../parts/marks.css';
import './shell.css';
import { createRoot } from 'react-dom/client';
import { readEarly } from '../inbox/early';
import { lendStyleNonce } from '../theme/theme';
import { readLanguage } from '../words';
import { App, askAhead } from './app';

lendStyleNonce();
askAhead();
readEarly(location);
const ground = document.getElementById('desk');
// The browser's language first; English where its words cannot be read.
if (ground)
  void readLanguage(null)
    .catch(() => readLanguage('en'))
    .then(() => createRoot(ground).render(<App />));
