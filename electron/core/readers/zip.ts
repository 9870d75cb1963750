import { crc32, inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { ReadFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';

/**
 * Reads zip files that nobody vouches for. Sizes in the directory are only believed where they forbid: every part is
 * inflated once, into no more room than it declared, and its checksum must fit.
 */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const HEADER_BYTES = 30;
const MOST_COMMENT_BYTES = 0xffff;
const ENCRYPTED_FLAG = 1;
const STORED = 0;
const DEFLATED = 8;
const ZIP64_MARK = 0xffffffff;
/** Below this nothing is suspicious, however well it was packed. */
const HARMLESS_BYTES = 50 * 1024 * 1024;

function findEnd(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= least; at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return -1;
}

/** Lists what a zip holds. `damaged` where the directory is cut off or does not fit the file. */
export function listZip(bytes: Buffer, limits: ReaderLimits): Result<readonly ZipEntry[], ReadFault> {
  const end = findEnd(bytes);
  if (end < 0) return err({ kind: 'damaged' });
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.zipEntries) return err({ kind: 'expandsTooMuch' });
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) return err({ kind: 'damaged' });
    if ((bytes.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0) return err({ kind: 'encrypted' });
    const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    if (extraEnd > end) return err({ kind: 'damaged' });
    const sizes = realSizes(bytes, at, bytes.subarray(nameEnd, extraEnd));
    if (!sizes) return err({ kind: 'damaged' });
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_BYTES, nameEnd).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      ...sizes,
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return ok(entries);
}

/** Sizes and place of an entry; some writers put them into the zip64 field although they are small. */
function realSizes(
  bytes: Buffer,
  at: number,
  extra: Buffer,
): Pick<ZipEntry, 'packedBytes' | 'bytes' | 'headerOffset'> | undefined {
  const plain = {
    bytes: bytes.readUInt32LE(at + 24),
    packedBytes: bytes.readUInt32LE(at + 20),
    headerOffset: bytes.readUInt32LE(at + 42),
  };
  if (!Object.values(plain).includes(ZIP64_MARK)) return plain;
  for (let from = 0; from + 4 <= extra.length; from += 4 + extra.readUInt16LE(from + 2)) {
    if (extra.readUInt16LE(from) !== 1) continue;
    let next = from + 4;
    const take = (value: number): number => {
      if (value !== ZIP64_MARK || next + 8 > extra.length) return value;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    return { bytes: take(plain.bytes), packedBytes: take(plain.packedBytes), headerOffset: take(plain.headerOffset) };
  }
  return undefined;
}

/**
 * Inflates entries of a zip, in their order.
 * @returns their contents; `expandsTooMuch` before memory is spent on it, `damaged` where anything does not fit
 */
export function inflateEntries(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  limits: ReaderLimits,
): Result<readonly Buffer[], ReadFault> {
  const declared = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const isSuspicious = declared > HARMLESS_BYTES && declared > bytes.length * limits.expansionFactor;
  if (declared > limits.expandedBytes || isSuspicious) return err({ kind: 'expandsTooMuch' });
  const contents: Buffer[] = [];
  for (const entry of entries) {
    const content = inflateEntry(bytes, entry);
    if (!content.ok) return content;
    contents.push(content.value);
  }
  return ok(contents);
}

function inflateEntry(bytes: Buffer, entry: ZipEntry): Result<Buffer, ReadFault> {
  const at = entry.headerOffset;
  if (at + HEADER_BYTES > bytes.length || bytes.readUInt32LE(at) !== HEADER_SIGNATURE) return err({ kind: 'damaged' });
  const start = at + HEADER_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (packed.length !== entry.packedBytes) return err({ kind: 'damaged' });
  const content = unpack(packed, entry);
  if (!content.ok) return content;
  const isWhole = content.value.length === entry.bytes && crc32(content.value) === entry.crc;
  return isWhole ? content : err({ kind: 'damaged' });
}

function unpack(packed: Buffer, entry: ZipEntry): Result<Buffer, ReadFault> {
  if (entry.method === STORED) return ok(packed);
  if (entry.method !== DEFLATED) return err({ kind: 'damaged' });
  try {
    return ok(inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) }));
  } catch (error) {
    const isLie = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return err({ kind: isLie ? 'expandsTooMuch' : 'damaged' });
  }
}
