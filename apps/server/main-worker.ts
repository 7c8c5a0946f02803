/* Entry of `npm run worker`: reads documents and does the upkeep, any number of times on one PostgreSQL. */
import { runProcess } from './run-process.ts';

runProcess('worker');
