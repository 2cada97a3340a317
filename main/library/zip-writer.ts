// Writes a ZIP file of very many small files: each whole, where `yazl` looks through all entries again for each of them.
import type { FileHandle } from 'node:fs/promises'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

type Entry = {
  name: Buffer
  method: typeof stored | typeof deflated
  crc: number
  bytes: number
  packed: number
  at: number
}

const stored = 0
const deflated = 8
/** Sizes and offsets from here on stand in a field of 64 bits, beside this one. */
const most = 0xffffffff
const mostEntries = 0xffff
const madeByUnix = 3
const version = 45
const utf8Names = 0x0800
const plainFile = 0o100600
/** How much is gathered before it is written. In bytes. */
const written = 4 << 20

export type ZipWriter = ReturnType<typeof zipWriter>

/** @param file empty, and open for writing; it is not closed here @param time what all that is in it is dated */
export function zipWriter(file: FileHandle, time: Date) {
  const entries: Entry[] = []
  const gathered = Buffer.allocUnsafe(written)
  let gatheredBytes = 0
  /** Where what comes next begins. */
  let end = 0
  const dated = dosTime(time)

  const write = async () => {
    await writeAll(file, gathered.subarray(0, gatheredBytes), end - gatheredBytes)
    gatheredBytes = 0
  }
  const put = async (bytes: Buffer) => {
    if (gatheredBytes + bytes.length > written) await write()
    if (bytes.length > written) await writeAll(file, bytes, end)
    else gatheredBytes += bytes.copy(gathered, gatheredBytes)
    end += bytes.length
  }

  return {
    /** A file that is in memory. */
    async add(path: string, content: Buffer, isCompressed: boolean): Promise<void> {
      const packed = isCompressed ? deflateRawSync(content, { chunkSize: chunkFor(content.length) }) : content
      const entry: Entry = {
        name: Buffer.from(path),
        method: isCompressed ? deflated : stored,
        crc: crc32(content),
        bytes: content.length,
        packed: packed.length,
        at: end,
      }
      entries.push(entry)
      await put(localHeader(entry, dated, false))
      await put(packed)
    },

    /** A file of any size, read as it is written. */
    async stream(path: string, content: AsyncIterable<Buffer>, isCompressed: boolean): Promise<void> {
      const entry: Entry = {
        name: Buffer.from(path),
        method: isCompressed ? deflated : stored,
        crc: 0,
        bytes: 0,
        packed: 0,
        at: end,
      }
      entries.push(entry)
      await put(localHeader(entry, dated, true))
      await write()
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          entry.crc = crc32(chunk, entry.crc)
          entry.bytes += chunk.length
          done(null, chunk)
        },
      })
      const sink = new Writable({
        write(chunk: Buffer, _encoding, done) {
          writeAll(file, chunk, end).then(() => {
            end += chunk.length
            entry.packed += chunk.length
            done()
          }, done)
        },
      })
      if (isCompressed) await pipeline(content, counted, createDeflateRaw(), sink)
      else await pipeline(content, counted, sink)
      // Only now its sizes are known.
      await writeAll(file, localHeader(entry, dated, true), entry.at)
    },

    /** Writes the list of all that is in it, which makes it whole. */
    async end(): Promise<void> {
      const start = end
      for (const entry of entries) await put(centralHeader(entry, dated))
      await put(endOfFile(entries.length, start, end - start))
      await write()
    },
  }
}

/**
 * What zlib is to pack or unpack so many bytes into at a time. Its own 16 KB for each of very many small files would fill
 * the memory sooner than it is swept.
 */
export function chunkFor(bytes: number): number {
  return Math.min(bytes + 128, 1 << 16)
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten
  }
}

/** Section 4.3.7 of PKWARE's APPNOTE. */
function localHeader({ name, method, crc, bytes, packed }: Entry, dated: number, isLarge: boolean): Buffer {
  const extra = isLarge ? sizes64([bytes, packed]) : Buffer.alloc(0)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(utf8Names, 6)
  header.writeUInt16LE(method, 8)
  header.writeUInt32LE(dated, 10)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(isLarge ? most : packed, 18)
  header.writeUInt32LE(isLarge ? most : bytes, 22)
  header.writeUInt16LE(name.length, 26)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, name, extra])
}

/** Section 4.3.12. */
function centralHeader({ name, method, crc, bytes, packed, at }: Entry, dated: number): Buffer {
  const isLarge = Math.max(bytes, packed, at) >= most
  const extra = isLarge ? sizes64([bytes, packed, at]) : Buffer.alloc(0)
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE((madeByUnix << 8) | version, 4)
  header.writeUInt16LE(version, 6)
  header.writeUInt16LE(utf8Names, 8)
  header.writeUInt16LE(method, 10)
  header.writeUInt32LE(dated, 12)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(isLarge ? most : packed, 20)
  header.writeUInt32LE(isLarge ? most : bytes, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt16LE(plainFile, 40)
  header.writeUInt32LE(isLarge ? most : at, 42)
  return Buffer.concat([header, name, extra])
}

/** Section 4.5.3: what does not fit into 32 bits, in the order in which a reader takes it. */
function sizes64(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(values.length * 8, 2)
  for (const [each, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + each * 8)
  return extra
}

/** Sections 4.3.14 to 4.3.16. */
function endOfFile(count: number, start: number, bytes: number): Buffer {
  const last = Buffer.alloc(22)
  last.writeUInt32LE(0x06054b50, 0)
  last.writeUInt16LE(Math.min(count, mostEntries), 8)
  last.writeUInt16LE(Math.min(count, mostEntries), 10)
  last.writeUInt32LE(Math.min(bytes, most), 12)
  last.writeUInt32LE(Math.min(start, most), 16)
  if (count < mostEntries && start < most && bytes < most) return last
  const large = Buffer.alloc(56 + 20)
  large.writeUInt32LE(0x06064b50, 0)
  large.writeBigUInt64LE(44n, 4)
  large.writeUInt16LE((madeByUnix << 8) | version, 12)
  large.writeUInt16LE(version, 14)
  large.writeBigUInt64LE(BigInt(count), 24)
  large.writeBigUInt64LE(BigInt(count), 32)
  large.writeBigUInt64LE(BigInt(bytes), 40)
  large.writeBigUInt64LE(BigInt(start), 48)
  large.writeUInt32LE(0x07064b50, 56)
  large.writeBigUInt64LE(BigInt(start + bytes), 64)
  large.writeUInt32LE(1, 72)
  return Buffer.concat([large, last])
}

/** As a ZIP has it, in the time of the place: two bytes of time, then two of the day. */
function dosTime(time: Date): number {
  const clock = (time.getHours() << 11) | (time.getMinutes() << 5) | (time.getSeconds() >> 1)
  const day = ((time.getFullYear() - 1980) << 9) | ((time.getMonth() + 1) << 5) | time.getDate()
  return ((day << 16) | clock) >>> 0
}
