import type { Derivation } from '../../electron/core/derivation.ts';
import { noSubjects } from '../../shared/subjects/known-subjects.ts';

/** What list columns are worked out by where the test asks nothing of subject tables. */
export const testDerivation: Derivation = { fingerprint: 'test', subjectsOf: () => noSubjects };
