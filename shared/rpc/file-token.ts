import { z } from 'zod';

/** An opaque name for a file or place the host was shown; the page never sees a path. */
export const fileTokenSchema = z.string().min(16).max(64);
