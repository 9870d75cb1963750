import { config } from 'zod';

// Zod compiles schemas with `new Function` where it can. Our content security policy forbids that, and every probe
// would be reported as a violation; so it is told before the first schema is made: import this module first.
config({ jitless: true });
