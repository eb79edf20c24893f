"""Free text about young people at rest: AES-GCM per field, a key per person, wrapped by one secret.

A sealed field is bound to its table, column and row (`where`, the associated data), so a value
cannot be moved to another row. Destroying a person's wrapped key makes every copy of their text,
in backups too, unreadable: that is what erasure rests on.
"""

import hashlib
import json
import os
import threading
from base64 import urlsafe_b64encode
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from store.errors import KeyDestroyed, WrongKey

NONCE_BYTES = 12  # the size AES-GCM is specified for, NIST SP 800-38D 8.2
NONCES_AT_ONCE = 500
KEY_BYTES = 32
KEY_ID_BYTES = 4
CACHED_KEYS = 20_000  # some 300 bytes each


class _Nonces:
    """Random bytes of the system, fetched by the page: a call for each field costs as much as
    sealing it. No byte is used twice; a forked process begins with bytes of its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._page, self._place = b"", 0
        os.register_at_fork(after_in_child=self._forget)

    def take(self) -> bytes:
        with self._lock:
            if self._place >= len(self._page):
                self._page, self._place = os.urandom(NONCE_BYTES * NONCES_AT_ONCE), 0
            nonce = self._page[self._place : self._place + NONCE_BYTES]
            self._place += NONCE_BYTES
            return nonce

    def _forget(self) -> None:
        self._page, self._place = b"", 0


_nonces = _Nonces()
_plain = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def token() -> str:
    """16 random characters of A-Z a-z 0-9 _ and -: too many to guess."""
    return urlsafe_b64encode(_nonces.take()).decode()


@dataclass(frozen=True, kw_only=True)
class Cipher:
    """Seals and opens the fields of one person."""

    gcm: AESGCM

    def seal(self, value: Any, where: str) -> bytes:
        nonce = _nonces.take()
        plain = _plain(value)
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

    The secrets have 144 random bits or more, so a plain SHA-256 can't be guessed backwards.
    """
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
