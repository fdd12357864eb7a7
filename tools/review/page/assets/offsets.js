// Offsets: the program counts UTF-8 bytes, JavaScript's strings count UTF-16
// units.

function bytesOf(codePoint) {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

// Of one string. Made in O(length); a lookup takes O(log length).
export class Offsets {
  constructor(string) {
    this.length = string.length;
    this.plain = /^[\u0000-\u007f]*$/.test(string);
    if (this.plain) return;
    this.bytes = new Uint32Array(string.length + 1);
    let at = 0;
    for (let unit = 0; unit < string.length;) {
      const point = string.codePointAt(unit);
      const units = point > 0xffff ? 2 : 1;
      this.bytes[unit] = at;
      if (units === 2) this.bytes[unit + 1] = at;
      at += bytesOf(point);
      unit += units;
    }
    this.bytes[string.length] = at;
  }

  toBytes(unit) {
    return this.plain ? unit : this.bytes[unit];
  }

  // The first unit at or behind a byte.
  toUnit(byte) {
    if (this.plain) return Math.min(byte, this.length);
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.bytes[middle] < byte) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
