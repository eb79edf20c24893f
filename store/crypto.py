"""Free text about young people at rest: AES-GCM per field, a key per person, wrapped by one secret.

A sealed field is bound to its table, column and row (`where`, the associated data), so a value
cannot be moved to another row. Destroying a person's wrapped key makes every copy of their text,
in backups too, unreadable: that is what erasure rests on.
"""

import hashlib
import json
import os
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from store.errors import KeyDestroyed, WrongKey

NONCE_BYTES = 12  # the size AES-GCM is specified for, NIST SP 800-38D 8.2
KEY_BYTES = 32
KEY_ID_BYTES = 4
CACHED_KEYS = 20_000  # some 300 bytes each


@dataclass(frozen=True, kw_only=True)
class Cipher:
    """Seals and opens the fields of one person."""

    gcm: AESGCM

    def seal(self, value: Any, where: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return nonce + self.gcm.encrypt(
            nonce, plain.encode("utf-8", "surrogatepass"), where.encode()
        )

    def open(self, sealed: bytes, where: str) -> Any:
        try:
            plain = self.gcm.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], where.encode())
        except (InvalidTag, ValueError) as error:  # ValueError: cut short
            raise WrongKey(f"{where} was sealed with another key") from error
        return json.loads(plain.decode("utf-8", "surrogatepass"))


class Keyring:
    """The installation's secret, and the keys of people it has unwrapped of late."""

    def __init__(self, secret: bytes) -> None:
        digest = hashlib.sha256(b"pavadonis person keys\0" + secret).digest()
        self._master = AESGCM(digest)
        self._id = hashlib.sha256(b"id\0" + digest).digest()[:KEY_ID_BYTES]
        self._cache: OrderedDict[bytes, Cipher] = OrderedDict()
        self.own = Cipher(gcm=AESGCM(hashlib.sha256(b"own texts\0" + digest).digest()))
        """Seals what is nobody's: the few words said to strangers and to groups."""

    def new_key(self) -> bytes:
        """A fresh person key, wrapped for the database: key id, nonce, ciphertext."""
        nonce = os.urandom(NONCE_BYTES)
        return self._id + nonce + self._master.encrypt(nonce, os.urandom(KEY_BYTES), self._id)

    def cipher(self, wrapped: bytes | None) -> Cipher:
        if wrapped is None:
            raise KeyDestroyed
        found = self._cache.get(wrapped)
        if found is None:
            found = self._cache[wrapped] = self._unwrap(wrapped)
            if len(self._cache) > CACHED_KEYS:
                self._cache.popitem(last=False)
        return found

    def forget(self, wrapped: bytes) -> None:
        self._cache.pop(wrapped, None)

    def _unwrap(self, wrapped: bytes) -> Cipher:
        key_id, rest = wrapped[:KEY_ID_BYTES], wrapped[KEY_ID_BYTES:]
        if key_id != self._id:
            raise WrongKey("the secret key in the settings is not the one of this database")
        try:
            key = self._master.decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], key_id)
        except (InvalidTag, ValueError) as error:  # ValueError: cut short
            raise WrongKey("a person's key is damaged") from error
        return Cipher(gcm=AESGCM(key))


def digest(secret: str) -> str:
    """How chat tokens and invitation codes are kept: as a hash, never as themselves.

    The secrets have 128 random bits or more, so a plain SHA-256 can't be guessed backwards.
    """
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
