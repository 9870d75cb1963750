import { type OverviewFile, overviewFileSchema } from '../../shared/overview/overview-file.ts';

const contents = import.meta.glob<unknown>('../../resources/overview/*.json', { eager: true, import: 'default' });

/** What is drawn of which tables, as shipped under `resources/overview`. */
export const overviewFiles: readonly OverviewFile[] = Object.values(contents).map((content) =>
  overviewFileSchema.parse(content),
);
