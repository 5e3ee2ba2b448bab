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
import { App, askAhead } from './app';

lendStyleNonce();
askAhead();
readEarly(location);
const ground = document.getElementById('desk');
if (ground) createRoot(ground).render(<App />);
