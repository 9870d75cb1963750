import type { FormDefinition } from '../definition.ts';
import { errorAt, type Fault } from './problem.ts';

/** The definitions a new one comes to. */
export interface KnownDefinitions {
  /** Those of the program. */
  readonly shipped: readonly FormDefinition[];
  /** Those a person has added to the workspace, several versions of one among them. */
  readonly installed: readonly FormDefinition[];
}

/** Why a definition cannot stand beside those that are there: ids of the program are its own, versions only grow. */
export function identityFaults(definition: FormDefinition, { shipped, installed }: KnownDefinitions): Fault[] {
  const { id, version } = definition;
  const own = shipped.find((each) => each.id === id);
  if (own !== undefined && !isSame(own, definition)) {
    return [errorAt(['id'], `编号“${id}”是程序自带的表样，请换一个编号`)];
  }
  const versions = installed.filter((each) => each.id === id);
  const same = versions.find((each) => each.version === version);
  if (same !== undefined) {
    return isSame(same, definition)
      ? []
      : [errorAt(['version'], `第 ${version} 版已经安装而内容不同，改动后请把版本号加一`)];
  }
  const newest = Math.max(0, ...versions.map((each) => each.version));
  return version < newest ? [errorAt(['version'], `已安装较新的第 ${newest} 版，不能再装第 ${version} 版`)] : [];
}

/** Whether two definitions say the same, defaults filled in. */
export function isSame(a: FormDefinition, b: FormDefinition): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
