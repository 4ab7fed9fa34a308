#!/usr/bin/python3
"""Makes Inputs/*.model and sentencepiece.json with Debian's python3-sentencepiece, the library's own binding.

    python3 test/unit/tokenizers/make_sentencepiece.py

Two small models of the King James Bible's last verses (examples/text/kjv.txt, in the public domain): one as Llama's
(BPE, bytes for what is unknown, text left as it is), one as T5's (unigram, something unknown, no first id). The
goldens: [model, text, ids of the text, the text that the ids after the first give behind it].
"""
import json
import os

import sentencepiece

HERE = os.path.dirname(os.path.abspath(__file__))
TEXT = os.path.join(HERE, "../../../examples/text/kjv.txt")
COMMON = dict(input=TEXT, normalization_rule_name="identity", num_threads=1, minloglevel=2)

TEXTS = [
    "", " ", "a", "In the beginning", "And God said, Let there be light: and there was light.", "the  Lord   is",
    " leading and trailing ", "line\nbreak\ttab", "na\u00efve caf\u00e9", "\u65e5\u672c\u8a9e", "\U0001f642 smile", "<s></s><unk>",
    "\u2581under", "x" * 40, "the LORD " * 20, "12345", "<0x41>",
]


def main():
    os.makedirs(os.path.join(HERE, "Inputs"), exist_ok=True)
    rows = []
    for name, options in [
        ("bpe", dict(model_type="bpe", vocab_size=512, byte_fallback=True, remove_extra_whitespaces=False)),
        ("unigram", dict(model_type="unigram", vocab_size=300, bos_id=-1, pad_id=0, eos_id=1, unk_id=2)),
    ]:
        prefix = os.path.join(HERE, "Inputs", name)
        sentencepiece.SentencePieceTrainer.train(model_prefix=prefix, **options, **COMMON)
        os.remove(prefix + ".vocab")
        processor = sentencepiece.SentencePieceProcessor(model_file=prefix + ".model")
        for text in TEXTS:
            ids = processor.encode(text)
            # What follows a first token, spaces in front kept: the decoder takes away the text's first one only.
            first = processor.piece_to_id("\u2581the")
            whole, front = processor.decode([first] + ids), processor.decode([first])
            rows.append([name, text, ids, whole[len(front):]])
        rows.append([name, None, [processor.get_piece_size(), processor.bos_id(), processor.eos_id()], None])
    with open(os.path.join(HERE, "sentencepiece.json"), "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


main()
