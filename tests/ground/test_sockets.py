from __future__ import annotations

import socket

import pytest
from pytest_socket import SocketBlockedError, SocketConnectBlockedError

OUTSIDE = ("192.0.2.1", 9)  # an address that belongs to nobody, kept for examples


def test_a_test_opens_no_socket_unasked() -> None:
    with pytest.warns(UserWarning, match="socket"), pytest.raises(SocketBlockedError):
        socket.socket()


@pytest.mark.sockets
def test_a_marked_test_may_speak_on_loopback() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        accepted, _ = server.accept()
        client.sendall(b"hello")
        assert accepted.recv(5) == b"hello"
        accepted.close()


@pytest.mark.sockets
def test_a_marked_test_still_reaches_nothing_outside() -> None:
    with (
        socket.socket() as client,
        pytest.warns(UserWarning, match="connect"),
        pytest.raises(SocketConnectBlockedError),
    ):
        client.connect(OUTSIDE)
