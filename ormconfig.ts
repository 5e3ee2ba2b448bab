import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { readConfig } from './src/config';
import { sourceOptions } from './src/store/database';

/** The database of the environment, for the typeorm command line: `typeorm migration:show -d dist/ormconfig.js`. */
export default new DataSource(sourceOptions(readConfig().databaseUrl));
