"""What is signed, by the words of runtime/aic.h, as files `message` and `signature`; and that nothing else of the file has changed.

    signature.py SIGNED.aic PLAIN.aic
"""
import hashlib, sys

signed, plain = (open(path, "rb").read() for path in sys.argv[1:])
content, trailer = signed[:-128], signed[-128:]
assert trailer[:8] == b"AICsign\x1a" and trailer[8:16] == bytes([1, 0, 0, 0, 128, 0, 0, 0]) and trailer[112:] == bytes(16)
# Beside the signature: the size in the prelude with its checksum, and zeros up to a multiple of 64.
assert content[:16] == plain[:16] and content[24:56] == plain[24:56] and content[64:len(plain)] == plain[64:]
assert int.from_bytes(content[16:24], "little") == len(signed)
assert len(content) % 64 == 0 and len(content) - len(plain) < 64 and not any(content[len(plain):])
open("message", "wb").write(b"aic model signature, version 1\n\0" + hashlib.sha256(content).digest())
open("signature", "wb").write(trailer[48:112])
