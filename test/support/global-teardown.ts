import { stopStarted } from './mariadb';

export default stopStarted;
