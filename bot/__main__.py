"""The `alongside` command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from bot.errors import AlongsideError, DatabaseError, RemoteError, SettingsError
from bot.settings import Need, Settings, load_settings

_SETTINGS_WORDS = {
    "missing": "is missing",
    "wrong": "has a value that cannot be right",
    "refused": "was refused by Slack",
}
_REMOTE_WORDS = {
    "slack_out_of_reach": "Slack cannot be reached. Is this machine online, SLACK_API_URL right?",
}
_DATABASE_WORDS = {
    "absent": "The database cannot be reached. Is DATABASE_URL right, and is the server running?",
    "locked": "The database is locked by another process. Stop that one, or try again in a moment.",
    "no_database": "The file that DATABASE_URL names is no database, or is damaged.",
    "empty": "The database is empty. Run `alongside upgrade` first.",
    "behind": "The database is of an older version. Run `alongside upgrade` first.",
    "newer": "The database is of a newer version than this program. Install that version.",
    "broken": "The upgrade would have left broken references; nothing was changed.",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 2 comes back for what the person who runs it has to mend."""
    asked = _parser().parse_args(arguments)
    try:
        return _run(asked)
    except SettingsError as error:
        for name, code in error.problems:
            print(f"{name} {_SETTINGS_WORDS[code]}.", file=sys.stderr)
        print(".env.example says what each setting is for.", file=sys.stderr)
        return 2
    except DatabaseError as error:
        print(_DATABASE_WORDS.get(error.code, error.code), file=sys.stderr)
        return 2
    except RemoteError as error:
        print(_REMOTE_WORDS.get(error.code, f"Slack said {error.code}."), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except AlongsideError as error:
        print(str(error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _run(asked: argparse.Namespace) -> int:
    match asked.command:
        case "read":
            from bot.commands.read import read

            return read(asked.file)
        case "demo":
            from bot.commands.demo import demo

            return demo(asked.port, reset=asked.reset)
        case "import":
            from bot.commands.import_clients import import_clients

            settings = _settings(Need.DATABASE)
            return import_clients(settings, asked.file, asked.team, asked.person, yes=asked.yes)
        case "manifest":
            from bot.commands.manifest import print_manifest

            return print_manifest(_settings(), asked.request_url)
        case "upgrade":
            from bot.commands.upgrade import upgrade

            return upgrade(_settings(Need.DATABASE))
        case "work":
            from jobs.worker import work

            return work(_settings(Need.WORKER, Need.DATABASE))
        case _:
            from bot.commands.run import run

            settings = _settings(Need.SOCKET_MODE, Need.DATABASE)
            return run(settings, with_worker=not asked.no_worker)


def _settings(*needs: Need) -> Settings:
    """From the environment, and from a file `.env` where there is one."""
    from dotenv import load_dotenv

    from bot.wiring import set_up_logging

    load_dotenv(".env")
    settings = load_settings(os.environ, frozenset(needs))
    set_up_logging(settings.log_level)
    return settings


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="alongside",
        description="Alongside reads the deal and meeting posts of a sales team in Slack, asks one "
        "short question at the right moment about what the client wants, and brings promises back "
        "before they are due.",
        epilog="To see it without a Slack account: alongside demo. To put it on a workspace: "
        "alongside manifest, fill in .env, alongside upgrade, alongside run.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    demo = commands.add_parser("demo", help="a local Slack with everything in it, in the browser")
    demo.add_argument("--port", type=int, default=8420, help="the page's port (default 8420)")
    demo.add_argument("--reset", action="store_true", help="forget what happened and start anew")
    run = commands.add_parser("run", help="listen to Slack over Socket Mode, with the worker")
    run.add_argument("--no-worker", action="store_true", help="the worker runs elsewhere")
    commands.add_parser("work", help="the worker alone: looks, sends, shows what is due")
    manifest = commands.add_parser("manifest", help="the app manifest to paste into Slack")
    manifest.add_argument(
        "--request-url", help="https://…/slack/events, for HTTP in place of Socket Mode"
    )
    read = commands.add_parser("read", help="what would Alongside make of these posts?")
    read.add_argument("file", help="a .jsonl of message events, or a channel's export; - for input")
    bring = commands.add_parser(
        "import", help="clients from a CSV: what would change; --yes does it"
    )
    bring.add_argument("file", help="a CSV with a header; one column is called client")
    bring.add_argument("--team", required=True, help="the workspace's id, T…")
    bring.add_argument("--as", dest="person", required=True, help="the id of a seller who joined")
    bring.add_argument("--yes", action="store_true", help="import it, not only look")
    commands.add_parser("upgrade", help="create the database, or bring it to this version")
    return parser


if __name__ == "__main__":
    sys.exit(main())
