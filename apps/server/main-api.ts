/* Entry of `npm run api`: the API and the web app, any number of times on one PostgreSQL. */
import { runProcess } from './run-process.ts';

runProcess('api');
