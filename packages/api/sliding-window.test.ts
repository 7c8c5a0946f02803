import { describeRateLimiter } from '@docuvault/testing/rate-limiter-contract.ts';
import { createSlidingWindow } from './sliding-window.ts';

describeRateLimiter('in one process', (clock) => createSlidingWindow(clock));
