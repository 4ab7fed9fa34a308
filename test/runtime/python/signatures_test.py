"""Signatures, as Python sees them: keys and signatures are openssl's."""
import os, subprocess, unittest
from models import TOP
import aic

PROGRAM = os.environ["AIC_PROGRAM"]


def good(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def key(name):
    """A new key's files, and its public bytes."""
    good("openssl", "genpkey", "-algorithm", "ed25519", "-out", f"{name}.pem")
    good("openssl", "pkey", "-in", f"{name}.pem", "-pubout", "-out", f"{name}.public.pem")
    good("openssl", "pkey", "-in", f"{name}.pem", "-pubout", "-outform", "DER", "-out", f"{name}.der")
    return open(f"{name}.der", "rb").read()[-32:]


def is_good(signature, name):
    open("message", "wb").write(signature.message)
    open("signature", "wb").write(signature.signature)
    return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", f"{name}.public.pem", "-rawin", "-in", "message", "-sigfile",
                           "signature"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


class Signatures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.public = key("mine")
        key("another")
        good(PROGRAM, "compile", f"{TOP}/examples/mlp.graph", "--weights", "random:1", "-o", "plain.aic")
        good(PROGRAM, "sign", "plain.aic", "--key", "mine.pem", "-o", "signed.aic")

    def test_is_asked_and_may_refuse(self):
        asked = []
        for model in ("signed.aic", open("signed.aic", "rb").read()):
            with aic.load(model, accept=lambda signature: asked.append(signature) or is_good(signature, "mine")) as opened:
                opened.run([[0.0] * 8])
            with self.assertRaises(aic.RefusedError) as caught:
                aic.load(model, accept=lambda signature: is_good(signature, "another"))
            self.assertEqual((caught.exception.status, caught.exception.status_name), (12, "AIC_REFUSED"))
        self.assertEqual([signature.key for signature in asked], [self.public, self.public])
        aic.load("signed.aic").close()

    def test_none_is_none(self):
        asked = []
        aic.load("plain.aic", accept=lambda signature: not asked.append(signature)).close()
        self.assertEqual(asked, [None])

    def test_a_change_of_the_weights_is_seen(self):
        changed = bytearray(open("signed.aic", "rb").read())
        changed[-140] ^= 1
        aic.load(bytes(changed)).close()
        with self.assertRaises(aic.RefusedError):
            aic.load(bytes(changed), accept=lambda signature: is_good(signature, "mine"))

    def test_what_it_raises_comes_back(self):
        with self.assertRaises(ZeroDivisionError):
            aic.load("signed.aic", accept=lambda signature: 1 // 0)


if __name__ == "__main__":
    unittest.main()
