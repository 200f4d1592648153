"""A world with a language model in it, beside the small worlds that every dialogue may use."""

from __future__ import annotations

import pytest

from tests.chat_server import ChatServer
from tests.loop.model_talk import switch_on
from tests.world import World


@pytest.fixture
def server() -> ChatServer:
    """A language model that says what a test tells it to."""
    return ChatServer()


@pytest.fixture
def helped(sold: World, server: ChatServer) -> World:
    """The same world as `sold`, where Max switched the model on and Ada was told."""
    sold.has_model(server.model())
    switch_on(sold)
    sold.ada.runs("/alongside model")
    return sold
