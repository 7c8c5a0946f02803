/* Entry of `npm start`: API, worker and web in one process. */
import { runProcess } from './run-process.ts';

runProcess('all');
