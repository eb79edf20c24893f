"""The stage and its cast."""

from tests.desk.fixtures import cast as cast
from tests.desk.fixtures import either_stage as either_stage
from tests.desk.fixtures import gathered as gathered
from tests.desk.fixtures import stage as stage
from tests.desk.storming import group as group
