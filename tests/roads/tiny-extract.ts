import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";

/** Three points in a row and a street along them, as a survey's file; `raw` leaves it unpacked. */
export function tinyExtract({ raw = false, feature = "DenseNodes" } = {}): Uint8Array {
  const header = new PbfWriter();
  header.writeStringField(4, "OsmSchema-V0.6");
  header.writeStringField(4, feature);
  const block = new PbfWriter();
  block.writeMessage(1, writeWords, ["", "highway", "residential"]);
  block.writeMessage(2, writeDense, undefined);
  block.writeMessage(2, writeWays, undefined);
  const parts = [blob("OSMHeader", header.finish(), raw), blob("OSMData", block.finish(), raw)];
  return Buffer.concat(parts.flat());
}

function writeWords(words: readonly string[], pbf: PbfWriter): void {
  for (const word of words) pbf.writeStringField(1, word);
}

/** Points 10, 11 and 12, about 100 metres apart from south to north. */
function writeDense(_: undefined, pbf: PbfWriter): void {
  pbf.writeMessage(
    2,
    (__: undefined, dense: PbfWriter) => {
      dense.writePackedSVarint(1, [10, 1, 1]);
      dense.writePackedSVarint(8, [450_000_000, 9000, 9000]);
      dense.writePackedSVarint(9, [-110_000_000, 0, 0]);
    },
    undefined,
  );
}

function writeWays(_: undefined, pbf: PbfWriter): void {
  pbf.writeMessage(
    3,
    (__: undefined, way: PbfWriter) => {
      way.writeVarintField(1, 5);
      way.writePackedVarint(2, [1]);
      way.writePackedVarint(3, [2]);
      way.writePackedSVarint(8, [10, 1, 1]);
    },
    undefined,
  );
}

function blob(kind: string, data: Uint8Array, raw: boolean): readonly Uint8Array[] {
  const body = new PbfWriter();
  if (raw) body.writeBytesField(1, data);
  else {
    body.writeVarintField(2, data.length);
    body.writeBytesField(3, deflateSync(data));
  }
  const packed = body.finish();
  const head = new PbfWriter();
  head.writeStringField(1, kind);
  head.writeVarintField(3, packed.length);
  const said = head.finish();
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, said.length);
  return [length, said, packed];
}
