/** Archives, honest and not. */
import { crc32, deflateRawSync } from 'node:zlib';

interface Written {
  readonly path: string;
  readonly text: string;
  /** What the archive says of its size, where that is a lie. */
  readonly said?: number;
}

export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  return zip(Object.entries(files).map(([path, text]) => ({ path, text })));
}

/** Has a file of 200 MB that says of itself, in both of its headers, that it is of 1,000 bytes. */
export function bomb(files: Readonly<Record<string, string>>): Buffer {
  const honest = Object.entries(files).map(([path, text]) => ({ path, text }));
  return zip([...honest, { path: 'lying.py', text: ' '.repeat(200 * 1024 * 1024), said: 1000 }]);
}

function zip(files: readonly Written[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text, said } of files) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path);
    // Version, flags (UTF-8), deflate, time, date, CRC, sizes, length of the name, and nothing more.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(said ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([signed(0x04034b50), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(signed(0x02014b50), Buffer.from([20, 0]), common, tail, name);
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, signed(0x06054b50), end]);
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
